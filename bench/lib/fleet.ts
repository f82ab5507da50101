import { KNOWN_MODELS } from '../../lib/core/quotas/known-models';
import { mapQuotas } from '../../lib/core/quotas/map-quotas';
import { toQuotas } from '../../lib/core/quotas/quota-list';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import type { MappedQuota } from '../../lib/core/vocabulary/quota';
import type { LocalAccount } from '../../local/account/local-account';
import { type QuotaTableRow, readQuotaTable } from '../../local/quotas/table';
import { createVisibility } from '../../local/traffic/visibility';

/** A metric ModelId and the one tokens-per-minute quota it spends. */
export interface FleetModel {
  readonly modelId: string;
  readonly quotaCode: string;
  readonly limit: number;
}

const LIMIT = 1_000_000;
const PREFIXES = { onDemand: '', crossRegion: 'us.', globalCrossRegion: 'global.' } as const;

/** Requests or tokens a day that no benchmark reaches. */
const ENDLESS = 1e12;

/** The 1,162 quotas of the local account, none of them 0: a limit for tokens a minute, the others out of reach. */
export function openQuotas(): QuotaTableRow[] {
  return readQuotaTable().map((row) => {
    const value = /tokens per minute/i.test(row.quotaName) ? LIMIT : ENDLESS;
    return { ...row, appliedValue: value, defaultValue: value };
  });
}

/** Inference quotas of a table as the product maps them. */
export function mapTable(rows: readonly QuotaTableRow[]): readonly MappedQuota[] {
  const replies = rows.map((row) => ({
    QuotaCode: row.quotaCode,
    QuotaName: row.quotaName,
    Value: row.appliedValue,
    Adjustable: row.adjustable,
    ServiceCode: 'bedrock',
  }));
  return mapQuotas(toQuotas(replies, replies).quotas, KNOWN_MODELS, {}).quotas;
}

/** Models with a tokens-per-minute quota each of their own. @throws Error when the table has too few. */
export function pickFleet(rows: readonly QuotaTableRow[], count: number): FleetModel[] {
  const resolve = createModelIdResolver({ models: KNOWN_MODELS, profiles: [] });
  const fleet = new Map<string, FleetModel>();
  for (const { scope, dimension, endpoint, variant, modelIds, quotaCode, appliedValue } of mapTable(rows)) {
    const [base, ...others] = modelIds;
    if (base === undefined || others.length > 0 || variant !== null || endpoint !== 'runtime') continue;
    if (dimension !== 'tokensPerMinute' || !(scope in PREFIXES)) continue;
    const modelId = `${PREFIXES[scope as keyof typeof PREFIXES]}${base}`;
    const resolved = resolve(modelId);
    if (resolved.kind !== 'model' || resolved.scope !== scope || resolved.baseModelId !== base) continue;
    if (!fleet.has(modelId)) fleet.set(modelId, { modelId, quotaCode, limit: appliedValue });
  }
  if (fleet.size < count) throw new Error(`the table has ${fleet.size} models for a fleet, ${count} are needed`);
  return [...fleet.values()].slice(0, count);
}

const visibility = createVisibility();
const SPLIT_SECOND = 40;

/**
 * Puts a minute of traffic into CloudWatch, as late as the local account's default has it: 60 to 120 seconds after the
 * minute's end, one minute in eight in two steps. `lean`: calls and native estimate, without the token counts.
 */
export function spendMinute(
  account: LocalAccount,
  modelId: string,
  minute: number,
  tokens: number,
  metrics: 'all' | 'lean' = 'all',
): void {
  const parts = [
    { share: 2 / 3, visibleAt: visibility(modelId, minute, 0) },
    { share: 1 / 3, visibleAt: visibility(modelId, minute, SPLIT_SECOND) },
  ];
  const values = {
    Invocations: 9,
    EstimatedTPMQuotaUsage: tokens,
    ...(metrics === 'all'
      ? { InputTokenCount: tokens * 0.75, OutputTokenCount: tokens * 0.05, InvocationLatency: 9_000 }
      : {}),
  };
  for (const [name, value] of Object.entries(values)) {
    for (const { share, visibleAt } of parts) {
      account.record(
        { namespace: 'AWS/Bedrock', name, dimensions: { ModelId: modelId } },
        { minute, sum: value * share, visibleAt },
      );
    }
  }
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
