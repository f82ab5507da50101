import { describeUsage } from '../../../../../lib/core/answers/usage';
import type { ModelTraffic } from '../../../../../lib/core/traffic/model-traffic';
import { MINUTES_PER_DAY } from '../../../../../lib/core/vocabulary/time';

const FROM = 20_000 * MINUTES_PER_DAY;

/** Traffic of days, a minute each. */
function trafficOf(tokens: readonly number[]): ModelTraffic {
  const minutes = tokens.flatMap((quotaTokens, day) =>
    quotaTokens === 0
      ? []
      : [
          {
            minute: FROM + day * MINUTES_PER_DAY + 600,
            quotaTokens,
            provenance: 'native' as const,
            invocations: 1,
            throttles: 0,
            clientErrors: 0,
            serverErrors: 0,
            input: quotaTokens,
            output: 0,
            cacheRead: 0,
            cacheWrite: 0,
          },
        ],
  );
  const baseModelId = 'amazon.nova-lite-v1:0';
  return {
    endpoint: 'runtime',
    scope: 'onDemand',
    baseModelId,
    rate: 1,
    callers: [],
    minutes,
    lookFrom: FROM,
    recent: [],
  };
}

function trendOf(tokens: readonly number[]) {
  const period = { from: FROM, until: FROM + tokens.length * MINUTES_PER_DAY, pointMinutes: 1 };
  return describeUsage([trafficOf(tokens)], period, []).trend;
}

test('days before the first call are no growth', () => {
  expect(trendOf([0, 0, 0, 0, 0, 0, 0, 500, 510, 490, 505, 495, 500])).toBeNull();
});

test('growth after the first call is', () => {
  expect(trendOf([0, 0, 0, 0, 100, 200, 300, 400, 500, 600, 700])).toMatchObject({ perWeek: 700 });
});

test('a day without calls in between counts', () => {
  expect(trendOf([100, 200, 0, 400, 500, 600, 700, 800])?.perWeek).toBe(700);
});
