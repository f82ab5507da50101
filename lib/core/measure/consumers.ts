import type { Caller, ModelTraffic, TrafficMinute } from '../traffic/model-traffic';
import type { Consumer } from '../vocabulary/finding';
import { minutesFrom } from '../vocabulary/minute-list';
import type { Measurement } from './measurement';
import { minuteValueOf } from './minute-value';

/** The minutes of a caller that count in a measurement: those of the day reading shown, or of the look-back. */
function countedMinutes(
  { day, usage }: Measurement,
  modelTraffic: ModelTraffic,
  caller: Caller,
): readonly TrafficMinute[] {
  const from = day ? day[usage.window === 'utcDay' ? 'utcDay' : 'rolling24h'].from : modelTraffic.lookFrom;
  return minutesFrom(caller.minutes, from);
}

function sumOf(minutes: readonly TrafficMinute[], pick: (minute: TrafficMinute) => number): number {
  return minutes.reduce((sum, minute) => sum + pick(minute), 0);
}

/** Shares are told to four decimals. */
const SHARE_DIGITS = 10_000;

/** Who spent a quota in the day reading shown, or in the look-back, by its own unit: the largest first. */
export function consumersOf(measurement: Measurement): Consumer[] {
  const { quota, traffic } = measurement;
  const isRequests = quota.dimension === 'requestsPerMinute';
  const spent = traffic.flatMap((modelTraffic) =>
    modelTraffic.callers.map((caller) => {
      const minutes = countedMinutes(measurement, modelTraffic, caller);
      const amount = sumOf(minutes, (minute) => minuteValueOf(quota, minute));
      const tokens = isRequests ? sumOf(minutes, ({ quotaTokens }) => quotaTokens) : amount;
      return { modelId: caller.modelId, profileName: caller.profileName, tokens, amount };
    }),
  );
  const total = spent.reduce((sum, { amount }) => sum + amount, 0);
  return spent
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount || (a.modelId < b.modelId ? -1 : 1))
    .map(({ amount, ...consumer }) => ({
      ...consumer,
      share: Math.round((amount / total) * SHARE_DIGITS) / SHARE_DIGITS,
    }));
}
