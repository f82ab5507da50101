import { consumersOf } from '../measure/consumers';
import { type Measurement, ownUsageOf } from '../measure/measurement';
import { HIGHEST_RATE, readUnknownRate } from '../measure/unknown-rate';
import { thresholdsFor } from '../rules/match-rules';
import type { Found, FoundContext, FoundRemedy } from '../vocabulary/found';
import { type Severity, severityOf } from '../vocabulary/severity';
import type { EpochMinute } from '../vocabulary/time';
import { spellCount, spellPercent, spellQuantity, spellQuotaLine, spellQuotaSubject } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { fallbackRemedies, increaseRemedies } from './remedies';
import type { FindingSurroundings } from './surroundings';
import { describeProgress, spellDayWindow, summarizeMeasurement } from './words';

/** What the numbers of a mantle quota cannot show; nothing for the runtime's. */
function describeMantle({ quota, traffic }: Measurement, words: Words): (readonly [string, string])[] {
  if (quota.endpoint !== 'mantle') return [];
  const errors = traffic
    .flatMap((modelTraffic) => modelTraffic.recent)
    .reduce((sum, minute) => sum + minute.clientErrors, 0);
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
  hasMantleTraffic: boolean,
  words: Words,
): (readonly [string, string])[] {
  return quota.scope === 'account' && hasMantleTraffic ? [['Not counted', words.use.mantleNotCounted]] : [];
}

function exhaustionAtOf({ forecast }: Measurement): EpochMinute | null {
  return forecast.kind === 'exhausts' || forecast.kind === 'exhausted' ? forecast.at : null;
}

function remediesFor(measurement: Measurement, surroundings: FindingSurroundings): FoundRemedy[] {
  const { quota } = measurement;
  return [...increaseRemedies(quota, ownUsageOf(measurement), surroundings), ...fallbackRemedies(quota, surroundings)];
}

/** Refused calls are not among the requests counted, so use stops at the quota while the demand goes on. */
function describeDemand({ quota, usage, minutes }: Measurement, words: Words): (readonly [string, string])[] {
  if (quota.dimension !== 'requestsPerMinute' || usage.at === null) return [];
  const peak = minutes.findLast(({ minute }) => minute === usage.at);
  if (!peak || peak.throttles === 0) return [];
  const demand = spellQuantity(peak.invocations + peak.throttles, words.nouns.call, words);
  return [['Demand', words.use.demand(demand, spellCount(peak.throttles, words))]];
}

/** What the use may come to while no burndown rate of its models is known, and how to set one. */
function describeUnknownRate(measurement: Measurement, words: Words): (readonly [string, string])[] {
  const unknown = readUnknownRate(measurement);
  if (!unknown) return [];
  const { modelIds, atOne, atHighest, percentAtHighest } = unknown;
  const { utilizationPercent } = measurement;
  const spell = (tokens: number, percent: number | null) =>
    `${spellCount(tokens, words)}${percent === null ? '' : ` (${spellPercent(percent, words)})`}`;
  const text = words.use.unknownRate({
    models: modelIds.join(', '),
    atOne: spell(atOne, utilizationPercent),
    highest: spellCount(HIGHEST_RATE, words),
    atHighest: spell(atHighest, percentAtHighest),
  });
  return [['Rate', text]];
}

function tellMeasurement(
  measurement: Measurement,
  { now, hasMantleTraffic }: FindingSurroundings,
  words: Words,
): FoundContext {
  const { quota, usage, day } = measurement;
  const other = day && (usage.window === 'utcDay' ? day.rolling24h : day.utcDay);
  const otherReading =
    other && words.use.otherReading(spellCount(other.tokens, words), spellDayWindow(other.window, words));
  return {
    subject: spellQuotaSubject(quota, words),
    summary: summarizeMeasurement(measurement, now, words),
    details: [
      ...describeProgress(measurement, now, words),
      ['Quota', spellQuotaLine(quota, words)],
      ...describeUnknownRate(measurement, words),
      ...(otherReading ? [['Also', otherReading] as const] : []),
      ...describeDayGap(measurement, hasMantleTraffic, words),
      ...describeMantle(measurement, words),
      ...describeDemand(measurement, words),
    ],
  };
}

/** Consumers that a finding has; the largest are the news. */
const MOST_CONSUMERS = 20;

/** The part of a finding that says who spends its quota; nothing where one caller does. */
export function toConsumers(measurement: Measurement): Pick<Found, 'consumers'> {
  if (measurement.traffic.flatMap(({ callers }) => callers).length < 2) return {};
  const consumers = consumersOf(measurement);
  return consumers.length < 2 ? {} : { consumers: consumers.slice(0, MOST_CONSUMERS) };
}

/** The use of a quota: `utilization`, or `dailyPool` where it is told as the pool of all models. */
export function findUtilization(
  measurement: Measurement,
  kind: 'utilization' | 'dailyPool',
  surroundings: FindingSurroundings,
): Found {
  const { quota, usage, usageNow, limit, utilizationPercent, traffic } = measurement;
  const thresholds = thresholdsFor(surroundings.rules, quota, surroundings.thresholds);
  const severity: Severity = utilizationPercent === null ? 'critical' : severityOf(utilizationPercent, thresholds);
  const callers = [...new Set(traffic.map(({ baseModelId }) => baseModelId))].sort();
  return {
    id: `${kind}/${quota.quotaCode}`,
    kind,
    severity,
    quotaCode: quota.quotaCode,
    modelIds: kind === 'dailyPool' ? callers : quota.modelIds,
    scope: quota.scope,
    dimension: quota.dimension,
    usage,
    usageNow,
    appliedValue: quota.appliedValue,
    ...(limit === quota.appliedValue ? {} : { effectiveLimit: limit }),
    utilizationPercent,
    headroom: limit - usage.value,
    exhaustionAt: exhaustionAtOf(measurement),
    ...toConsumers(measurement),
    cause: null,
    remedies: severity === 'ok' ? [] : remediesFor(measurement, surroundings),
    context: (words) => tellMeasurement(measurement, surroundings, words),
  };
}
