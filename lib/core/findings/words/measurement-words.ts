import { consumersOf } from '../../measure/consumers';
import type { Measurement } from '../../measure/measurement';
import type { UsageWindow } from '../../vocabulary/finding';
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

/** Callers that a line names. */
const NAMED_CALLERS = 4;

/** `us.anthropic.claude-sonnet-4-5 71%, application profile "checkout" 29%` */
function spellCallers(measurement: Measurement, words: Words): string {
  return consumersOf(measurement)
    .slice(0, NAMED_CALLERS)
    .map(({ modelId, profileName, share }) => {
      const name = profileName === null ? modelId : words.use.application(profileName);
      return `${name} ${spellShare(share * 100)}`;
    })
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
