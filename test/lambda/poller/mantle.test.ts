import { closedAfterEach } from '../../closed-after-each';
import { deploy, ROWS, spend } from '../deployed';

const OPUS = 'anthropic.claude-opus-4-8';

const MANTLE_ROWS = [
  {
    quotaCode: 'L-8528F119',
    quotaName: '[bedrock-mantle endpoint] Input tokens per minute for Claude Opus 4.8',
    appliedValue: 20_000_000,
    defaultValue: 20_000_000,
    adjustable: true,
  },
  {
    quotaCode: 'L-37491D63',
    quotaName: '[bedrock-mantle endpoint] Output tokens per minute for Claude Opus 4.8',
    appliedValue: 2_000_000,
    defaultValue: 2_000_000,
    adjustable: true,
  },
];

const start = closedAfterEach(() => deploy({ quotas: [...ROWS, ...MANTLE_ROWS] }));

const at = (time: string) => Date.parse(`2026-10-14T${time}:00Z`);

describe('the mantle endpoint, by the bundled poller', () => {
  it('tells a quota that fills up, once, and that it is well again', async () => {
    const { account, ticks, subjects } = await start();
    account.traffic.spendMantle({ model: OPUS, at: at('12:00'), input: 1_000_000, output: 100_000 });
    await ticks('2026-10-14T12:02:00Z', '2026-10-14T12:05:00Z');
    expect(subjects()).toEqual([]);
    account.traffic.spendMantle({ model: OPUS, at: at('12:04'), input: 10_000_000, output: 100_000 });
    account.traffic.spendMantle({ model: OPUS, project: 'b', at: at('12:04'), input: 9_200_000, output: 100_000 });
    await ticks('2026-10-14T12:05:00Z', '2026-10-14T12:40:00Z');
    expect(subjects()).toEqual([
      'CRITICAL 96% input tokens/min: Claude Opus 4.8, bedrock-mantle, us-east-1',
      expect.stringMatching(/^RECOVERED .*Claude Opus 4\.8, bedrock-mantle/),
    ]);
    expect(account.messages[0]?.message.default).toContain('no metric counts the 429s of the mantle endpoint');
  });

  it('keeps the minutes of one model on both endpoints apart from run to run', async () => {
    const { account, ticks, subjects } = await start();
    spend(account, '2026-10-14T12:00:00Z', 10, { modelId: OPUS });
    account.traffic.spendMantle({ model: OPUS, at: at('12:00'), input: 10, output: 10 });
    await ticks('2026-10-14T12:01:00Z', '2026-10-14T12:06:00Z');
    account.traffic.spendMantle({ model: OPUS, at: at('12:06'), input: 10, output: 1_700_000 });
    await ticks('2026-10-14T12:06:00Z', '2026-10-14T12:12:00Z');
    expect(subjects()).toEqual([
      `UNKNOWN traffic to a model without a quota: ${OPUS}, us-east-1`,
      'WARNING 85% output tokens/min: Claude Opus 4.8, bedrock-mantle, us-east-1',
    ]);
  });

  it('tells traffic of a Claude model that no mantle quota is for, and of others only that they have no limit', async () => {
    const { account, tick, subjects } = await start();
    account.traffic.spendMantle({ model: 'openai.gpt-5.4', at: at('12:00'), input: 10, output: 10 });
    account.traffic.spendMantle({ model: 'anthropic.claude-opus-9', at: at('12:00'), input: 10, output: 10 });
    await tick('2026-10-14T12:02:00Z');
    expect(subjects()).toEqual([
      'UNKNOWN traffic to an unknown model id: anthropic.claude-opus-9 on bedrock-mantle, us-east-1',
    ]);
  });

  it('costs one listing in five minutes while it is not used', async () => {
    const { account, ticks } = await start();
    spend(account, '2026-10-14T12:00:00Z', 10);
    await ticks('2026-10-14T12:01:00Z', '2026-10-14T12:21:00Z');
    // At 12:01, 12:05, 12:10, 12:15 and 12:20, once for each endpoint and for agents.
    expect(account.calls.get('cloudwatch:ListMetrics')).toBe(3 * 5);
    // The runtime's two metrics and its throttles: a day at 12:01, then every three minutes from 12:03 on.
    expect(account.calls.get('cloudwatch:MetricsRequested')).toBe(3);
    // And one look, whether CloudWatch shows the watchdog's own points.
    expect(account.calls.get('cloudwatch:GetMetricStatistics')).toBe(3 * 6 + 1);
  });
});
