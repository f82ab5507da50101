import type { Words } from '../../language/en';
import { type Measurement, minuteValueOf } from '../measure/measurement';
import { thresholdsFor } from '../rules/match-rules';
import type { AlertRules } from '../rules/rules';
import type { Caller, Pool, PoolMinute } from '../traffic/pool';
import type { DescribedFinding, Finding, Remedy, Severity, UsageWindow } from '../vocabulary/finding';
import { minutesFrom } from '../vocabulary/minute-list';
import type { EpochMinute } from '../vocabulary/series';
import { severityOf, type Thresholds } from '../vocabulary/severity';
import { toIso, toMinute, toSpokenTime } from '../vocabulary/time';
import { spellCount, spellQuantity, spellQuotaLine, spellQuotaSubject, spellShare } from '../vocabulary/wording';
import { spellForecast } from './forecast-words';
import { type FallbackSources, fallbackRemedies } from './remedies/fallback';
import { type IncreaseSources, increaseRemedies } from './remedies/increase';

/** What a finding about one account and Region needs beside the measurements. */
export interface FindingSurroundings extends FallbackSources, IncreaseSources {
  /** The clock's minute. */
  readonly now: EpochMinute;
  /** For quotas that no rule gives others. */
  readonly thresholds: Thresholds;
  readonly rules: AlertRules;
  /** Whether the mantle endpoint counted tokens in the last 24 hours. */
  readonly hasMantleTraffic: boolean;
}

/** The words for what a day reading covers. */
function spellDayWindow(window: UsageWindow, { use }: Words): string {
  return window === 'utcDay' ? use.utcDay : use.rolling24h;
}

/** `tokens`, or `input tokens` and the like where the quota counts one direction only. */
function spellUnit({ quota, usage }: Measurement, { units }: Words): string {
  if (quota.dimension === 'inputTokensPerMinute') return units.inputTokens;
  return quota.dimension === 'outputTokensPerMinute' ? units.outputTokens : units[usage.unit];
}

/** What the numbers of a mantle quota cannot show; nothing for the runtime's. */
function describeMantle({ quota, pools }: Measurement, words: Words): (readonly [string, string])[] {
  if (quota.endpoint !== 'mantle') return [];
  const errors = pools.flatMap((pool) => pool.recent).reduce((sum, minute) => sum + minute.clientErrors, 0);
  return [
    ['Not seen', words.use.mantleBlind],
    ...(errors > 0
      ? [['Client errors', words.use.clientErrors(spellQuantity(errors, words.nouns.call, words))] as const]
      : []),
  ];
}

/** What is left out of the account's day, while there is such traffic. */
function describeDayGap(
  { quota }: Measurement,
  { hasMantleTraffic, words }: FindingSurroundings,
): (readonly [string, string])[] {
  return quota.scope === 'account' && hasMantleTraffic ? [['Not counted', words.use.mantleNotCounted]] : [];
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
  if (usage.window === 'minute' && usage.at) return words.use.inMinute(used, toSpokenTime(toMinute(usage.at), now));
  return words.use.inDay(used, spellDayWindow(usage.window, words));
}

function exhaustionAtOf({ forecast }: Measurement): string | null {
  return forecast.kind === 'exhausts' || forecast.kind === 'exhausted' ? toIso(forecast.at) : null;
}

function remediesFor(measurement: Measurement, surroundings: FindingSurroundings): Remedy[] {
  const { quota, usage } = measurement;
  return [...increaseRemedies(quota, usage.value, surroundings), ...fallbackRemedies(quota, surroundings)];
}

/** The minutes of a caller that count in a measurement: those of the day reading shown, or of the look-back. */
function countedMinutes({ day, usage }: Measurement, pool: Pool, caller: Caller): readonly PoolMinute[] {
  const from = day ? day[usage.window === 'utcDay' ? 'utcDay' : 'rolling24h'].from : pool.lookFrom;
  return minutesFrom(caller.minutes, from);
}

/** Largest callers of a measurement first, with their share of the look-back or the day in percent. */
export function callerShares(measurement: Measurement): { name: string; modelId: string; percent: number }[] {
  const tokens = measurement.pools.flatMap((pool) =>
    pool.callers.map((caller) => ({
      name: caller.name,
      modelId: caller.modelId,
      amount: countedMinutes(measurement, pool, caller).reduce(
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

/** Refused calls are not among the requests counted, so use stops at the quota while the demand goes on. */
function describeDemand({ quota, usage, minutes }: Measurement, words: Words): (readonly [string, string])[] {
  if (quota.dimension !== 'requestsPerMinute' || usage.at === null) return [];
  const at = toMinute(usage.at);
  const peak = minutes.findLast(({ minute }) => minute === at);
  if (!peak || peak.throttles === 0) return [];
  const demand = spellQuantity(peak.invocations + peak.throttles, words.nouns.call, words);
  return [['Demand', words.use.demand(demand, spellCount(peak.throttles, words))]];
}

/** What the use of a quota will come to, and whose it is. */
export function describeProgress(
  measurement: Measurement,
  { now, words }: FindingSurroundings,
): (readonly [string, string])[] {
  return [
    ['Forecast', spellForecast(measurement.forecast, now, words)],
    ['Traffic', spellCallers(measurement, words)],
  ];
}

/** The common body of `utilization` and `dailyPool` findings. */
export function describeMeasurement(
  measurement: Measurement,
  kind: 'utilization' | 'dailyPool',
  surroundings: FindingSurroundings,
): DescribedFinding {
  const { quota, usage, limit, utilizationPercent } = measurement;
  const { now, words } = surroundings;
  const thresholds = thresholdsFor(surroundings.rules, quota, surroundings.thresholds);
  const severity: Severity = utilizationPercent === null ? 'critical' : severityOf(utilizationPercent, thresholds);
  const finding: Finding = {
    id: `${kind}/${quota.quotaCode}`,
    kind,
    severity,
    quotaCode: quota.quotaCode,
    modelIds:
      kind === 'dailyPool' ? [...new Set(measurement.pools.map((pool) => pool.baseModelId))].sort() : quota.modelIds,
    scope: quota.scope,
    dimension: quota.dimension,
    usage,
    appliedValue: quota.appliedValue,
    utilizationPercent,
    headroom: limit - usage.value,
    exhaustionAt: exhaustionAtOf(measurement),
    cause: null,
    remedies: severity === 'ok' ? [] : remediesFor(measurement, surroundings),
  };
  const other = measurement.day && (usage.window === 'utcDay' ? measurement.day.rolling24h : measurement.day.utcDay);
  return {
    finding,
    context: {
      subject: spellQuotaSubject(quota, words),
      summary: summarizeMeasurement(measurement, now, words),
      details: [
        ...describeProgress(measurement, surroundings),
        ['Quota', spellQuotaLine(quota, words)],
        ...(other
          ? [
              [
                'Also',
                words.use.otherReading(spellCount(other.tokens, words), spellDayWindow(other.window, words)),
              ] as const,
            ]
          : []),
        ...describeDayGap(measurement, surroundings),
        ...describeMantle(measurement, words),
        ...describeDemand(measurement, words),
      ],
    },
  };
}
