import { EN } from '../../language/en';
import { measureQuota } from '../measure/measurement';
import { toOpenRequests } from '../quotas/increase-request';
import { NO_ALERT_RULES } from '../rules/rules';
import { createMantleResolver } from '../traffic/resolve-mantle';
import { sumTraffic } from '../traffic/sum-traffic';
import { minutesFrom } from '../vocabulary/minute-list';
import { type SeriesIdentity, seriesKeyOf } from '../vocabulary/series-key';
import { rankOf } from '../vocabulary/severity';
import { spellStatement } from '../vocabulary/statement';
import { MINUTES_PER_DAY, toIso } from '../vocabulary/time';
import type { Evaluation, EvaluationInput } from './evaluation';
import { findAll } from './find-all';
import { LATE_POINTS_SOURCE, spellLateness } from './late-points';
import type { MutedFinding } from './mute-findings';
import { findRestingDays } from './resting-days';
import { findUncoveredTraffic } from './uncovered-traffic';

function byWorstFirst({ described: a }: MutedFinding, { described: b }: MutedFinding): number {
  return (
    rankOf(b.finding.severity) - rankOf(a.finding.severity) ||
    (b.finding.utilizationPercent ?? -1) - (a.finding.utilizationPercent ?? -1) ||
    a.finding.id.localeCompare(b.finding.id, 'en')
  );
}

/** Whether the mantle endpoint counted tokens in the last 24 hours, whatever the model. */
function hasMantleTraffic({ series, now }: EvaluationInput): boolean {
  return series.some(
    ({ endpoint, minutes }) =>
      endpoint === 'mantle' &&
      minutes.some((one) => one.minute >= now - MINUTES_PER_DAY && one.minute < now && one.input + one.output > 0),
  );
}

/** Sorted, each once: both endpoints may be called with the same id. */
function toModelIds(callers: readonly { readonly modelId: string }[]): string[] {
  return [...new Set(callers.map(({ modelId }) => modelId))].sort();
}

/** What is not seen, or late, in lines that begin with the source. */
function toErrorLines({ blindSpots, late, now }: EvaluationInput): string[] {
  return [
    ...blindSpots.map((error) => `${error.source}: ${spellStatement(error)}`),
    ...(late ? [`${LATE_POINTS_SOURCE}: ${spellLateness(late, now, EN)}`] : []),
  ];
}

/** The whole judgement of one account and Region at one moment: findings worst first, and what could not be seen. */
export function evaluate(input: EvaluationInput): Evaluation {
  const { now, rules = NO_ALERT_RULES } = input;
  const from = now - input.lookbackMinutes;
  const fromOf = (seriesKey: string) => Math.min(from, input.lookFrom?.get(seriesKey) ?? from);
  const resolveMantle = createMantleResolver(input.quotas);
  const resolve = ({ endpoint, modelId }: SeriesIdentity) =>
    endpoint === 'mantle' ? resolveMantle(modelId) : input.resolve(modelId);
  const { traffic, unmapped } = sumTraffic(input.series, resolve, {
    until: now,
    fromOf,
    burndownRates: input.burndownRates ?? {},
  });
  const uncovered = findUncoveredTraffic(traffic, input.quotas, input.blindSpots);
  const moment = { now, profile: input.profile ?? null };
  const measurements = input.quotas.map((quota) => measureQuota(quota, traffic, moment)).filter((one) => one !== null);
  const openRequests = toOpenRequests(input.requests ?? [], input.quotas);
  const surroundings = {
    region: input.region,
    now,
    thresholds: input.thresholds,
    rules,
    quotas: input.quotas,
    measurements,
    profiles: input.profiles ?? [],
    openRequests,
    hasMantleTraffic: hasMantleTraffic(input),
  };
  const seen = {
    traffic,
    unmapped: [...unmapped, ...uncovered],
    changes: input.changes ?? [],
    evaluatedUntil: input.evaluatedUntil ?? null,
    blindSpots: input.blindSpots,
    late: input.late ?? null,
  };
  const found = findAll(seen, surroundings, input.language ?? 'en').sort(byWorstFirst);
  const described = found.map((one) => one.described);
  const muted = new Map(found.flatMap(({ described: { finding }, mute }) => (mute ? [[finding.id, mute]] : [])));
  const activeCallers = traffic.flatMap((modelTraffic) =>
    modelTraffic.callers
      .filter((caller) => minutesFrom(caller.minutes, modelTraffic.lookFrom).length > 0)
      .map(({ modelId }) => ({ endpoint: modelTraffic.endpoint, modelId })),
  );
  const activeUnmapped = [...unmapped, ...uncovered].filter((usage) => usage.recent.length > 0);
  const uncoveredKeys = new Set(uncovered.map(seriesKeyOf));
  const activeMapped = activeCallers.filter((caller) => !uncoveredKeys.has(seriesKeyOf(caller)));
  return {
    traffic,
    openRequests,
    described,
    spoken: found.map((one) => one.spoken ?? one.described.finding),
    muted,
    resting: findRestingDays(described, measurements, surroundings),
    document: {
      schemaVersion: 1,
      accountId: input.accountId,
      region: input.region,
      evaluatedAt: toIso(now),
      findings: described.map(({ finding }) => finding),
      ...(muted.size > 0 ? { muted: [...muted].map(([id, mute]) => ({ id, ...mute })) } : {}),
      coverage: {
        activeModelIds: toModelIds([...activeCallers, ...activeUnmapped]),
        mappedModelIds: toModelIds(activeMapped),
        unmappedModelIds: toModelIds(activeUnmapped),
        errors: toErrorLines(input),
      },
    },
  };
}
