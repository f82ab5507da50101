import { gunzipSync } from 'node:zlib';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { ENVIRONMENT, TABLE } from '../../lib/contract';
import { type RefusalLedger, readLedger, sumCalls } from '../../lib/core/refusals';
import type { LocalAccount } from '../../local/account/local-account';
import { type DeployedWatchdog, deploy } from '../lambda/deployed';
import { toTrailRecord } from '../lib/core/refusals/trail-record';
import { at, prepareTraffic } from './scenario';

const QUEUE = 'refusals';
const ON = { [ENVIRONMENT.refusalQueueUrl]: `https://sqs.us-east-1.amazonaws.com/111122223333/${QUEUE}` };

/** The finding of calls that are denied. */
export const DENIED = 'refused/accessDenied/crossRegion/anthropic.claude-sonnet-4-5-20250929-v1:0';

/** A function that reads refused calls, and an account with the traffic of the shared scenario. */
export async function deployWithQueue(): Promise<DeployedWatchdog> {
  const watchdog = await deploy({ now: new Date(at('11:00')) }, ON);
  watchdog.account.queues.set(QUEUE, []);
  prepareTraffic(watchdog.account);
  return watchdog;
}

/** What waits in the queue; nothing where it is deleted. */
export function waiting({ queues }: LocalAccount) {
  return queues.get(QUEUE) ?? [];
}

/** Deletes the queue with all that is in it, or makes a new one. */
export function setQueue({ queues }: LocalAccount, exists: boolean): void {
  if (exists) queues.set(QUEUE, []);
  else queues.delete(QUEUE);
}

let sent = 0;

/** Puts texts on the queue, each as a message of its own; where it is deleted they are lost. */
export function put(account: LocalAccount, bodies: readonly string[]): void {
  const queue = waiting(account);
  for (const body of bodies) queue.push({ id: `message-${++sent}`, body });
}

/** An event of a call that was denied, as EventBridge delivers it. */
export function toEvent(eventID: string, changes: Readonly<Record<string, unknown>> = {}): string {
  const detail = toTrailRecord({
    eventID,
    eventTime: at('12:00'),
    errorCode: 'AccessDenied',
    errorMessage: 'Not authorized to perform: bedrock:InvokeModel',
    ...changes,
  });
  return JSON.stringify({
    version: '0',
    id: `delivery-${eventID}`,
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.bedrock',
    account: '111122223333',
    time: detail.eventTime,
    region: 'us-east-1',
    resources: [],
    detail,
  });
}

/** Several such events, each with an id of its own. */
export function toEvents(
  count: number,
  prefix: string,
  changesOf: (index: number) => Readonly<Record<string, unknown>> = () => ({}),
): string[] {
  return Array.from({ length: count }, (_, index) => toEvent(`${prefix}-${index}`, changesOf(index)));
}

/** What the table has of the refused calls, and the bytes of the item. */
export interface Kept {
  readonly calls: number;
  readonly unreadable: number;
  readonly bytes: number;
  readonly ledger: RefusalLedger;
}

/** Reads the ledger. @throws Error when there is none. */
export async function readKept({ url }: LocalAccount): Promise<Kept> {
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const Key = { [TABLE.partitionKey]: { S: 'us-east-1' }, [TABLE.sortKey]: { S: 'refusals' } };
  const { Item } = await client.send(new GetItemCommand({ TableName: 'watchdog', Key }));
  const data = Item?.data?.B;
  const ledger = data ? readLedger(JSON.parse(gunzipSync(data).toString())) : null;
  if (!data || !ledger) throw new Error('no refused calls are kept');
  const calls = ledger.groups.reduce((sum, { minutes }) => sum + sumCalls(minutes), 0);
  return { calls, unreadable: sumCalls(ledger.unreadable), bytes: data.length, ledger };
}
