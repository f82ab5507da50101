import { type DeployedWatchdog, deploy, SONNET_ID, spend } from '../lambda/deployed';
import { at, EXPECTED, play, prepareTraffic, said, TICKS, tally } from './scenario';

let watchdog: DeployedWatchdog;

beforeEach(async () => {
  watchdog = await deploy({ now: new Date(at('11:00')) });
  prepareTraffic(watchdog.account);
});

afterEach(() => watchdog.close());

it.each([
  ['ASCII', 'm'.repeat(1_024)],
  ['of four bytes a character', '\u{1F600}'.repeat(256)],
])('a ModelId of 1,024 bytes, %s, takes no other model with it, and its own minutes last', async (_, modelId) => {
  spend(watchdog.account, at('11:30'), 1_000, { modelId });
  const runs = await play(watchdog, TICKS, (time) => {
    if (time === '12:06') watchdog.crash();
  });
  expect([...runs].filter(([, { kind }]) => kind === 'failed')).toEqual([]);
  const { lost, wrong, repeated } = tally(
    said(watchdog.account).filter((line) => !line.includes('unmappedUsage')),
    EXPECTED,
  );
  expect({ lost, wrong, repeated }).toEqual({ lost: [], wrong: [], repeated: [] });
});

it.each([1e308, 1.1e15])(
  'a point of %d is no number: it is told, and all else is judged and published',
  async (value) => {
    const { account } = watchdog;
    await play(watchdog, TICKS.slice(0, TICKS.indexOf('12:06')));
    account.record(
      { namespace: 'AWS/Bedrock', name: 'EstimatedTPMQuotaUsage', dimensions: { ModelId: SONNET_ID } },
      { minute: Date.parse(at('12:05')) / 60_000, sum: value, visibleAt: Date.parse(at('12:06')) },
    );
    const puts = account.calls.get('cloudwatch:PutMetricData') ?? 0;
    const run = await watchdog.tick(at('12:06'));
    expect(run.kind === 'failed' && run.message).toContain('points that are not numbers; they are left out');
    expect(account.calls.get('cloudwatch:PutMetricData')).toBe(puts + 1);
    expect(said(account)).toEqual([EXPECTED[0]]);
    expect(JSON.stringify(account.messages)).not.toContain('Infinity');
  },
);
