import { isNoModelQuota, isOfModelQuota, isOfOtherQuota } from '../../errors';
import { AT_LIMIT_PERCENT, LARGEST_RESERVATION, NEAR_ZERO_PERCENT } from '../../findings/cause';
import type { Cause, CauseKind, Confidence } from '../../vocabulary/finding';
import type { Dimension, MappedQuota } from '../../vocabulary/quota';
import { spellQuantity } from '../../vocabulary/wording';
import {
  fullestFirst,
  isRestricted,
  percentOf,
  type Scene,
  spellAvailability,
  spellFullest,
  spellRestriction,
  spellThrottles,
  spellUse,
  spellUses,
  sumRecent,
} from './scene';

/** Which limit it is, and why. */
export interface Verdict {
  /** The quota that stops the caller; `null` when none does, or it cannot be told. */
  readonly quota: MappedQuota | null;
  readonly cause: Cause;
  /** Whether cause and quota are those of the `throttled` finding. */
  readonly isOfFinding: boolean;
}

const DIMENSION_OF_CAUSE: Partial<Record<Dimension, CauseKind>> = {
  tokensPerMinute: 'tokensPerMinute',
  requestsPerMinute: 'requestsPerMinute',
  tokensPerDay: 'tokensPerDay',
};

function toVerdict(quota: MappedQuota | null, kind: CauseKind, confidence: Confidence, evidence: string[]): Verdict {
  return { quota, cause: { kind, confidence, evidence }, isOfFinding: false };
}

function unknownBecause(evidence: string[]): Verdict {
  return toVerdict(null, 'unknown', 'low', evidence);
}

/** A zero quota lets nothing through: calls accepted in the minutes of the refusals acquit it. */
function judgeZero(scene: Scene, dimension: Dimension | null): Verdict | null {
  const [zero] = scene.spent
    .filter((quota) => quota.appliedValue === 0)
    .sort((a, b) => Number(b.dimension === dimension) - Number(a.dimension === dimension));
  const isAcquitted = scene.modelTraffic?.recent.some(({ throttles, invocations }) => throttles > 0 && invocations > 0);
  if (!zero || isAcquitted) return null;
  const accepted = sumRecent(scene, ({ invocations }) => invocations);
  const refused = sumRecent(scene, ({ throttles }) => throttles);
  const { words } = scene;
  const spelled = words.explain.evidence;
  const evidence = [
    spelled.zero(spellUse(scene, zero)),
    ...(refused > 0 ? [spelled.refused(spellQuantity(refused, words.nouns.call, words))] : []),
    ...(accepted > 0 ? [spelled.accepted(spellQuantity(accepted, words.nouns.call, words))] : []),
  ];
  return toVerdict(zero, 'zeroQuota', accepted > 0 ? 'medium' : 'high', evidence);
}

/** The judgement `check` makes of the same throttles, when it is one of some kinds. */
function judgeAsCheck(scene: Scene, kinds: readonly CauseKind[], notes: readonly string[] = []): Verdict | null {
  const { throttled } = scene;
  if (!throttled?.cause || !kinds.includes(throttled.cause.kind)) return null;
  const quota = scene.spent.find(({ quotaCode }) => quotaCode === throttled.quotaCode) ?? null;
  const { kind, confidence, evidence } = throttled.cause;
  const cause = {
    kind,
    // Notes say that the text speaks of another limit: never as sure as when both agree.
    confidence: notes.length > 0 && confidence === 'high' ? 'medium' : confidence,
    evidence: [...notes, ...evidence(scene.words)],
  };
  return { quota, cause, isOfFinding: true };
}

function judgeAtLimit(scene: Scene, dimensions: readonly Dimension[], notes: readonly string[] = []): Verdict | null {
  const [fullest] = fullestFirst(scene, ...dimensions);
  const kind = fullest && DIMENSION_OF_CAUSE[fullest.dimension];
  if (!fullest || !kind || percentOf(scene, fullest) < AT_LIMIT_PERCENT) return null;
  return toVerdict(fullest, kind, notes.length === 0 && scene.throttled ? 'high' : 'medium', [
    ...notes,
    spellUse(scene, fullest),
  ]);
}

const MINUTE_DIMENSIONS: readonly Dimension[] = ['tokensPerMinute', 'requestsPerMinute'];

/** Never "daily" while the day is low, whatever the text says. */
function judgeDay(scene: Scene): Verdict {
  const [fullest] = fullestFirst(scene, 'tokensPerDay');
  if (fullest && percentOf(scene, fullest) >= AT_LIMIT_PERCENT) {
    const isPassed = percentOf(scene, fullest) >= 100;
    const minute = scene.model ? spellUses(scene, 'tokensPerMinute') : [];
    return toVerdict(fullest, 'tokensPerDay', isPassed ? 'high' : 'medium', [spellUse(scene, fullest), ...minute]);
  }
  const days = spellUses(scene, 'tokensPerDay');
  const notes = days.slice(0, 1).map(scene.words.explain.evidence.notDay);
  return (
    judgeAsCheck(scene, ['tokensPerMinute', 'requestsPerMinute'], notes) ??
    judgeAtLimit(scene, MINUTE_DIMENSIONS, notes) ??
    unknownBecause([...days, ...(scene.model ? spellUses(scene, 'tokensPerMinute') : []), ...spellThrottles(scene)])
  );
}

/** Use so low that only a reservation larger than any call makes would explain a refusal. */
function isFarFromLimit(scene: Scene, quota: MappedQuota): boolean {
  const room = quota.appliedValue * (1 - percentOf(scene, quota) / 100);
  return percentOf(scene, quota) < NEAR_ZERO_PERCENT && room > LARGEST_RESERVATION;
}

function judgeTokens(scene: Scene): Verdict {
  const [fullest] = fullestFirst(scene, 'tokensPerMinute');
  const tokens = spellUses(scene, 'tokensPerMinute');
  const notes = tokens.slice(0, 1).map(scene.words.explain.evidence.notTokens);
  const known =
    judgeAsCheck(scene, ['tokensPerMinute', 'reservation', 'burst']) ??
    judgeAtLimit(scene, ['tokensPerMinute']) ??
    judgeAsCheck(scene, ['requestsPerMinute'], notes);
  if (known) return known;
  if (!fullest || !scene.measured.has(fullest.quotaCode) || isFarFromLimit(scene, fullest)) {
    return unknownBecause([...tokens, ...spellThrottles(scene)]);
  }
  return toVerdict(fullest, 'reservation', scene.throttled ? 'medium' : 'low', [
    ...tokens,
    scene.words.explain.evidence.reserved,
  ]);
}

const MANTLE_DIMENSIONS: readonly Dimension[] = ['inputTokensPerMinute', 'outputTokensPerMinute'];

/**
 * The mantle endpoint counts no refusals, so that its quotas alone can tell: one at its limit, or that of input, against which
 * `max_tokens` is reserved too.
 */
function judgeMantle(scene: Scene): Verdict {
  const { mantleBlind } = scene.words.use;
  const [fullest] = fullestFirst(scene, ...MANTLE_DIMENSIONS);
  const uses = MANTLE_DIMENSIONS.flatMap((dimension) => spellUses(scene, dimension));
  const isFull = fullest && percentOf(scene, fullest) >= AT_LIMIT_PERCENT;
  if (isFull) return toVerdict(fullest, 'tokensPerMinute', 'medium', [...uses, mantleBlind]);
  const input = scene.spent.find(({ dimension }) => dimension === 'inputTokensPerMinute');
  if (!input || !scene.measured.has(input.quotaCode)) return unknownBecause([...uses, mantleBlind]);
  return toVerdict(input, 'reservation', 'low', [...uses, scene.words.explain.evidence.reservedInput, mantleBlind]);
}

function judgeRequests(scene: Scene): Verdict {
  const [fullest] = fullestFirst(scene, 'requestsPerMinute');
  const requests = spellUses(scene, 'requestsPerMinute');
  const notes = requests.slice(0, 1).map(scene.words.explain.evidence.notRequests);
  const known =
    judgeAsCheck(scene, ['requestsPerMinute', 'burst']) ??
    judgeAtLimit(scene, ['requestsPerMinute']) ??
    judgeAsCheck(scene, ['tokensPerMinute'], notes) ??
    judgeAtLimit(scene, ['tokensPerMinute'], notes);
  if (known) return known;
  if (fullest && scene.throttled && percentOf(scene, fullest) >= NEAR_ZERO_PERCENT) {
    return toVerdict(fullest, 'burst', 'low', [...requests, scene.words.explain.evidence.burst]);
  }
  const tokens = scene.model ? spellUses(scene, 'tokensPerMinute') : [];
  return unknownBecause([...requests, ...tokens, ...spellThrottles(scene)]);
}

function judgeUnnamed(scene: Scene): Verdict {
  const { unnamed, unnamedUnseen } = scene.words.explain.evidence;
  const kinds: readonly CauseKind[] = [
    'tokensPerMinute',
    'requestsPerMinute',
    'tokensPerDay',
    'zeroQuota',
    'reservation',
    'burst',
    'capacity',
  ];
  return (
    judgeAsCheck(scene, kinds) ??
    judgeAtLimit(scene, ['tokensPerMinute', 'requestsPerMinute', 'tokensPerDay'], [unnamed]) ??
    unknownBecause([unnamedUnseen, ...spellFullest(scene)])
  );
}

/** An account whose quotas are nearly all 0 refuses whatever is called. `null`: another, or the model is known. */
function judgeRestricted(scene: Scene): Verdict | null {
  if (scene.isModelNamed || !isRestricted(scene)) return null;
  return toVerdict(null, 'zeroQuota', 'high', [spellRestriction(scene)]);
}

/** What is known of an error that is of no quota of the model: what AWS says of the access, and that it is none. */
function judgeWithoutQuota(scene: Scene): Verdict {
  const { noQuota, otherQuota } = scene.words.explain.evidence;
  const { kind } = scene.error;
  return toVerdict(null, 'unknown', 'high', [
    isOfOtherQuota(kind) ? otherQuota : noQuota,
    ...spellAvailability(scene),
    ...(kind === 'accountRestricted' && isRestricted(scene) ? [spellRestriction(scene)] : []),
  ]);
}

/** Judges an error before the state of the account: which limit stops the caller, how surely, and by what numbers. */
export function judgeError(scene: Scene): Verdict {
  const { kind } = scene.error;
  if (isNoModelQuota(kind)) return judgeWithoutQuota(scene);
  const { capacity, unrecognised } = scene.words.explain.evidence;
  if (scene.model?.endpoint === 'mantle' && isOfModelQuota(kind)) return judgeZero(scene, null) ?? judgeMantle(scene);
  switch (kind) {
    case 'tokensPerDay':
      return judgeZero(scene, 'tokensPerDay') ?? judgeRestricted(scene) ?? judgeDay(scene);
    case 'tokensPerMinute':
      return judgeZero(scene, 'tokensPerMinute') ?? judgeTokens(scene);
    case 'requestsPerMinute':
      return judgeZero(scene, 'requestsPerMinute') ?? judgeRequests(scene);
    case 'capacity':
    case 'modelNotReady': {
      const confidence = kind === 'capacity' ? 'high' : 'medium';
      return toVerdict(null, 'capacity', confidence, [capacity, ...spellFullest(scene)]);
    }
    case 'unrecognised':
      return unknownBecause([unrecognised, ...spellFullest(scene), ...spellThrottles(scene)]);
    default:
      return judgeZero(scene, null) ?? judgeUnnamed(scene);
  }
}
