import type { CauseKind } from '../../vocabulary/finding';
import type { MappedQuota } from '../../vocabulary/quota';
import { spellCount, spellDimension, spellPercent, spellQuantity, spellShare } from '../../vocabulary/wording';
import type { Words } from '../../words/words';
import { AT_LIMIT_PERCENT, type QuotaEvidence, type Reserved } from './evidence';
import { heldPercentOf, impliedReservation, largestOutputOf, largestReservation } from './reservation';
import { type JudgedMinutes, NEAR_ZERO_PERCENT, peakMinuteOf } from './verdict';

/** `tokens per minute` and the like. */
export function spellCause(kind: CauseKind, words: Words): string {
  return words.cause.kinds[kind];
}

/** A day at its end when calls were refused. */
function spellDayFull({ quota, value, limit, percent }: QuotaEvidence, words: Words): string {
  const [amount, of] = [spellCount(value, words), spellCount(limit, words)];
  return words.cause.dayFull(amount, of, spellPercent(percent, words), quota.quotaCode);
}

function spellPeak({ quota, value, limit, percent }: QuotaEvidence, words: Words): string {
  const [amount, of] = [spellCount(value, words), spellCount(limit, words)];
  const peak = words.cause.peak(spellDimension(quota.dimension, words), amount, of, spellPercent(percent, words));
  return limit === quota.appliedValue
    ? peak
    : `${peak}, ${words.cause.inForceThen(of, spellCount(quota.appliedValue, words))}`;
}

/** The fullest daily quota as it stood in these minutes. */
function spellDay({ minutes }: JudgedMinutes, words: Words): string[] {
  const [fullest] = minutes
    .flatMap(({ dailyQuotas }) => dailyQuotas.slice(0, 1))
    .sort((one, other) => other.percent - one.percent);
  return fullest ? [words.cause.day(spellPercent(fullest.percent, words), fullest.quota.quotaCode)] : [];
}

/** The fullest per-minute quota of these minutes. */
function spellMinutePeak({ minutes }: JudgedMinutes, words: Words): string[] {
  const [fullest] = minutes
    .flatMap(({ minuteQuotas }) => minuteQuotas.slice(0, 1))
    .sort((one, other) => other.percent - one.percent);
  return fullest ? [spellPeak(fullest, words)] : [];
}

/** What calls are known to have reserved, with the share of each part. */
function spellParts({ input, cacheWrite, cacheRead }: Reserved, words: Words): string {
  const all = input + cacheWrite + cacheRead;
  const parts = [
    { name: words.cause.parts.cacheRead, tokens: cacheRead },
    { name: words.cause.parts.input, tokens: input },
    { name: words.cause.parts.cacheWrite, tokens: cacheWrite },
  ].filter(({ tokens }) => tokens > 0);
  return parts
    .sort((a, b) => b.tokens - a.tokens)
    .map(({ name, tokens }) => `${spellCount(tokens, words)} ${name} (${spellShare((tokens / all) * 100)})`)
    .join(', ');
}

/** What cache reads held of a quota at the start of calls; nothing where there were none. */
function spellCacheReads(peak: QuotaEvidence, words: Words): string[] {
  const { reserved, limit } = peak;
  if (!reserved || reserved.cacheRead === 0) return [];
  const percent = spellPercent(heldPercentOf(peak), words);
  return [words.cause.cacheReads(spellParts(reserved, words), percent, spellCount(limit, words))];
}

/** How far the reservation of `max_tokens` would have to go. */
function spellMaxTokens(group: JudgedMinutes, peak: QuotaEvidence, words: Words): string[] {
  const minute = peakMinuteOf(group, peak);
  const { cause } = words;
  const largest = largestOutputOf(minute);
  const spellLargest = minute.maxOutput === null ? cause.anyModel : cause.thisModel;
  const of = spellLargest(spellCount(largest, words));
  if (peak.limit < largest) return [cause.unset(of)];
  const needed = impliedReservation(minute, peak);
  if (needed <= largest) return [cause.reserved, cause.fill(spellCount(needed, words))];
  const calls = minute.accepted + 1;
  const sum = spellCount(calls * largestReservation(minute, peak), words);
  return [cause.unsetSum(spellCount(calls, words), of, sum, spellCount(peak.limit, words))];
}

function spellReservation(group: JudgedMinutes, peak: QuotaEvidence, words: Words): string[] {
  const isFilled = heldPercentOf(peak) >= AT_LIMIT_PERCENT;
  return [...spellCacheReads(peak, words), ...(isFilled ? [] : spellMaxTokens(group, peak, words))];
}

/** What speaks for shared capacity: as much that passed, no use to speak of, or calls that cannot have reserved it all. */
function spellCapacity(group: JudgedMinutes, peak: QuotaEvidence | null, words: Words): string[] {
  const { cause } = words;
  if (peak !== null && peak.passed >= peak.value) return [cause.passed(spellCount(peak.passed, words))];
  if (peak === null || peak.percent < NEAR_ZERO_PERCENT) return [cause.nearZero];
  const minute = peakMinuteOf(group, peak);
  const calls = spellQuantity(minute.accepted + 1, words.nouns.call, words);
  return [cause.cannotFill(calls, spellCount(largestOutputOf(minute), words))];
}

function spellBurst(group: JudgedMinutes, peak: QuotaEvidence, words: Words): string[] {
  const minute = peakMinuteOf(group, peak);
  const attempts = minute.accepted + minute.throttles;
  return peak.quota.dimension === 'requestsPerMinute' && attempts >= peak.limit
    ? [words.cause.attempts(spellQuantity(attempts, words.nouns.call, words))]
    : [words.cause.usual(spellCount(minute.usualValues.get(peak.quota.quotaCode) ?? 0, words))];
}

function spellShareAtLimit({ share }: JudgedMinutes, words: Words): string {
  return share === 1 ? words.cause.atLimitAlways : words.cause.atLimit(spellPercent(share * 100, words));
}

function spellMain(group: JudgedMinutes, words: Words): string[] {
  const { kind, quota, evidence } = group.verdict;
  const peak = evidence ? [spellPeak(evidence, words)] : [];
  const day = spellDay(group, words);
  switch (kind) {
    case 'zeroQuota':
      return quota ? [words.cause.zero(quota.quotaCode, spellDimension(quota.dimension, words))] : [];
    case 'tokensPerMinute':
    case 'requestsPerMinute':
      return [spellShareAtLimit(group, words), ...peak, ...day];
    case 'tokensPerDay':
      return [...(evidence ? [spellDayFull(evidence, words)] : []), ...spellMinutePeak(group, words)];
    case 'reservation':
      return [...peak, ...(evidence ? spellReservation(group, evidence, words) : []), ...day];
    case 'burst':
      return [
        ...peak,
        ...(evidence ? spellBurst(group, evidence, words) : []),
        words.cause.secondsPeak(AT_LIMIT_PERCENT),
        ...day,
      ];
    case 'capacity':
      return [...peak, ...spellCapacity(group, evidence, words), ...day];
    case 'unknown':
      return [...spellUnknown(group, words), ...peak, ...day];
  }
}

/** Why nothing can be said: a quota whose value then is not known, or none that is known at all. */
function spellUnknown({ minutes, throttles }: JudgedMinutes, words: Words): string[] {
  const quota = minutes.find(({ unknownValue }) => unknownValue !== null)?.unknownValue;
  if (!quota) return [words.cause.noQuota(spellQuantity(throttles, words.nouns.throttledCall, words))];
  return [words.cause.valueUnknown(quota.quotaCode, spellCount(quota.appliedValue, words))];
}

function spellOther({ verdict, share }: JudgedMinutes, words: Words): string {
  const code = verdict.quota ? ` (${verdict.quota.quotaCode})` : '';
  return words.cause.also(`${spellCause(verdict.kind, words)}${code}`, spellPercent(share * 100, words));
}

/** Quotas of the same model whose use no metric shows; they may be what refused. */
function spellUnseen(unseen: readonly MappedQuota[], { cause }: Words): string[] {
  return unseen
    .slice(0, 2)
    .flatMap(({ quotaCode, variant }) => (variant ? [cause.unseen(quotaCode, cause[variant])] : []));
}

const NEVER_SEEN_IN_COUNTS: ReadonlySet<CauseKind> = new Set(['reservation', 'burst', 'capacity', 'unknown']);

/**
 * The evidence in sentences, the strongest first.
 * @param unseen quotas of the same traffic that no metric shows.
 */
export function spellCauseEvidence(
  main: JudgedMinutes,
  others: readonly JudgedMinutes[],
  unseen: readonly MappedQuota[],
  words: Words,
): string[] {
  const isDoubtful = NEVER_SEEN_IN_COUNTS.has(main.verdict.kind);
  return [
    ...spellMain(main, words),
    ...others.slice(0, 2).map((other) => spellOther(other, words)),
    ...(isDoubtful ? spellUnseen(unseen, words) : []),
  ];
}
