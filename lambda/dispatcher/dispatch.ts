import type { AwsClients } from '../../aws/clients';
import { sendMessages } from '../../aws/sqs-send';
import {
  type FleetAccount,
  isTargetDue,
  secondOf,
  type Target,
  type TargetRecord,
  type Ticks,
  targetKeyOf,
} from '../../lib/core/targets';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { toIso } from '../../lib/core/vocabulary/time';
import { type Job, writeJob } from '../fleet/job';

/** What is sent where. */
export interface Dispatching {
  readonly sqs: AwsClients['sqs'];
  readonly queueUrl: string;
  readonly targets: readonly Target[];
  readonly records: ReadonlyMap<string, TargetRecord>;
  readonly accounts: readonly FleetAccount[];
}

function toJobAccount(account: FleetAccount | undefined): Pick<Job, 'account'> {
  if (!account) return {};
  const { organizationalUnits, tags } = account;
  return { account: { organizationalUnits, tags } };
}

/**
 * Puts the targets that are due into the queue, each at its own second of the minute, so that a thousand do not call AWS at
 * once. @returns what was not sent: those targets are due again with the next tick they fall on.
 */
export async function dispatchDue(
  { sqs, queueUrl, targets, records, accounts }: Dispatching,
  ticks: Ticks,
): Promise<{ readonly sent: number; readonly blindSpots: readonly BlindSpot[] }> {
  const due = targets.filter((target) => {
    const key = targetKeyOf(target);
    return isTargetDue(key, records.get(key)?.every ?? null, ticks);
  });
  const time = toIso(ticks.now);
  const byId = new Map(accounts.map((account) => [account.accountId, account]));
  const messages = due.map((target) => ({
    body: writeJob({ time, target, ...toJobAccount(byId.get(target.accountId)) }),
    delaySeconds: secondOf(targetKeyOf(target)),
  }));
  return { sent: messages.length, blindSpots: await sendMessages(sqs, queueUrl, messages) };
}
