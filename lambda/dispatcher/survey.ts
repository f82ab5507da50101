import type { AwsClients } from '../../aws/clients';
import type { TablePartition } from '../../aws/dynamodb';
import {
  chooseTargets,
  createPlaces,
  findOverdue,
  findUnreadTargets,
  type PlaceOf,
  type Target,
  type TargetRecord,
} from '../../lib/core/targets';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { Found } from '../../lib/core/vocabulary/found';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import type { FleetConfig } from '../fleet/fleet-config';
import { loadRecords } from '../fleet/records';
import { dispatchDue } from './dispatch';
import { type OrganizationReader, provideAccounts } from './provide-accounts';

/** What a survey needs. */
export interface Surveying {
  readonly fleet: FleetConfig;
  readonly clients: Pick<AwsClients, 'sqs'>;
  /** Where accounts and records of targets are kept. */
  readonly table: TablePartition;
  readonly organization: OrganizationReader;
  /** Whether a rule goes by tags of accounts. */
  readonly needsTags: boolean;
}

/** The targets of a tick, and what is known of them. */
export interface Survey {
  readonly targets: readonly Target[];
  /** Whether a record without a target is one of a target that is gone. */
  readonly isSure: boolean;
  readonly records: ReadonlyMap<string, TargetRecord>;
  readonly placeOf: PlaceOf;
  readonly sent: number;
  /** Which targets cannot be read, for whatever reason: told, and no failure of this run. */
  readonly unread: readonly Found[];
  /** What failed. */
  readonly blindSpots: readonly BlindSpot[];
}

/** Finds the targets there are, and sends those that are due to the workers. @throws StatementError when the table cannot be read. */
export async function survey(
  { fleet, clients, table, organization, needsTags }: Surveying,
  ticks: { readonly since: EpochMinute | null; readonly now: EpochMinute },
): Promise<Survey> {
  const { choice, home, queueUrl, roleArnOf } = fleet;
  const [found, listed] = await Promise.all([
    loadRecords(table),
    provideAccounts({ choice, table, organization, needsTags }, ticks.now),
  ]);
  const { accounts, isSure } = listed.value;
  const targets = chooseTargets(choice, accounts, { ownAccountId: home.accountId, roleArnOf });
  const { records } = found;
  const dispatched = await dispatchDue({ sqs: clients.sqs, queueUrl, targets, records, accounts }, ticks);
  const placeOf = createPlaces(accounts);
  return {
    targets,
    isSure,
    records,
    placeOf,
    sent: dispatched.sent,
    unread: findUnreadTargets(records.values(), placeOf),
    blindSpots: [
      ...found.blindSpots,
      ...listed.blindSpots,
      ...dispatched.blindSpots,
      ...findOverdue({ targets, records, placeOf }, ticks.since ?? ticks.now),
    ],
  };
}
