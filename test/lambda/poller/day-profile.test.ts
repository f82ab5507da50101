import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { loadProfile, saveProfile } from '../../../lambda/memory/day-profile';
import { clientsOf } from '../../local/clients';
import { type DeployedWatchdog, deploy, ROWS, spend } from '../deployed';

const POOL = {
  quotaCode: 'L-E3F10727',
  quotaName: 'Cross-Model Max Tokens Per Day',
  appliedValue: 1_000_000,
  defaultValue: null,
  adjustable: false,
};
const KEY = 'runtime crossRegion anthropic.claude-sonnet-4-5-20250929-v1:0';
const minuteOf = (time: string) => Date.parse(time) / 60_000;
const NOON_HOUR = minuteOf('2026-10-14T12:00:00Z') / 60;

let watchdog: DeployedWatchdog;

beforeEach(async () => {
  watchdog = await deploy({ quotas: [...ROWS, POOL] });
});

afterEach(() => watchdog.close());

const table = () => ({
  client: clientsOf(watchdog.account.url).dynamoDb,
  tableName: 'watchdog',
  partition: 'us-east-1',
});

it('the poller remembers each hour once its late points have come', async () => {
  const { account, ticks } = watchdog;
  spend(account, '2026-10-14T10:30:00Z', 7000);
  spend(account, '2026-10-14T11:59:00Z', 5000, { visibleAt: '2026-10-14T12:13:30Z' });
  await ticks('2026-10-14T12:00:00Z', '2026-10-14T12:15:00Z');
  const early = await loadProfile(table(), minuteOf('2026-10-14T12:15:00Z'));
  expect(early.value?.hours.at(-1)).toBe(NOON_HOUR - 2);
  expect(early.value?.pools[KEY]?.at(-1)).toBe(7000);
  await ticks('2026-10-14T12:15:00Z', '2026-10-14T12:25:00Z');
  const late = await loadProfile(table(), minuteOf('2026-10-14T12:25:00Z'));
  expect(late.value?.hours.at(-1)).toBe(NOON_HOUR - 1);
  expect(late.value?.pools[KEY]?.slice(-2)).toEqual([7000, 5000]);
});

it('forecasts the day by what it remembers', async () => {
  const { account, tick } = watchdog;
  const hours = Array.from({ length: 96 }, (_, index) => NOON_HOUR - 97 + index);
  // 60,000 an hour, and 120,000 from 14:00 on.
  const row = hours.map((hour) => (hour % 24 >= 14 ? 120_000 : 60_000));
  await saveProfile(table(), { hours, pools: { [KEY]: row } }, minuteOf('2026-10-14T11:59:00Z'));
  for (let minute = 0; minute < 720; minute++) {
    spend(
      account,
      new Date(Date.parse('2026-10-14T00:00:00Z') + minute * 60_000).toISOString(),
      minute < 300 ? 1600 : 1000,
    );
  }
  await tick('2026-10-14T12:00:00Z');
  // 900,000 so far; 60,000 to 13:00, 40,000 in 40 minutes more.
  expect(account.messages[0]?.message.default).toContain(
    'full at about 13:40 UTC following the pattern of the last 3 days, at 100% of their traffic',
  );
});

it('a profile that cannot be read stops no alert; the run says that it saw only a part', async () => {
  const { account, tick, subjects } = watchdog;
  const item = { pk: { S: 'us-east-1' }, sk: { S: 'dayProfile' }, data: { B: Buffer.from('garbage') } };
  await table().client.send(new PutItemCommand({ TableName: 'watchdog', Item: item }));
  spend(account, '2026-10-14T12:00:00Z', 800_000);
  expect(await tick('2026-10-14T12:02:00Z')).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('the item dayProfile of the table watchdog holds nothing that can be unpacked'),
  });
  expect(subjects()).toEqual(['WARNING 80% tokens/day: all models together, us-east-1 (+2 more)']);
  watchdog.crash();
  expect(await tick('2026-10-14T12:05:00Z')).toMatchObject({ kind: 'returned' });
});
