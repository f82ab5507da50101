import { type Measurement, minuteValueOf } from '../../measure/measurement';
import type { Caller, ModelTraffic, TrafficMinute } from '../../traffic/model-traffic';
import type { UsageWindow } from '../../vocabulary/finding';
import { minutesFrom } from '../../vocabulary/minute-list';
import { type EpochMinute, toSpokenTime } from '../../vocabulary/time';
import { spellCount, spellQuotaSubject, spellShare } from '../../vocabulary/wording';
import type { Words } from '../../words/words';
import { spellForecast } from './forecast-words';

/** The words for what a day reading covers. */
export function spellDayWindow(window: UsageWindow, { use }: Words): string {
  return window === 'utcDay' ? use.utcDay : use.rolling24h;
}

/** `tokens`, or `input tokens` and the like where the quota counts one direction only. */
function spellUnit({ quota, usage }: Measurement, { units }: Words): string {
  if (quota.dimension === 'inputTokensPerMinute') return units.inputTokens;
  return quota.dimension === 'outputTokensPerMinute' ? units.outputTokens : units[usage.unit];
}

/** One sentence: who used how much of what, when. */
export function summarizeMeasurement(measurement: Measurement, now: EpochMinute, words: Words): string {
  const { quota, usage } = measurement;
  const subject = spellQuotaSubject(quota, words);
  const used = words.use.used(
    `${subject.charAt(0).toUpperCase()}${subject.slice(1)}${quota.scope === 'account' ? '' : ','}`,
    spellCount(usage.value, words),
    `${spellCount(measurement.limit, words)} ${spellUnit(measurement, words)}`,
  );
  if (usage.window === 'minute' && usage.at !== null) return words.use.inMinute(used, toSpokenTime(usage.at, now));
  return words.use.inDay(used, spellDayWindow(usage.window, words));
}

/** The minutes of a caller that count in a measurement: those of the day reading shown, or of the look-back. */
function countedMinutes(
  { day, usage }: Measurement,
  modelTraffic: ModelTraffic,
  caller: Caller,
): readonly TrafficMinute[] {
  const from = day ? day[usage.window === 'utcDay' ? 'utcDay' : 'rolling24h'].from : modelTraffic.lookFrom;
  return minutesFrom(caller.minutes, from);
}

/** Largest callers of a measurement first, with their share of the look-back or the day in percent. */
export function callerShares(measurement: Measurement): { name: string; modelId: string; percent: number }[] {
  const tokens = measurement.traffic.flatMap((modelTraffic) =>
    modelTraffic.callers.map((caller) => ({
      name: caller.name,
      modelId: caller.modelId,
      amount: countedMinutes(measurement, modelTraffic, caller).reduce(
        (sum, minute) => sum + minuteValueOf(measurement.quota, minute),
        0,
      ),
    })),
  );
  const total = tokens.reduce((sum, { amount }) => sum + amount, 0);
  return tokens
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount)
    .map(({ name, modelId, amount }) => ({ name, modelId, percent: (amount / total) * 100 }));
}

/** `us.anthropic.claude-sonnet-4-5 71%, application profile "checkout" 29%` */
export function spellCallers(measurement: Measurement, words: Words): string {
  return callerShares(measurement)
    .slice(0, 4)
    .map(
      ({ name, modelId, percent }) =>
        `${name === modelId ? modelId : words.use.application(name)} ${spellShare(percent)}`,
    )
    .join(', ');
}

/** What the use of a quota will come to, and whose it is. */
export function describeProgress(
  measurement: Measurement,
  now: EpochMinute,
  words: Words,
): (readonly [string, string])[] {
  return [
    ['Forecast', spellForecast(measurement.forecast, now, words)],
    ['Traffic', spellCallers(measurement, words)],
  ];
}
