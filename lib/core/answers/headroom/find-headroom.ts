import type { Measurement } from '../../measure/measurement';
import { nameModel } from '../../quotas/same-model';
import type { ModelIdContext } from '../../traffic/resolve-model-id';
import { resolveProfile } from '../../traffic/resolve-profile';
import type { Endpoint, MappedQuota } from '../../vocabulary/quota';

/** Ways to call a model: by its own id, by a geographic or global profile, or on the mantle endpoint. */
export type CallPlace = 'onDemand' | 'crossRegion' | 'globalCrossRegion' | 'mantle';

/** `noQuota`: offered, and no quota of it is known; `notOffered`: it cannot be called so in this Region. */
export type HeadroomState = 'ok' | 'zero' | 'noQuota' | 'notOffered' | 'unreadable';

/** One way to call a model in one Region. */
export interface HeadroomRow {
  /** Where the call is made, and where its quotas are. */
  readonly region: string;
  readonly scope: CallPlace;
  /** The id to call; `null`: none is known. */
  readonly modelId: string | null;
  /** Of the tokens a minute; `null`: no such quota is known. */
  readonly quotaCode: string | null;
  readonly state: HeadroomState;
  /** Why it cannot be read; else `null`. */
  readonly reason: string | null;
  readonly appliedValue: number | null;
  /** Tokens of the fullest minute of the look-back; 0 without use. */
  readonly peak: number | null;
  /** Applied − peak, never below 0. */
  readonly headroomTokensPerMinute: number | null;
  readonly headroomRequestsPerMinute: number | null;
  /** What the data of a call may leave: the Region, the geography, or neither. */
  readonly dataMayLeave: 'region' | 'geography' | null;
}

const PLACES: readonly CallPlace[] = ['onDemand', 'crossRegion', 'globalCrossRegion', 'mantle'];

const MAY_LEAVE: Readonly<Record<CallPlace, HeadroomRow['dataMayLeave']>> = {
  onDemand: null,
  crossRegion: 'region',
  globalCrossRegion: 'geography',
  mantle: null,
};

/** What is known of a Region. */
export interface RegionKnowledge extends ModelIdContext {
  readonly region: string;
  readonly quotas: readonly MappedQuota[];
  readonly measurements: readonly Measurement[];
}

/** The id a place is called by in a Region; `null`: the model is not offered so there. */
function idOf(baseModelId: string, place: CallPlace, { models, profiles, quotas }: RegionKnowledge): string | null {
  const isSame = (id: string) => nameModel([baseModelId], id);
  if (place === 'mantle') {
    return quotas.some(({ endpoint, modelIds }) => endpoint === 'mantle' && modelIds.some(isSame)) ? baseModelId : null;
  }
  if (place === 'onDemand') {
    const types = models.find(({ id }) => id === baseModelId)?.inferenceTypes ?? [];
    return types.length === 0 || types.includes('ON_DEMAND') ? baseModelId : null;
  }
  const context = { models: new Map(), soleRoutes: new Set<string>() };
  const [first] = profiles
    .filter(({ type }) => type === 'SYSTEM_DEFINED')
    .filter((profile) => {
      const resolved = resolveProfile(profile, context);
      return resolved.kind === 'model' && resolved.scope === place && isSame(resolved.baseModelId);
    })
    .map(({ id }) => id)
    .sort();
  return first ?? null;
}

function quotaOf(
  baseModelId: string,
  place: CallPlace,
  dimensions: readonly MappedQuota['dimension'][],
  { quotas }: RegionKnowledge,
): MappedQuota | null {
  const endpoint: Endpoint = place === 'mantle' ? 'mantle' : 'runtime';
  const scope = place === 'mantle' ? 'onDemand' : place;
  return (
    quotas.find(
      (quota) =>
        quota.endpoint === endpoint &&
        quota.variant === null &&
        quota.scope === scope &&
        dimensions.includes(quota.dimension) &&
        nameModel(quota.modelIds, baseModelId),
    ) ?? null
  );
}

/** What is left of a quota after the fullest minute of the look-back. */
function leftOf(quota: MappedQuota, { measurements }: RegionKnowledge): { peak: number; left: number } {
  const used = measurements.find((measurement) => measurement.quota.quotaCode === quota.quotaCode);
  const peak = used?.usage.value ?? 0;
  return { peak, left: Math.max(0, quota.appliedValue - peak) };
}

function toRow(baseModelId: string, scope: CallPlace, knowledge: RegionKnowledge): HeadroomRow {
  const { region } = knowledge;
  const modelId = idOf(baseModelId, scope, knowledge);
  const nothing = {
    region,
    scope,
    modelId,
    quotaCode: null,
    reason: null,
    appliedValue: null,
    peak: null,
    headroomTokensPerMinute: null,
    headroomRequestsPerMinute: null,
    dataMayLeave: MAY_LEAVE[scope],
  };
  if (modelId === null) return { ...nothing, state: 'notOffered' };
  // On the mantle the input quota is what calls are held against when they start.
  const tokens = quotaOf(baseModelId, scope, ['tokensPerMinute', 'inputTokensPerMinute'], knowledge);
  const requests = quotaOf(baseModelId, scope, ['requestsPerMinute'], knowledge);
  const requestsLeft = requests && leftOf(requests, knowledge).left;
  if (!tokens && !requests) return { ...nothing, state: 'noQuota' };
  const isZero = [tokens, requests].some((quota) => quota?.appliedValue === 0);
  const used = tokens && leftOf(tokens, knowledge);
  return {
    ...nothing,
    quotaCode: tokens?.quotaCode ?? null,
    state: isZero ? 'zero' : 'ok',
    appliedValue: tokens?.appliedValue ?? null,
    peak: used?.peak ?? null,
    headroomTokensPerMinute: used?.left ?? null,
    headroomRequestsPerMinute: requestsLeft,
  };
}

/** The ways to call a model in a Region, with what each has room for now. */
export function findHeadroom(baseModelId: string, knowledge: RegionKnowledge): HeadroomRow[] {
  return PLACES.map((place) => toRow(baseModelId, place, knowledge));
}

/** The row with the most room in tokens; `null` when none has any. Requests that are used up are no room. */
export function bestOf(rows: readonly HeadroomRow[]): HeadroomRow | null {
  const open = rows.filter(
    ({ state, headroomTokensPerMinute: tokens, headroomRequestsPerMinute: requests }) =>
      state === 'ok' && (tokens ?? 1) > 0 && (requests ?? 1) > 0,
  );
  return open.reduce<HeadroomRow | null>(
    (best, row) =>
      best === null || (row.headroomTokensPerMinute ?? 0) > (best.headroomTokensPerMinute ?? 0) ? row : best,
    null,
  );
}
