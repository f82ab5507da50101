import { type Measurement, measureQuota } from '../measure/measurement';
import { indexSpenders } from '../measure/spender-index';
import { toOpenRequests } from '../quotas/increase-request';
import { createValueInForce, type ValueInForce } from '../quotas/value-in-force';
import { rulesAt } from '../rules/place';
import { NO_ALERT_RULES } from '../rules/rules';
import { combineSets } from '../traffic/combine-sets';
import type { ModelTraffic, ResolvedModelId, UnmappedUsage } from '../traffic/model-traffic';
import { createMantleResolver } from '../traffic/resolve-mantle';
import { type LookBack, sumTraffic } from '../traffic/sum-traffic';
import { hidesQuotas, hidesTraffic } from '../vocabulary/blind-spot';
import { minutesFrom } from '../vocabulary/minute-list';
import { type SeriesIdentity, seriesKeyOf } from '../vocabulary/series-key';
import { rankOf } from '../vocabulary/severity';
import { MINUTES_PER_DAY } from '../vocabulary/time';
import { placeRefusals } from './cause';
import type { ActiveModelIds, Evaluation, EvaluationInput } from './evaluation';
import { findAll } from './find-all';
import type { MutedFinding } from './mute-findings';
import { findRestingDays } from './resting-days';
import type { FindingSurroundings } from './surroundings';
import { findUncoveredTraffic } from './uncovered-traffic';

function byWorstFirst({ found: a }: MutedFinding, { found: b }: MutedFinding): number {
  return (
    rankOf(b.severity) - rankOf(a.severity) ||
    (b.utilizationPercent ?? -1) - (a.utilizationPercent ?? -1) ||
    a.id.localeCompare(b.id, 'en')
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

/** The traffic as it was read. */
interface TrafficReading {
  readonly traffic: readonly ModelTraffic[];
  readonly longContext: readonly ModelTraffic[];
  readonly unmapped: readonly UnmappedUsage[];
}

/** Calls that count in no set of a model id: of the mantle's account, or of a model that shows in other sets only. */
function whyOutside({ endpoint, modelId }: SeriesIdentity): ResolvedModelId {
  const why = endpoint === 'mantle' && modelId === '' ? 'mantleRest' : 'otherSets';
  return { kind: 'unmapped', reason: { why, id: modelId } };
}

/** The traffic of every series, by model and scope; what no quota covers is named beside. */
function readTraffic(input: EvaluationInput): TrafficReading {
  const { now, quotas, series, blindSpots, burndownRates = {} } = input;
  const from = now - input.lookbackMinutes;
  const resolveMantle = createMantleResolver(quotas, !blindSpots.some(hidesQuotas));
  const resolve = ({ endpoint, modelId }: SeriesIdentity) =>
    endpoint === 'mantle' ? resolveMantle(modelId) : input.resolve(modelId);
  const lookBack: LookBack = {
    until: now,
    fromOf: (seriesKey) => Math.min(from, input.lookFrom?.get(seriesKey) ?? from),
    burndownRates,
  };
  const { models, longContext, others } = combineSets(series);
  const { traffic, unmapped } = sumTraffic(models, resolve, lookBack);
  const outside = sumTraffic(others, whyOutside, lookBack);
  return {
    traffic,
    longContext: sumTraffic(longContext, resolve, lookBack).traffic,
    unmapped: [...unmapped, ...outside.unmapped, ...findUncoveredTraffic(traffic, quotas, blindSpots)],
  };
}

/** Sorted, each once: both endpoints may be called with the same id. */
function toModelIds(callers: readonly SeriesIdentity[]): string[] {
  return [...new Set(callers.map(({ modelId }) => modelId))].sort();
}

/** Whether a quota may be missed: a model of the mantle endpoint without a limit misses none. */
function isMissed({ why }: UnmappedUsage['reason']): boolean {
  return why !== 'noMantleLimit';
}

/** Who called in the look-back. A caller that no quota covers is among the traffic all the same, but not mapped. */
function findActive(traffic: readonly ModelTraffic[], unmapped: readonly UnmappedUsage[]): ActiveModelIds {
  const callers = traffic.flatMap(({ endpoint, callers: all, lookFrom }) =>
    all
      .filter(({ minutes }) => minutesFrom(minutes, lookFrom).length > 0)
      .map(({ modelId }): SeriesIdentity => ({ endpoint, modelId })),
  );
  const uncovered = new Set(unmapped.map(seriesKeyOf));
  const active = unmapped.filter(
    ({ recent, modelId, reason }) => recent.length > 0 && modelId !== '' && isMissed(reason),
  );
  return {
    all: toModelIds([...callers, ...active]),
    mapped: toModelIds(callers.filter((caller) => !uncovered.has(seriesKeyOf(caller)))),
    unmapped: toModelIds(active),
  };
}

function surround(
  input: EvaluationInput,
  measurements: readonly Measurement[],
  valueInForce: ValueInForce,
): FindingSurroundings {
  const { accountId, region, now, thresholds, quotas, profiles = [], requests = [] } = input;
  const rules = rulesAt(input.rules ?? NO_ALERT_RULES, { accountId, region, ...input.account });
  return {
    region,
    now,
    thresholds,
    rules,
    quotas,
    measurements,
    valueInForce,
    profiles,
    openRequests: toOpenRequests(requests, quotas),
    refusals: placeRefusals(input.refusals ?? [], input.resolve),
    hasMantleTraffic: hasMantleTraffic(input),
  };
}

/** The whole judgement of one account and Region at one moment: what is the matter, and what could not be seen. */
export function evaluate(input: EvaluationInput): Evaluation {
  const {
    accountId,
    region,
    now,
    quotas,
    blindSpots,
    changes = [],
    evaluatedUntil = null,
    late = null,
    pace = 0,
  } = input;
  const { traffic, longContext, unmapped } = readTraffic(input);
  const valueInForce = createValueInForce(changes, input.requests ?? []);
  const moment = { now, profile: input.profile ?? null, valueInForce, longContext, isLate: late !== null };
  const spendersOf = indexSpenders(traffic);
  const measurements = quotas.flatMap((quota) => measureQuota(quota, spendersOf(quota), moment) ?? []);
  const surroundings = surround(input, measurements, valueInForce);
  const seen = { traffic, unmapped, changes, requests: input.requests ?? [], evaluatedUntil, pace, blindSpots, late };
  const judged = findAll(seen, surroundings).sort(byWorstFirst);
  const found = judged.map((one) => one.found);
  return {
    accountId,
    region,
    now,
    lookbackMinutes: input.lookbackMinutes,
    found,
    muted: new Map(judged.flatMap(({ found: { id }, mute }) => (mute ? [[id, mute]] : []))),
    resting: findRestingDays(found, measurements, surroundings),
    traffic,
    measurements,
    openRequests: surroundings.openRequests,
    activeModelIds: findActive(traffic, unmapped),
    blindSpots,
    late,
    unread: {
      quotas: blindSpots.some(hidesQuotas),
      traffic: late !== null || blindSpots.some(hidesTraffic),
    },
  };
}
