import type { CauseKind } from '../../vocabulary/finding';
import type { MappedQuota } from '../../vocabulary/quota';
import { spellCount, spellDimension, spellPercent, spellQuantity } from '../../vocabulary/wording';
import type { Words } from '../../words/words';
import type { QuotaEvidence } from './evidence';
import { AT_LIMIT_PERCENT, impliedReservation, type JudgedMinutes, LARGEST_RESERVATION } from './verdict';

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
  return words.cause.peak(spellDimension(quota.dimension, words), amount, of, spellPercent(percent, words));
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

function spellReservation(group: JudgedMinutes, peak: QuotaEvidence, words: Words): string[] {
  if (peak.limit < LARGEST_RESERVATION) {
    return [words.cause.unset(spellCount(LARGEST_RESERVATION, words))];
  }
  const reserved = impliedReservation(group, peak);
  const fill = words.cause.fill(spellCount(reserved, words));
  return [words.cause.reserved, reserved > LARGEST_RESERVATION ? `${fill}, ${words.cause.runningCalls}` : fill];
}

function spellBurst({ minutes }: JudgedMinutes, peak: QuotaEvidence, words: Words): string[] {
  const minute = minutes.find(({ minuteQuotas }) => minuteQuotas.includes(peak));
  if (!minute) return [];
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
      return [...peak, words.cause.nearZero, ...day];
    case 'unknown':
      return [words.cause.noQuota(spellQuantity(group.throttles, words.nouns.throttledCall, words)), ...peak, ...day];
  }
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
