import { CreateTopicCommand, DeleteTopicCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { TablePartition } from '../../aws/dynamodb';
import { loadAside } from '../../lambda/memory/aside';
import { EMPTY_STATE, loadState, saveState } from '../../lambda/memory/state';
import { ENVIRONMENT } from '../../lib/contract';
import { at, EXPECTED, play, TICKS, tally } from '../faults/scenario';
import { allItems, playSpoilt } from '../faults/spoil-item';
import { BROKEN_ROWS, NEWER_ROWS } from '../faults/stored-item-rows';
import { alertOf } from '../lib/core/alerts/alert-fixtures';
import { toTrailRecord } from '../lib/core/refusals/trail-record';
import type { Engine } from './engines';
import { findMissingMoto, startMoto } from './moto';
import { type MotoWatchdog, receiveFrom, startOnMoto } from './moto-watchdog';

/** The store, the topics and the queue of an engine that nobody here wrote, so that the local account does not test itself. */
const missing = findMissingMoto();
if (missing) process.stderr.write(`the faults of a second engine are not played: ${missing}\n`);
const describeOnMoto = missing ? describe.skip : describe;

const QUEUE = 'https://sqs.us-east-1.amazonaws.com/111122223333/refusals';

let moto: Engine;
let on: MotoWatchdog;

beforeAll(async () => {
  if (!missing) moto = await startMoto();
});
afterAll(() => moto?.stop());
afterEach(() => on?.close());

const start = async (environment?: Record<string, string>) => {
  on = await startOnMoto(moto, environment);
  return on;
};

const tableOf = ({ dynamoDb }: MotoWatchdog): TablePartition => ({
  client: dynamoDb,
  tableName: 'watchdog',
  partition: 'us-east-1',
});

function expectOnce(lines: readonly string[], again: readonly string[] = []): readonly string[] {
  const { coverage, ...others } = tally(lines, EXPECTED);
  expect(others).toEqual({ lost: [], wrong: [], repeated: again });
  return coverage;
}

const BEFORE = TICKS.indexOf('12:06');

describeOnMoto('the store, SNS and SQS of moto', () => {
  it('without a fault the scenario says what its numbers say', async () => {
    const { watchdog, said } = await start();
    const runs = await play(watchdog);
    expect([...runs].filter(([, { kind }]) => kind === 'failed')).toEqual([]);
    expect(await said()).toEqual(EXPECTED);
  });

  // It counts bytes as the text they travel in, so that an item of 400 KB is none it takes.
  const rows = BROKEN_ROWS.filter(({ name }) => name !== 'of 400 KB');
  it.each(rows.map((row) => [`${row.item} ${row.name}`, row] as const))(
    '%s is told once, replaced at once, and silences nothing',
    async (_, row) => {
      const { watchdog, dynamoDb, said } = await start();
      const { hit, runs } = await playSpoilt({ watchdog, client: dynamoDb }, row);
      expect(hit.kind === 'failed' && hit.message).toContain(row.told);
      expect(runs.filter(({ kind }) => kind === 'failed')).toEqual([]);
      const again = row.item === 'state' && row.isAlerting ? [EXPECTED[0]] : [];
      expect(expectOnce(await said(), again)).toEqual([
        expect.stringMatching(`^opened coverage/watchdog:stored/${row.item}.* unknown$`),
      ]);
    },
  );

  it.each(NEWER_ROWS.map((row) => [`${row.item} ${row.name}`, row] as const))('%s is left as it is', async (_, row) => {
    const { watchdog, dynamoDb, said } = await start();
    const { hit, spoilt } = await playSpoilt({ watchdog, client: dynamoDb }, row);
    expect(hit.kind === 'failed' && hit.message).toContain(row.told);
    expect(expectOnce(await said())).toHaveLength(1);
    expect(await allItems(dynamoDb)).toContainEqual(spoilt);
  });

  it('a message that is too long goes out in short, is set aside, and holds up nothing', async () => {
    const { watchdog, received } = await start();
    await play(watchdog, TICKS.slice(0, BEFORE));
    const { value, version } = await loadState(tableOf(on));
    const entry = {
      id: at('12:05'),
      alert: {
        subject: 'CRITICAL 97%: a long one',
        message: { email: 'x'.repeat(270_000), sqs: JSON.stringify({ findings: [alertOf()] }) },
        attributes: {
          severity: 'critical' as const,
          accountId: '111122223333',
          region: 'us-east-1',
          events: [],
          kinds: [],
          models: [],
        },
      },
    };
    await saveState(tableOf(on), { ...(value ?? EMPTY_STATE), outbox: [entry] }, version);
    const run = await watchdog.tick(at('12:06'));
    expect(run.kind === 'failed' && run.message).toMatch(/sns:Publish failed \(InvalidParameter.*too long/i);
    const subjects = (await received()).map(({ subject }) => subject);
    expect(subjects).toHaveLength(2);
    expect(subjects[0]).toBe(entry.alert.subject);
    expect(await loadAside(tableOf(on))).toMatchObject([{ id: at('12:05'), channel: 'mail' }]);
  });

  it('what a deleted topic did not take comes when it is there again', async () => {
    const { watchdog, sns, sqs, topicArn } = await start();
    await play(watchdog, TICKS.slice(0, BEFORE));
    await sns.send(new DeleteTopicCommand({ TopicArn: topicArn }));
    const run = await watchdog.tick(at('12:06'));
    expect(run.kind === 'failed' && run.message).toMatch(/sns:Publish failed \(NotFound/);
    await watchdog.tick(at('12:07'));
    expect((await loadState(tableOf(on))).value?.outbox).toHaveLength(1);
    await sns.send(new CreateTopicCommand({ Name: 'alerts' }));
    const received = await receiveFrom({ sqs, sns }, 'second', topicArn);
    await watchdog.tick(at('12:08'));
    expect((await received()).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^WARNING 85%/)]);
    expect((await loadState(tableOf(on))).value?.outbox).toEqual([]);
  });

  it.each([2, 4])('%d processes at once say each alert once', async (count) => {
    const { watchdog, said, startOther } = await start();
    const others = await Promise.all(Array.from({ length: count - 1 }, () => startOther()));
    for (const time of TICKS) {
      watchdog.account.clock.set(new Date(at(time)));
      const earlier = (minutes: number) => new Date(Date.parse(at(time)) - minutes * 60_000).toISOString();
      await Promise.all([
        watchdog.invoke({ time: at(time) }),
        ...others.map((other, index) => other.invoke({ time: earlier(index) })),
      ]);
    }
    expect(expectOnce(await said())).toEqual([]);
  });

  it('a queue of refused calls: what is junk in it is told, the rest is taken, and one that is gone silences nothing', async () => {
    const { watchdog, sqs, said } = await start({ [ENVIRONMENT.refusalQueueUrl]: QUEUE });
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'refusals' }));
    await play(watchdog, TICKS.slice(0, BEFORE));
    const detail = toTrailRecord({ eventID: 'one', eventTime: at('12:04') });
    for (const body of ['null', '{"detail":', JSON.stringify({ detail, source: 'aws.bedrock' })])
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body }));
    await watchdog.tick(at('12:06'));
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
    });
    await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    const run = await watchdog.tick(at('12:07'));
    expect(run.kind === 'failed' && run.message).toContain('sqs:ReceiveMessage');
    await play(watchdog, TICKS.slice(BEFORE + 2));
    const lines = (await said()).filter((line) => line.includes('utilization/'));
    expect(lines).toEqual(EXPECTED);
  });
});
