import { toOwnMetrics } from '../../../lambda/poller/own-metrics';
import type { EvaluationInput } from '../../../lib/core/findings/evaluation';
import { input } from '../../lib/core/findings/evaluation';
import { dailyPool, minuteOf, quota, requestQuota, SONNET, series, usage } from '../../lib/core/fixtures';
import { judge } from '../../lib/core/judge';

const QUOTAS = [
  quota(),
  requestQuota(),
  dailyPool(),
  quota({ quotaCode: 'L-0000000A', modelIds: ['a.b'], appliedValue: 0 }),
];
const CLOUDWATCH = { source: 'cloudwatch:GetMetricData', message: 'refused' };
const BEDROCK = { source: 'bedrock:ListFoundationModels', message: 'refused' };

const LATE = { since: minuteOf('14:02'), foundAt: minuteOf('14:17') };

function metricsOf(
  tokens: number,
  {
    throttles = 0,
    blindSpots = [],
    late,
  }: { throttles?: number } & Partial<Pick<EvaluationInput, 'blindSpots' | 'late'>> = {},
) {
  const calls = series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: tokens, throttles })]);
  const evaluation = judge(
    input({ quotas: QUOTAS, series: tokens > 0 ? [calls] : [], blindSpots, late: late ?? null }),
  );
  return Object.fromEntries(toOwnMetrics(evaluation, QUOTAS).map(({ name, value }) => [name, value]));
}

describe('the own metrics', () => {
  it('are the highest use, the day, throttles, zero quotas and what could not be read', () => {
    expect(metricsOf(600_000, { throttles: 3 })).toEqual({
      HighestUtilizationPercent: 60,
      HighestDailyUtilizationPercent: 0.4,
      ThrottledRequests: 3,
      ZeroQuotas: 1,
      ZeroQuotaRequests: 0,
      CoverageErrors: 0,
    });
  });

  it('are 0 when all was read and nothing was used', () => {
    expect(metricsOf(0)).toMatchObject({ HighestUtilizationPercent: 0, HighestDailyUtilizationPercent: 0 });
    expect(metricsOf(0, { blindSpots: [BEDROCK] })).toMatchObject({ HighestUtilizationPercent: 0, CoverageErrors: 1 });
  });

  it.each([
    ['could not be read', { blindSpots: [CLOUDWATCH] }],
    ['is shown late', { late: LATE }],
  ])('say nothing of low use while traffic %s', (_, blindness) => {
    expect(metricsOf(600_000, blindness)).toEqual({ ZeroQuotas: 1, CoverageErrors: 1 });
  });

  it('say all the same what is high or refused: more was not seen, less it was not', () => {
    expect(metricsOf(970_000, { blindSpots: [CLOUDWATCH], throttles: 3 })).toEqual({
      HighestUtilizationPercent: 97,
      ThrottledRequests: 3,
      ZeroQuotas: 1,
      CoverageErrors: 1,
    });
  });
});
