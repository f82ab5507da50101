import { StatementError } from '../../aws/aws-error';
import { readStackResources } from '../../aws/stack-resources';
import { STACK_NAME } from '../../lib/contract';
import type { Place } from '../../lib/core/vocabulary/place';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { type CommandWords, commandWordsOf } from '../../lib/language/command-words';
import { closeClients, connect } from '../region/connection';
import { type FoundWatchdog, findWatchdog, isOf } from '../region/find-watchdog';
import { TABLE_TYPE } from '../region/read-outbox';
import { CliError, EXIT } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';
import { readKnownTargets } from './known-targets';
import type { FleetCall } from './options';

/** A watchdog of several targets, as its stack and its table tell of it. */
export interface KnownFleet {
  readonly stack: string;
  /** The Region of the stack. */
  readonly region: string;
  /** The stack's account, which needs no role. */
  readonly ownAccountId: string;
  /** ARN of the reader role of an account. */
  readonly roleArnOf: (accountId: string) => string;
  readonly externalId: string | null;
  /** Those that `--only` leaves. */
  readonly targets: readonly Place[];
}

/** `arn:aws:iam::111122223333:role/…` */
const ROLE_ARN = /^arn:([\w-]+):iam::(\d{12}):role\/./;

/** The one Region in which the stack is looked for. */
async function regionOf(options: FleetCall, io: CliIo): Promise<string> {
  const { complaints } = commandWordsOf(options.language);
  const connections = await connect({ ...options, color: false }, io);
  for (const { clients } of connections) closeClients(clients);
  const [one, ...others] = connections;
  if (!one || others.length > 0) throw new CliError(EXIT.wrongCall, complaints.fleet.oneRegion);
  return one.region;
}

/** Where a watchdog was found, and the language in which it is complained of. */
interface FoundPlace {
  readonly watchdog: FoundWatchdog;
  readonly region: string;
  readonly words: CommandWords;
}

/** Who may read, as the stack's outputs say. @throws CliError where it watches one account and Region alone. */
function readReaders({ watchdog: { stack, outputs }, region, words }: FoundPlace) {
  const roleName = outputs.get('ReaderRoleName');
  const [, partition, ownAccountId] = ROLE_ARN.exec(outputs.get('ReaderTrustedRoleArns') ?? '') ?? [];
  if (roleName === undefined || partition === undefined || ownAccountId === undefined)
    throw new CliError(EXIT.wrongCall, words.complaints.fleet.noFleet(stack, region));
  return {
    ownAccountId,
    externalId: outputs.get('ReaderExternalId') ?? null,
    roleArnOf: (accountId: string) => `arn:${partition}:iam::${accountId}:role/${roleName}`,
  };
}

/** Whether a target has every word, in its account's id or name, or its Region. */
function hasWords(only: string): (place: Place) => boolean {
  const wanted = only.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ accountId, accountName, region }) => {
    const text = `${accountId}\n${accountName ?? ''}\n${region}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  };
}

async function readTargets({ watchdog, region, words }: FoundPlace): Promise<Place[]> {
  const { stack } = watchdog;
  const { value: resources, blindSpots } = await readStackResources(region, stack, AbortSignal.timeout(25_000));
  const table = resources.find((one) => one.type === TABLE_TYPE && isOf(watchdog, one));
  const [unread] = blindSpots;
  if (!table) {
    const why = unread ? spellStatement(unread, words) : words.complaints.fleet.noTable(stack);
    throw new CliError(EXIT.unreadable, `${region}: ${why}`);
  }
  try {
    return await readKnownTargets({ tableName: table.physicalId, region });
  } catch (cause) {
    if (!(cause instanceof StatementError)) throw cause;
    throw new CliError(EXIT.unreadable, `${region}: ${spellStatement(cause.statement, words)}`, { cause });
  }
}

/** Finds a deployed watchdog and its targets. @throws CliError without a Region, credentials, such a stack, or a target. */
export async function findFleet(options: FleetCall, io: CliIo): Promise<KnownFleet> {
  const words: CommandWords = commandWordsOf(options.language);
  const { fleet } = words.complaints;
  const wanted = options.stack ?? STACK_NAME;
  const region = await regionOf(options, io);
  const watchdog = await findWatchdog({ stack: wanted, region, words });
  if (watchdog === null) throw new CliError(EXIT.wrongCall, fleet.noStack(wanted, region));
  const { stack } = watchdog;
  const place: FoundPlace = { watchdog, region, words };
  const readers = readReaders(place);
  const all = await readTargets(place);
  if (all.length === 0) throw new CliError(EXIT.unreadable, fleet.noTargets(stack));
  const targets = all.filter(hasWords(options.only ?? ''));
  if (targets.length === 0) throw new CliError(EXIT.wrongCall, fleet.noneOfThese(options.only ?? ''));
  return { stack, region, ...readers, targets };
}
