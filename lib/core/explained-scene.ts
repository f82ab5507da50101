import { spellCause } from './cause-words';
import type { ErrorText } from './error-text';
import type { ExplainedModel } from './explained-model';
import type { Finding } from './finding';
import type { Measurement } from './measurement';
import type { Pool } from './pool';
import type { Dimension, MappedQuota } from './quota';
import { toMinute, toSpokenTime } from './time';
import type { EpochMinute } from './usage';
import { spellCount, spellDimension, spellPercent, spellQuantity, spellScope } from './wording';

/** All that is known of the model an error is about. */
export interface Scene {
  readonly error: ErrorText;
  readonly model: ExplainedModel | null;
  /** The model's traffic; `null` without a model, and when none was seen. */
  readonly pool: Pool | null;
  /** The quotas its calls spend; without a model the account-wide ones. */
  readonly spent: readonly MappedQuota[];
  /** By quota code; absent where no use was seen. */
  readonly measured: ReadonlyMap<string, Measurement>;
  /** The `throttled` finding of the pool. */
  readonly throttled: Finding | null;
  /** Inference quotas of the list that no model could be found for. */
  readonly unmapped: readonly MappedQuota[];
  /** What could not be read in full, so that its absence proves nothing. */
  readonly unread: { readonly quotas: boolean; readonly traffic: boolean };
  readonly now: EpochMinute;
}

/** Percent a quota is used; -1 without use, and for a zero quota. */
export function percentOf(scene: Scene, quota: MappedQuota): number {
  return scene.measured.get(quota.quotaCode)?.utilizationPercent ?? -1;
}

/** Quotas of some dimensions the model's calls spend, the fullest first. */
export function fullestFirst(scene: Scene, ...dimensions: readonly Dimension[]): MappedQuota[] {
  return scene.spent
    .filter((quota) => dimensions.includes(quota.dimension))
    .sort((a, b) => percentOf(scene, b) - percentOf(scene, a));
}

/** `L-F4DDD3EB (tokens/min) peaked at 970,412 of 1,000,000 (97%) in the minute 14:29 UTC` */
export function spellUse(scene: Scene, quota: MappedQuota): string {
  const scope = quota.scope === 'account' ? `, ${spellScope(quota.scope)}` : '';
  const name = `${quota.quotaCode} (${spellDimension(quota.dimension)}${scope})`;
  const measurement = scene.measured.get(quota.quotaCode);
  if (quota.appliedValue === 0) return `${name} is 0`;
  if (!measurement) {
    const seen = scene.unread.traffic ? 'its use could not be read' : 'no use of it was seen';
    return `${name} is ${spellCount(quota.appliedValue)}, and ${seen}`;
  }
  const { usage, limit, utilizationPercent } = measurement;
  const used = `${spellCount(usage.value)} of ${spellCount(limit)} (${spellPercent(utilizationPercent ?? 0)})`;
  if (measurement.day) {
    const doubled =
      limit === quota.appliedValue
        ? ''
        : ` (applied ${spellCount(quota.appliedValue)}, doubled for cross-Region calls)`;
    return `${name} is at about ${used} ${usage.window === 'utcDay' ? 'since midnight UTC' : 'in the last 24 hours'}, an estimate${doubled}`;
  }
  const sure = usage.provenance === 'lowerBound' ? 'at least ' : '';
  const when = usage.at === null ? '' : ` in the minute ${toSpokenTime(toMinute(usage.at), scene.now)}`;
  return `${name} peaked at ${sure}${used}${when}`;
}

/** What a missing quota may mean; the name of the dimension as a person says it. */
function spellMissing(scene: Scene, dimension: Dimension): string {
  const { model, unmapped } = scene;
  if (!model) return `without a model, no ${spellDimension(dimension)} quota can be named`;
  const of = `${model.baseModelId} (${spellScope(model.scope)})`;
  if (scene.unread.quotas)
    return `the quotas could not be read in full, and none of ${of} for ${spellDimension(dimension)} is among those read`;
  const lost = unmapped.filter(
    (quota) => quota.dimension === dimension && (quota.scope === model.scope || quota.scope === 'model'),
  );
  const where =
    lost.length > 0
      ? `; ${spellQuantity(lost.length, 'quota')} of that kind could be tied to no model, and its own may be among them (quotas --unmapped lists them)`
      : '';
  const isNormal = dimension === 'requestsPerMinute' ? ', which is normal for some models' : '';
  return `no ${spellDimension(dimension)} quota of ${of} is listed in this account${isNormal}${where}`;
}

/** The use of every quota of a dimension, the fullest first; that there is none when there is none. */
export function spellUses(scene: Scene, dimension: Dimension): string[] {
  const quotas = fullestFirst(scene, dimension);
  return quotas.length === 0 ? [spellMissing(scene, dimension)] : quotas.map((quota) => spellUse(scene, quota));
}

/** A sum over the minutes of the look-back; 0 without traffic. */
export function sumRecent(scene: Scene, pick: (minute: Pool['recent'][number]) => number): number {
  return (scene.pool?.recent ?? []).reduce((sum, minute) => sum + pick(minute), 0);
}

/** What `check` makes of the throttled calls; nothing when there are none, or it cannot tell. */
export function spellThrottles({ throttled }: Scene): string[] {
  if (!throttled?.cause || throttled.cause.kind === 'unknown') return [];
  const { kind, confidence } = throttled.cause;
  return [`the throttled calls of the model look like ${spellCause(kind)} (${confidence} confidence)`];
}

/** The fullest of the model's quotas; nothing when no use was seen. */
export function spellFullest(scene: Scene): string[] {
  const [fullest] = fullestFirst(scene, 'tokensPerMinute', 'requestsPerMinute', 'tokensPerDay');
  if (!fullest || !scene.measured.has(fullest.quotaCode)) return [];
  return [`of the model's own quotas the fullest: ${spellUse(scene, fullest)}`];
}
