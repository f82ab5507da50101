import { describeUsage } from '../../../../../lib/core/answers/usage';
import type { ModelTraffic } from '../../../../../lib/core/traffic/model-traffic';
import { MINUTES_PER_DAY } from '../../../../../lib/core/vocabulary/time';
import { trafficMinute, trafficOf } from '../../traffic-minutes';

const FROM = 20_000 * MINUTES_PER_DAY;

/** Traffic of days, a minute each. */
function trafficOfDays(tokens: readonly number[]): ModelTraffic {
  const minutes = tokens.map((quotaTokens, day) => trafficMinute(FROM + day * MINUTES_PER_DAY + 600, quotaTokens));
  return trafficOf(minutes.filter(({ quotaTokens }) => quotaTokens > 0));
}

function trendOf(tokens: readonly number[]) {
  const period = { from: FROM, until: FROM + tokens.length * MINUTES_PER_DAY, pointMinutes: 1 };
  return describeUsage([trafficOfDays(tokens)], period, []).trend;
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
