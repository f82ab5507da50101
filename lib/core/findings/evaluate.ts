import { EN } from '../../language/en';
import type { Language } from '../../language/language';
import type { DayProfile } from '../measure/day-profile';
import { measureQuota } from '../measure/measurement';
import { type IncreaseRequest, toOpenRequests } from '../quotas/increase-request';
import type { QuotaChange } from '../quotas/quota-change';
import type { Mute } from '../rules/match-rules';
import { type AlertRules, NO_ALERT_RULES } from '../rules/rules';
import type { BurndownRates } from '../traffic/burndown';
import type { Lateness } from '../traffic/echo';
import { type Pool, type PoolResolution, toPools } from '../traffic/pool';
import { createMantleResolver } from '../traffic/resolve-mantle';
import type { CheckDocument, DescribedFinding, Finding } from '../vocabulary/finding';
import { minutesFrom } from '../vocabulary/minute-list';
import type { MappedQuota } from '../vocabulary/quota';
import type { EpochMinute, InferenceProfile, ModelSeries } from '../vocabulary/series';
import { type SeriesIdentity, seriesKeyOf } from '../vocabulary/series-key';
import { rankOf, type Thresholds } from '../vocabulary/severity';
import { MINUTES_PER_DAY, toIso } from '../vocabulary/time';
import { spellTrouble } from '../vocabulary/trouble';
import type { CoverageError } from './coverage';
import { findAll } from './find-all';
import { LATE_POINTS_SOURCE, spellLateness } from './late-points';
import type { MutedFinding } from './mute-findings';
import { findRestingDays } from './resting-days';
import { findUncoveredTraffic } from './uncovered-traffic';

/** All an evaluation needs; it asks nothing else, so the same input gives the same answer. */
export interface EvaluationInput {
  readonly accountId: string | null;
  readonly region: string;
  /** The clock's minute; it is not complete and does not count. */
  readonly now: EpochMinute;
  /** How far back per-minute quotas, throttles and attempts are looked at. Daily quotas always look at the day. */
  readonly lookbackMinutes: number;
  /** First minute to look at of series, by key, whose look-back must begin earlier: their last read was longer ago. */
  readonly lookFrom?: ReadonlyMap<string, EpochMinute>;
  readonly quotas: readonly MappedQuota[];
  /** Of both endpoints, the last 1,440 minutes each. */
  readonly series: readonly ModelSeries[];
  /** For `ModelId`s of the runtime endpoint; those of the mantle endpoint are told by its quotas. */
  readonly resolve: (modelId: string) => PoolResolution;
  /** The Region's inference profiles, to name the id to call instead; absent: not known. */
  readonly profiles?: readonly InferenceProfile[];
  /** For quotas that no rule gives others. */
  readonly thresholds: Thresholds;
  /** Their thresholds and mutes count. @default NO_ALERT_RULES */
  readonly rules?: AlertRules;
  /** The user's own burndown rates, before the table's. */
  readonly burndownRates?: BurndownRates;
  /** What Service Quotas showed otherwise than before, of the last day; a one-off check knows of none. */
  readonly changes?: readonly QuotaChange[];
  /** Increase requests, open or not, as far as they are known; absent: none is. */
  readonly requests?: readonly IncreaseRequest[];
  /** The days before, for daily forecasts; absent or `null` when nothing is remembered. */
  readonly profile?: DayProfile | null;
  /** The clock of the evaluation before; absent or `null` when there was none, as for a one-off check. */
  readonly evaluatedUntil?: EpochMinute | null;
  readonly errors: readonly CoverageError[];
  /** Absent or `null`: CloudWatch is on time, as far as is known; a one-off check knows nothing of it. */
  readonly late?: Lateness | null;
  /** What people read is in it; the document is English. @default en */
  readonly language?: Language;
}

/** The public document and the words that go with its findings, in the same order. */
export interface Evaluation {
  readonly document: CheckDocument;
  readonly described: readonly DescribedFinding[];
  /** The findings with the words of the language, in the same order: what a person is told that no context carries. */
  readonly spoken: readonly Finding[];
  /** By finding id: what is not to be told, and why. */
  readonly muted: ReadonlyMap<string, Mute>;
  /** Ids of daily findings that show yesterday's number, which is no reason to speak: see {@link findRestingDays}. */
  readonly resting: ReadonlySet<string>;
  readonly pools: readonly Pool[];
  /** Increase requests that are open, as far as they are known; oldest first. */
  readonly openRequests: readonly IncreaseRequest[];
}

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
function toErrorLines({ errors, late, now }: EvaluationInput): string[] {
  return [
    ...errors.map((error) => `${error.source}: ${spellTrouble(error)}`),
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
  const { pools, unmapped } = toPools(input.series, resolve, {
    until: now,
    fromOf,
    burndownRates: input.burndownRates ?? {},
  });
  const uncovered = findUncoveredTraffic(pools, input.quotas, input.errors);
  const moment = { now, profile: input.profile ?? null };
  const measurements = input.quotas.map((quota) => measureQuota(quota, pools, moment)).filter((one) => one !== null);
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
    pools,
    unmapped: [...unmapped, ...uncovered],
    changes: input.changes ?? [],
    evaluatedUntil: input.evaluatedUntil ?? null,
    errors: input.errors,
    late: input.late ?? null,
  };
  const found = findAll(seen, surroundings, input.language ?? 'en').sort(byWorstFirst);
  const described = found.map((one) => one.described);
  const muted = new Map(found.flatMap(({ described: { finding }, mute }) => (mute ? [[finding.id, mute]] : [])));
  const activeCallers = pools.flatMap((pool) =>
    pool.callers
      .filter((caller) => minutesFrom(caller.minutes, pool.lookFrom).length > 0)
      .map(({ modelId }) => ({ endpoint: pool.endpoint, modelId })),
  );
  const activeUnmapped = [...unmapped, ...uncovered].filter((usage) => usage.recent.length > 0);
  const uncoveredKeys = new Set(uncovered.map(seriesKeyOf));
  const activeMapped = activeCallers.filter((caller) => !uncoveredKeys.has(seriesKeyOf(caller)));
  return {
    pools,
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
