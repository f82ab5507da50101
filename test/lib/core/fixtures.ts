import type { IncreaseRequest } from '../../../lib/core/quotas/increase-request';
import { emptyMinute } from '../../../lib/core/traffic/history';
import type { MappedQuota } from '../../../lib/core/vocabulary/quota';
import type { MinuteUsage, ModelSeries } from '../../../lib/core/vocabulary/series';
import { toMinute } from '../../../lib/core/vocabulary/time';

export const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0';

/** A minute of 2026-10-14, `minuteOf('14:32')`. */
export function minuteOf(clock: string, date = '2026-10-14'): number {
  return toMinute(`${date}T${clock}:00Z`);
}

/** A quota, by default the cross-Region tokens per minute of Claude Sonnet 4.5. */
export function quota(changes: Partial<MappedQuota> = {}): MappedQuota {
  return {
    quotaCode: 'L-F4DDD3EB',
    quotaName: 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1',
    endpoint: 'runtime',
    scope: 'crossRegion',
    dimension: 'tokensPerMinute',
    variant: null,
    modelLabel: 'Anthropic Claude Sonnet 4.5 V1',
    appliedValue: 1_000_000,
    defaultValue: 5_000_000,
    adjustable: true,
    modelIds: [SONNET],
    mapping: 'exact',
    ...changes,
  };
}

/** The requests per minute beside {@link quota}. */
export function requestQuota(changes: Partial<MappedQuota> = {}): MappedQuota {
  return quota({
    quotaCode: 'L-4A6BFAB1',
    quotaName: 'Cross-region model inference requests per minute for Anthropic Claude Sonnet 4.5 V1',
    dimension: 'requestsPerMinute',
    appliedValue: 500,
    defaultValue: 10_000,
    ...changes,
  });
}

/** An open request to raise {@link quota}. */
export function increaseRequest(changes: Partial<IncreaseRequest> = {}): IncreaseRequest {
  return {
    quotaCode: 'L-F4DDD3EB',
    desiredValue: 5_000_001,
    status: 'CASE_OPENED',
    createdAt: '2026-10-03T09:12:44Z',
    caseId: '1234567890',
    ...changes,
  };
}

/** The account's daily pool. */
export function dailyPool(changes: Partial<MappedQuota> = {}): MappedQuota {
  return quota({
    quotaCode: 'L-E3F10727',
    quotaName: 'Cross-Model Max Tokens Per Day',
    scope: 'account',
    dimension: 'tokensPerDay',
    modelLabel: '',
    appliedValue: 150_000_000,
    defaultValue: 700_000_000,
    adjustable: false,
    modelIds: [],
    mapping: 'notApplicable',
    ...changes,
  });
}

/** One minute's counts. */
export function usage(clock: string | number, counts: Partial<MinuteUsage>): MinuteUsage {
  return { ...emptyMinute(typeof clock === 'number' ? clock : minuteOf(clock)), ...counts };
}

/** A series of one ModelId of the runtime endpoint. */
export function series(modelId: string, minutes: readonly MinuteUsage[], complete = true): ModelSeries {
  return { endpoint: 'runtime', modelId, minutes, complete };
}

/** A series of one Model of the mantle endpoint. */
export function mantleSeries(modelId: string, minutes: readonly MinuteUsage[], complete = true): ModelSeries {
  return { endpoint: 'mantle', modelId, minutes, complete };
}

function viaOf(modelId: string): 'base' | 'profile' | 'applicationProfile' {
  if (modelId === 'app') return 'applicationProfile';
  return modelId === SONNET ? 'base' : 'profile';
}

/** Resolves `us.` ids, `global.` ids and base ids of Sonnet; `app` is an application profile named "checkout". */
export function resolveSonnet(modelId: string) {
  const called = (scope: 'onDemand' | 'crossRegion' | 'globalCrossRegion', name = modelId) => ({
    kind: 'model' as const,
    scope,
    baseModelId: SONNET,
    via: viaOf(modelId),
    name,
  });
  if (modelId === SONNET) return called('onDemand');
  if (modelId === `us.${SONNET}` || modelId === `eu.${SONNET}`) return called('crossRegion');
  if (modelId === `global.${SONNET}`) return called('globalCrossRegion');
  if (modelId === 'app') return called('crossRegion', 'checkout');
  return { kind: 'unmapped' as const, reason: { why: 'noModel' as const, id: modelId } };
}
