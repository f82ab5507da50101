import type { JudgedMinutes } from './cause';
import type { CauseKind } from './finding';
import type { MappedQuota } from './quota';
import type { QuotaEvidence } from './throttle-evidence';
import { AT_LIMIT_PERCENT, LARGEST_RESERVATION } from './throttle-verdict';
import { spellCount, spellDimension, spellPercent, spellQuantity } from './wording';

const CAUSE_WORDS: Readonly<Record<CauseKind, string>> = {
  tokensPerMinute: 'tokens per minute',
  requestsPerMinute: 'requests per minute',
  tokensPerDay: 'tokens per day',
  zeroQuota: 'a quota of 0',
  reservation: 'reservation of max_tokens',
  burst: 'a burst inside the minute',
  capacity: 'shared capacity, not your quota',
  unknown: 'unknown',
};

/** `tokens per minute` and the like. */
export function spellCause(kind: CauseKind): string {
  return CAUSE_WORDS[kind];
}

function spellUse({ quota, value, limit, percent }: QuotaEvidence): string {
  return `${spellCount(value)} of ${spellCount(limit)} (${spellPercent(percent)}) of ${quota.quotaCode}`;
}

function spellPeak(peak: QuotaEvidence): string {
  const { quota, value, limit, percent } = peak;
  return `${spellDimension(quota.dimension)} peaked at ${spellCount(value)} of ${spellCount(limit)} (${spellPercent(percent)}) in the minutes with throttles`;
}

/** The fullest daily quota as it stood in these minutes. */
function spellDay({ minutes }: JudgedMinutes): string[] {
  const [fullest] = minutes
    .flatMap(({ dailyQuotas }) => dailyQuotas.slice(0, 1))
    .sort((one, other) => other.percent - one.percent);
  return fullest ? [`the day stood at ${spellPercent(fullest.percent)} of ${fullest.quota.quotaCode} (estimate)`] : [];
}

/** The fullest per-minute quota of these minutes. */
function spellMinutePeak({ minutes }: JudgedMinutes): string[] {
  const [fullest] = minutes
    .flatMap(({ minuteQuotas }) => minuteQuotas.slice(0, 1))
    .sort((one, other) => other.percent - one.percent);
  return fullest ? [spellPeak(fullest)] : [];
}

/** What each call must have reserved for the quota to be full in the minute of the highest use. */
export function impliedReservation({ minutes }: JudgedMinutes, { quota, value, limit }: QuotaEvidence): number {
  const peak = minutes.find(({ minuteQuotas }) =>
    minuteQuotas.some((one) => one.quota === quota && one.value === value),
  );
  return Math.max(0, limit - value) / Math.max(1, peak?.accepted ?? 0);
}

function spellReservation(group: JudgedMinutes, peak: QuotaEvidence): string[] {
  if (peak.limit < LARGEST_RESERVATION) {
    return [
      `a call with max_tokens unset may reserve up to ${spellCount(LARGEST_RESERVATION)} tokens, more than the whole quota`,
    ];
  }
  const reserved = impliedReservation(group, peak);
  const fill = `${spellCount(reserved)} tokens reserved beyond its use by each call let in would fill it`;
  return [
    'input + max_tokens are reserved when a call starts, and only what was used is counted',
    reserved > LARGEST_RESERVATION
      ? `${fill}, more than any model may return: calls still running may hold the rest`
      : fill,
  ];
}

function spellBurst({ minutes }: JudgedMinutes, peak: QuotaEvidence): string[] {
  const minute = minutes.find(({ minuteQuotas }) => minuteQuotas.includes(peak));
  if (!minute) return [];
  const attempts = minute.accepted + minute.throttles;
  return peak.quota.dimension === 'requestsPerMinute' && attempts >= peak.limit
    ? [`${spellCount(attempts)} calls came in that minute, refused ones and retries among them`]
    : [
        `the quarter of an hour before was at ${spellCount(minute.usualValues.get(peak.quota.quotaCode) ?? 0)} a minute (median)`,
      ];
}

function spellShareAtLimit({ share }: JudgedMinutes): string {
  return share === 1
    ? 'at the limit in every minute with throttles'
    : `at the limit in the minutes of ${spellPercent(share * 100)} of the throttles`;
}

function spellMain(group: JudgedMinutes): string[] {
  const { kind, quota, evidence } = group.verdict;
  switch (kind) {
    case 'zeroQuota':
      return quota
        ? [
            `${quota.quotaCode} (${spellDimension(quota.dimension)}) is 0: every call is refused, often with "Too many tokens per day"`,
          ]
        : [];
    case 'tokensPerMinute':
    case 'requestsPerMinute':
      return [spellShareAtLimit(group), ...(evidence ? [spellPeak(evidence)] : []), ...spellDay(group)];
    case 'tokensPerDay':
      return [
        ...(evidence ? [`the day stood at ${spellUse(evidence)} when calls were refused (estimate)`] : []),
        ...spellMinutePeak(group),
      ];
    case 'reservation':
      return [...(evidence ? [spellPeak(evidence), ...spellReservation(group, evidence)] : []), ...spellDay(group)];
    case 'burst':
      return [
        ...(evidence ? [spellPeak(evidence), ...spellBurst(group, evidence)] : []),
        `a peak of seconds is held against the quota before the minute's sum is ${AT_LIMIT_PERCENT}%`,
        ...spellDay(group),
      ];
    case 'capacity':
      return [
        ...(evidence ? [spellPeak(evidence)] : []),
        'use is near zero: shared capacity, or a large reservation, is likelier than your quota',
        ...spellDay(group),
      ];
    case 'unknown':
      return [
        `${spellQuantity(group.throttles, 'throttled call')}, and no per-minute token quota is known for this traffic`,
        ...(evidence ? [spellPeak(evidence)] : []),
        ...spellDay(group),
      ];
  }
}

function spellOther({ verdict, share }: JudgedMinutes): string {
  const code = verdict.quota ? ` (${verdict.quota.quotaCode})` : '';
  return `also ${spellCause(verdict.kind)}${code}: ${spellPercent(share * 100)} of the throttles`;
}

const VARIANT_WORDS = { latencyOptimized: 'latency-optimized calls', longContext: 'calls of long context' } as const;

/** Quotas of the same model whose use no metric shows; they may be what refused. */
function spellUnseen(unseen: readonly MappedQuota[]): string[] {
  return unseen
    .slice(0, 2)
    .flatMap(({ quotaCode, variant }) =>
      variant
        ? [`${quotaCode} limits ${VARIANT_WORDS[variant]}, whose use no metric shows: it may be what refused`]
        : [],
    );
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
): string[] {
  const isDoubtful = NEVER_SEEN_IN_COUNTS.has(main.verdict.kind);
  return [...spellMain(main), ...others.slice(0, 2).map(spellOther), ...(isDoubtful ? spellUnseen(unseen) : [])];
}
