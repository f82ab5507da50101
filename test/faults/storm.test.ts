import { createHash } from 'node:crypto';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { CHANNELS, type DeployedWatchdog, deploy, ROWS, spend } from '../lambda/deployed';
import { clientsOf } from '../local/clients';
import { childCpuSeconds, childPeakKib, LAMBDA_MEMORY, LONGEST_RUN_MS, MEMORY_KIB } from './lambda-limits';

const INCIDENTS = 5_000;

/** An id as application profiles have them: twelve characters that no compression foresees. */
function idOf(index: number): string {
  return createHash('sha256').update(`${index}`).digest('hex').slice(0, 12);
}

/** DynamoDB takes no larger item. */
const MOST_BYTES = 400 * 1024;

async function stateBytes(): Promise<number> {
  const Key = { pk: { S: 'us-east-1' }, sk: { S: 'state' } };
  const { Item } = await clientsOf(watchdog.account.url).dynamoDb.send(
    new GetItemCommand({ TableName: 'watchdog', Key }),
  );
  return Item?.data?.B?.length ?? 0;
}

let watchdog: DeployedWatchdog;

beforeEach(async () => {
  watchdog = await deploy({ quotas: ROWS }, { ...CHANNELS, ...LAMBDA_MEMORY });
});

afterEach(() => watchdog.close());

async function tick(time: string): Promise<void> {
  const startedAt = performance.now();
  const run = await watchdog.tick(time);
  const took = Math.round(performance.now() - startedAt);
  process.stderr.write(
    `storm: ${time} took ${took} ms, peak ${childPeakKib()} KiB, cpu ${childCpuSeconds()} s, state ${await stateBytes()} bytes, ${JSON.stringify(run).slice(0, 400)}\n`,
  );
  expect(run).toMatchObject({ kind: 'returned' });
  expect(took).toBeLessThan(LONGEST_RUN_MS);
}

it('5,000 incidents of one run: all are told in time, within the memory, once', async () => {
  const { account } = watchdog;
  await tick('2026-10-14T11:55:00Z');
  for (let index = 0; index < INCIDENTS; index++) {
    const modelId = `arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/${idOf(index)}`;
    spend(account, '2026-10-14T12:00:00Z', 1_000 + index, { modelId, throttles: 3 });
  }
  for (const time of ['2026-10-14T12:02:00Z', '2026-10-14T12:03:00Z', '2026-10-14T12:05:00Z', '2026-10-14T12:10:00Z'])
    await tick(time);
  const told = account.events.map(({ detail }) => (detail.finding as { id: string }).id);
  expect(new Set(told).size).toBe(INCIDENTS);
  expect(told).toHaveLength(INCIDENTS);
  expect(await stateBytes()).toBeLessThan(MOST_BYTES);
  expect(childPeakKib()).toBeLessThan(MEMORY_KIB);
}, 300_000);
