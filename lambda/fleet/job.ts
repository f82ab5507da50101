import type { FleetAccount, Target } from '../../lib/core/targets';
import { fields, listOf, recordOf, text } from '../memory/shape';

/** Of an account what rules go by. */
export type JobAccount = Pick<FleetAccount, 'organizationalUnits' | 'tags'>;

/** What a worker is told: the poller's event, with the target that it is for. */
export interface Job {
  /** ISO time in UTC of the tick. */
  readonly time: string;
  readonly target: Target;
  /** What an organisation says of the account, for rules that go by it; absent: nothing. */
  readonly account?: JobAccount;
}

const ACCOUNT_ID = /^\d{12}$/;
const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d$/;
const ACCOUNT_SHAPE = fields({ organizationalUnits: listOf(text), tags: recordOf(text) });
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/;

/** A job as a message carries it. */
export function writeJob(job: Job): string {
  return JSON.stringify(job);
}

/** Reads a message. @throws Error that says what is wrong with it: a message that is none is nobody's job. */
export function readJob(body: string): Job {
  const refuse = (what: string) => new Error(`the message ${body.slice(0, 200)} is no job: ${what}`);
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw refuse('it is no JSON');
  }
  const { time, target, account } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof time !== 'string' || !Number.isFinite(Date.parse(time))) throw refuse('time is no ISO time');
  const { accountId, region, roleArn } = (target ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof accountId !== 'string' || !ACCOUNT_ID.test(accountId)) throw refuse('target.accountId is no account id');
  if (typeof region !== 'string' || !REGION.test(region)) throw refuse('target.region is no Region');
  const isRole = roleArn === null || (typeof roleArn === 'string' && ROLE_ARN.test(roleArn));
  if (!isRole) throw refuse('target.roleArn is no role, nor null');
  if (account !== undefined && ACCOUNT_SHAPE(account, 'account') !== null) throw refuse('account is none');
  const known = account === undefined ? {} : { account: account as JobAccount };
  return { time, target: { accountId, region, roleArn }, ...known };
}
