import type { Measurement } from '../measure/measurement';
import { thresholdsFor } from '../rules/match-rules';
import type { DescribedFinding, Finding, Remedy } from '../vocabulary/finding';
import { type Severity, severityOf } from '../vocabulary/severity';
import { toIso, toMinute } from '../vocabulary/time';
import { spellCount, spellQuantity, spellQuotaLine, spellQuotaSubject } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { describeProgress, spellDayWindow, summarizeMeasurement } from './measurement-words';
import { fallbackRemedies } from './remedies/fallback';
import { increaseRemedies } from './remedies/increase';
import type { FindingSurroundings } from './surroundings';

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
  { hasMantleTraffic, words }: FindingSurroundings,
): (readonly [string, string])[] {
  return quota.scope === 'account' && hasMantleTraffic ? [['Not counted', words.use.mantleNotCounted]] : [];
}

function exhaustionAtOf({ forecast }: Measurement): string | null {
  return forecast.kind === 'exhausts' || forecast.kind === 'exhausted' ? toIso(forecast.at) : null;
}

function remediesFor(measurement: Measurement, surroundings: FindingSurroundings): Remedy[] {
  const { quota, usage } = measurement;
  return [...increaseRemedies(quota, usage.value, surroundings), ...fallbackRemedies(quota, surroundings)];
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
      kind === 'dailyPool'
        ? [...new Set(measurement.traffic.map((modelTraffic) => modelTraffic.baseModelId))].sort()
        : quota.modelIds,
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
