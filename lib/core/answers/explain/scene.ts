import { spellCause } from '../../findings/cause';
import type { Unread } from '../../findings/evaluation';
import type { Measurement } from '../../measure/measurement';
import type { ModelAvailability } from '../../quotas/model-availability';
import type { ModelTraffic } from '../../traffic/model-traffic';
import type { Found } from '../../vocabulary/found';
import type { Dimension, MappedQuota } from '../../vocabulary/quota';
import { spellStatement } from '../../vocabulary/statement';
import { type EpochMinute, toSpokenTime } from '../../vocabulary/time';
import { spellCount, spellDimension, spellPercent, spellQuantity, spellScope } from '../../vocabulary/wording';
import type { AnswerWords } from '../../words/words';
import type { ErrorText } from './error-text';
import type { ExplainedModel } from './model';

/** All that is known of the model an error is about. */
export interface Scene {
  readonly error: ErrorText;
  readonly model: ExplainedModel | null;
  /** Whether the caller, the text or the throttles name an id at all, known or not. */
  readonly isModelNamed: boolean;
  /** The model's traffic; `null` without a model, and when none was seen. */
  readonly modelTraffic: ModelTraffic | null;
  /** The quotas its calls spend; without a model the account-wide ones. */
  readonly spent: readonly MappedQuota[];
  /** By quota code; absent where no use was seen. */
  readonly measured: ReadonlyMap<string, Measurement>;
  /** The `throttled` finding of the model. */
  readonly throttled: Found | null;
  /** Inference quotas of the list that no model could be found for. */
  readonly unmapped: readonly MappedQuota[];
  /** What could not be read in full, so that its absence proves nothing. */
  readonly unread: Unread;
  /** The finding of the account's zero quotas. */
  readonly zeros: Found | null;
  /** Inference quotas of the list, and how many of them are 0. */
  readonly quotas: { readonly total: number; readonly zero: number };
  /** What AWS answered of the access to the model; `null`: it was not asked. */
  readonly availability: ModelAvailability | null;
  readonly now: EpochMinute;
  /** Of the sentences. */
  readonly words: AnswerWords;
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
  const { words } = scene;
  const { use } = words.explain;
  const scope = quota.scope === 'account' ? `, ${spellScope(quota.scope, words)}` : '';
  const name = `${quota.quotaCode} (${spellDimension(quota.dimension, words)}${scope})`;
  const measurement = scene.measured.get(quota.quotaCode);
  if (quota.appliedValue === 0) return use.zero(name);
  const applied = spellCount(quota.appliedValue, words);
  if (!measurement) return scene.unread.traffic ? use.unread(name, applied) : use.unseen(name, applied);
  const { usage, limit, utilizationPercent } = measurement;
  const percent = spellPercent(utilizationPercent ?? 0, words);
  const used = use.part(spellCount(usage.value, words), spellCount(limit, words), percent);
  if (measurement.day) {
    const day = use.day(name, used, usage.window === 'utcDay' ? words.use.utcDay : words.use.rolling24h);
    return limit === quota.appliedValue ? day : use.doubled(day, applied);
  }
  const peak = use.peak(name, usage.provenance === 'lowerBound' ? use.atLeast(used) : used);
  return usage.at === null ? peak : use.inMinute(peak, toSpokenTime(usage.at, scene.now));
}

/** What a missing quota may mean; the name of the dimension as a person says it. */
function spellMissing(scene: Scene, dimension: Dimension): string {
  const { model, unmapped, words } = scene;
  const { use } = words.explain;
  const counted = spellDimension(dimension, words);
  if (!model) return use.noModel(counted);
  const of = `${model.baseModelId} (${spellScope(model.scope, words)})`;
  if (scene.unread.quotas) return use.missingUnread(of, counted);
  const lost = unmapped.filter(
    (quota) => quota.dimension === dimension && (quota.scope === model.scope || quota.scope === 'model'),
  );
  const where = lost.length > 0 ? use.lost(spellQuantity(lost.length, words.nouns.quota, words)) : '';
  return `${use.missing(of, counted)}${dimension === 'requestsPerMinute' ? use.isNormal : ''}${where}`;
}

/** The use of every quota of a dimension, the fullest first; that there is none when there is none. */
export function spellUses(scene: Scene, dimension: Dimension): string[] {
  const quotas = fullestFirst(scene, dimension);
  return quotas.length === 0 ? [spellMissing(scene, dimension)] : quotas.map((quota) => spellUse(scene, quota));
}

/** A sum over the minutes of the look-back; 0 without traffic. */
export function sumRecent(scene: Scene, pick: (minute: ModelTraffic['recent'][number]) => number): number {
  return (scene.modelTraffic?.recent ?? []).reduce((sum, minute) => sum + pick(minute), 0);
}

/** What `check` makes of the throttled calls; nothing when there are none, or it cannot tell. */
export function spellThrottles({ throttled, words }: Scene): string[] {
  if (!throttled?.cause || throttled.cause.kind === 'unknown') return [];
  const { kind, confidence } = throttled.cause;
  return [words.explain.use.throttles(spellCause(kind, words), words.cause.confidences[confidence])];
}

/** The fullest of the model's quotas; nothing when no use was seen. */
export function spellFullest(scene: Scene): string[] {
  const [fullest] = fullestFirst(scene, 'tokensPerMinute', 'requestsPerMinute', 'tokensPerDay');
  if (!fullest || !scene.measured.has(fullest.quotaCode)) return [];
  return [scene.words.explain.use.fullest(spellUse(scene, fullest))];
}

/** From this share of zero quotas on, it is the account that is restricted, and no single quota that is missing. */
const RESTRICTED_SHARE = 0.9;

/** Whether nearly all quotas of the account are 0, as those of restricted accounts are. */
export function isRestricted({ quotas: { total, zero } }: Scene): boolean {
  return total > 0 && zero / total >= RESTRICTED_SHARE;
}

/** That nearly all quotas are 0. */
export function spellRestriction({ quotas: { total, zero }, words }: Scene): string {
  const inference = spellQuantity(total, words.nouns.inferenceQuota, words);
  return words.explain.evidence.restricted(spellCount(zero, words), inference);
}

/** What AWS says of the access to the model; nothing where it was not asked. */
export function spellAvailability({ availability, words }: Scene): string[] {
  if (availability === null) return [];
  const { modelId } = availability;
  const spelled = words.explain.evidence;
  if ('blindSpot' in availability) {
    return [spelled.availabilityUnread(modelId, spellStatement(availability.blindSpot, words))];
  }
  const { authorization, agreement, entitlement, region } = availability;
  const answers = {
    authorizationStatus: authorization,
    agreementAvailability: agreement,
    entitlementAvailability: entitlement,
    regionAvailability: region,
  };
  const told = Object.entries(answers).map(([name, value]) => `${name} ${value ?? words.explain.table.unknown}`);
  return [spelled.availability(modelId, told.join(', '))];
}
