import { gunzipSync } from 'node:zlib';
import { DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { ENVIRONMENT } from '../../../lib/contract';
import { toTrailRecord } from '../../lib/core/refusals/trail-record';
import { type DeployedWatchdog, deploy, spend } from '../deployed';

const ON = { [ENVIRONMENT.refusalQueueUrl]: 'https://sqs.us-east-1.amazonaws.com/111122223333/refusals' };
const THROTTLED = /^CRITICAL|^WARNING/;

let watchdog: DeployedWatchdog;

async function start(environment: Record<string, string> = {}): Promise<DeployedWatchdog> {
  watchdog = await deploy({}, { ...ON, ...environment });
  watchdog.account.queues.set('refusals', []);
  return watchdog;
}

afterEach(() => watchdog.close());

const at = (time: string) => `2026-10-14T${time}:00Z`;
const queue = () => watchdog.account.queues.get('refusals') ?? [];

/** Puts events into the queue, as EventBridge does. */
function deliver(count: number, changes: Record<string, unknown> = {}, prefix = 'event'): void {
  for (let index = 0; index < count; index++) {
    const detail = toTrailRecord({ eventID: `${prefix}-${index}`, eventTime: at('12:01'), ...changes });
    queue().push({ id: `${prefix}-message-${index}`, body: JSON.stringify({ detail, source: 'aws.bedrock' }) });
  }
}

/** Ticks of `[from, until)`, as many as keep any run from counting as missed. */
async function everyFiveMinutes(from: string, until: string): Promise<void> {
  for (let time = Date.parse(at(from)); time < Date.parse(at(until)); time += 300_000)
    await watchdog.tick(new Date(time).toISOString());
}

const calls = (name: string) => watchdog.account.calls.get(name) ?? 0;
const lastMail = () => watchdog.account.messages.at(-1)?.message.default ?? '';

/** All that the table has, unpacked. */
async function storedText(): Promise<string> {
  const { Items = [] } = await new DynamoDBClient({
    endpoint: watchdog.account.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }).send(new ScanCommand({ TableName: 'watchdog' }));
  return Items.map((item) => (item.data?.B ? gunzipSync(item.data.B).toString() : JSON.stringify(item))).join('\n');
}

test("AWS's words decide the cause, and the mail has them with the caller", async () => {
  await start();
  spend(watchdog.account, at('12:01'), 300_000, { throttles: 40 });
  deliver(3, { errorMessage: 'Too many requests, please wait before trying again.' });
  await watchdog.tick(at('12:03'));
  expect(lastMail()).toContain("requests per minute, confirmed by AWS's own words");
  expect(lastMail()).toContain('"Too many requests, please wait before trying again." (3 calls)');
  expect(lastMail()).toContain('callers: SummaryWorker (3 calls)');
  expect(queue()).toEqual([]);
});

test('without the feature nothing is received, and nothing waits for it', async () => {
  await start({ [ENVIRONMENT.refusalQueueUrl]: '' });
  deliver(3);
  await watchdog.tick(at('12:03'));
  expect([calls('sqs:ReceiveMessage'), queue().length]).toEqual([0, 3]);
});

test('a tick with an empty queue asks once and saves nothing of it', async () => {
  await start();
  await watchdog.ticks(at('12:00'), at('12:05'));
  expect([calls('sqs:ReceiveMessage'), calls('sqs:DeleteMessageBatch')]).toEqual([5, 0]);
  expect(await storedText()).not.toContain('"seen"');
});

test('a few messages take one call more, and many ten at once', async () => {
  await start();
  deliver(3);
  await watchdog.tick(at('12:03'));
  expect(calls('sqs:ReceiveMessage')).toBe(2);
  deliver(10, {}, 'more');
  await watchdog.tick(at('12:04'));
  expect([calls('sqs:ReceiveMessage'), queue().length]).toEqual([2 + 1 + 10, 0]);
});

test('refused calls that no metric shows open one alert', async () => {
  await start();
  deliver(6, { errorCode: 'AccessDenied', errorMessage: 'Not authorized to perform: bedrock:InvokeModel' });
  await watchdog.ticks(at('12:03'), at('12:08'));
  expect(watchdog.subjects()).toHaveLength(1);
  expect(watchdog.subjects()[0]).toMatch(/^WARNING access denied: Claude Sonnet 4.5 V1, cross-Region/);
});

test('what comes twice, and again after a crash between saving and deleting, counts once', async () => {
  await start();
  const denied = { errorCode: 'AccessDenied', errorMessage: 'Not authorized to perform: bedrock:InvokeModel' };
  deliver(2, denied);
  deliver(2, denied);
  watchdog.account.faults.add({ service: 'sqs', operation: 'DeleteMessageBatch', kind: 'serverError' });
  await watchdog.tick(at('12:03'));
  expect(queue()).toHaveLength(4);
  watchdog.account.faults.clear();
  watchdog.crash();
  for (const message of queue()) message.visibleAt = 0;
  await watchdog.tick(at('12:04'));
  expect(queue()).toEqual([]);
  expect(await storedText()).toMatch(/"kind":"accessDenied".{0,400}"minutes":\[\[\d+,2\]\]/);
});

test('messages that nobody can read are deleted, counted and told once', async () => {
  await start();
  queue().push({ id: 'a', body: 'no JSON' }, { id: 'b', body: '{"detail":{"eventName":1}}' }, { id: 'c', body: '[]' });
  await watchdog.ticks(at('12:00'), at('12:40'));
  expect(queue()).toEqual([]);
  expect(watchdog.subjects().filter((subject) => subject.includes('refusals:unreadable'))).toHaveLength(1);
  expect(lastMail()).toContain('3 messages of the last three hours');
});

test('a queue that is gone for more than the ledger counts ends nothing: what is unknown is not over', async () => {
  await start();
  deliver(6, { errorCode: 'AccessDenied', errorMessage: 'Not authorized to perform: bedrock:InvokeModel' });
  await watchdog.ticks(at('12:03'), at('12:06'));
  watchdog.account.queues.delete('refusals');
  await everyFiveMinutes('12:10', '16:10');
  expect(watchdog.subjects().filter((subject) => subject.startsWith('RECOVERED'))).toEqual([]);
  expect(watchdog.subjects().filter((subject) => subject.includes('sqs:ReceiveMessage'))).toHaveLength(1);
  watchdog.account.queues.set('refusals', []);
  await everyFiveMinutes('16:10', '16:40');
  expect(lastMail()).toMatch(/RECOVERED.*access denied/s);
}, 60_000);

test('a ledger that nobody can read any more is begun anew', async () => {
  await start();
  const client = new DynamoDBClient({
    endpoint: watchdog.account.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const Item = { pk: { S: 'us-east-1' }, sk: { S: 'refusals' }, data: { B: Buffer.from('junk') }, version: { N: '7' } };
  await client.send(new PutItemCommand({ TableName: 'watchdog', Item }));
  deliver(2);
  await watchdog.tick(at('12:03'));
  deliver(1, {}, 'later');
  await watchdog.tick(at('12:04'));
  expect(await storedText()).toMatch(/"kind":"tokensPerMinute".{0,400}"minutes":\[\[\d+,3\]\]/);
  expect(queue()).toEqual([]);
});

test('a flood is read in part, and the rest at the next ticks', async () => {
  await start();
  deliver(5_000);
  await watchdog.tick(at('12:03'));
  expect(queue()).toHaveLength(3_000);
  expect(calls('sqs:ReceiveMessage')).toBe(200);
  await watchdog.tick(at('12:04'));
  await watchdog.tick(at('12:05'));
  expect(queue()).toEqual([]);
});

test('without principals no name is stored or said', async () => {
  await start({ [ENVIRONMENT.principals]: 'false' });
  spend(watchdog.account, at('12:01'), 300_000, { throttles: 40 });
  const errorMessage =
    'User: arn:aws:sts::111122223333:assumed-role/SummaryWorker/worker-7 is not authorized to perform: bedrock:InvokeModel';
  deliver(3, {}, 'throttled');
  deliver(6, { errorCode: 'AccessDenied', errorMessage }, 'denied');
  await watchdog.tick(at('12:03'));
  expect(watchdog.subjects().some((subject) => THROTTLED.test(subject))).toBe(true);
  const said = JSON.stringify(watchdog.account.messages);
  expect(said).toContain('is not authorized to perform');
  expect(said + (await storedText())).not.toMatch(/SummaryWorker|worker-7/);
});
