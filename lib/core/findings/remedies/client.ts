import type { TrafficMinute } from '../../traffic/model-traffic';
import type { CauseKind } from '../../vocabulary/finding';
import type { FoundRemedy } from '../../vocabulary/found';
import type { MappedQuota } from '../../vocabulary/quota';
import { spellCount } from '../../vocabulary/wording';
import type { Words } from '../../words/words';
import { roundUp } from './increase';

/** The mean of a count per call over the minutes in which it is known; `null` when it is known of none. */
function averagePerCall(minutes: readonly TrafficMinute[], pick: (minute: TrafficMinute) => number): number | null {
  const known = minutes.filter((minute) => pick(minute) > 0 && minute.invocations > 0);
  const calls = known.reduce((sum, minute) => sum + minute.invocations, 0);
  return calls === 0 ? null : known.reduce((sum, minute) => sum + pick(minute), 0) / calls;
}

/** Advice on `max_tokens`, which is reserved in full at the start of each call. Nothing when no output was seen. */
function maxTokensRemedies(minutes: readonly TrafficMinute[]): FoundRemedy[] {
  const averageOutput = averagePerCall(minutes, ({ output }) => output);
  if (averageOutput === null) return [];
  const suggestion = roundUp(Math.max(averageOutput * 2, 100));
  return [
    {
      title: (words) => words.remedy.maxTokens(spellCount(suggestion, words), spellCount(averageOutput, words)),
      command: null,
    },
  ];
}

/** `at most 8 requests per second`, `at most one request every 3 seconds`. */
function spellPace(requestsPerMinute: number, words: Words): string {
  const perSecond = requestsPerMinute / 60;
  if (perSecond >= 1) return words.remedy.perSecond(spellCount(Math.floor(perSecond), words));
  return words.remedy.everySeconds(spellCount(Math.ceil(60 / requestsPerMinute), words));
}

/**
 * How many calls a minute a quota bears; `null` when it cannot be told.
 * Worked number: 1,000,000 tokens a minute at 2,300 quota tokens a call → 434 calls a minute.
 */
function bearableRequests({ dimension, appliedValue }: MappedQuota, minutes: readonly TrafficMinute[]): number | null {
  if (dimension === 'requestsPerMinute') return appliedValue;
  const tokensPerCall = averagePerCall(minutes, ({ quotaTokens }) => quotaTokens);
  return tokensPerCall === null ? null : Math.floor(appliedValue / tokensPerCall);
}

function spreadRemedy(quota: MappedQuota | null, minutes: readonly TrafficMinute[]): FoundRemedy {
  const requests = quota && bearableRequests(quota, minutes);
  return {
    title: (words) => words.remedy.spread(requests ? `: ${spellPace(requests, words)}` : ''),
    command: null,
  };
}

/** Advice on the largest part of what calls reserve: cached input where that is most of it, else `max_tokens`. */
function reservationRemedies(reserved: PromptTokens | null, minutes: readonly TrafficMinute[]): FoundRemedy[] {
  const { input = 0, cacheWrite = 0, cacheRead = 0 } = reserved ?? {};
  const isCached = cacheRead > 0 && cacheRead >= input + cacheWrite;
  return isCached ? [{ title: (words) => words.remedy.cacheReads, command: null }] : maxTokensRemedies(minutes);
}

/** Tokens of prompts by what they are. */
type PromptTokens = Pick<TrafficMinute, 'input' | 'cacheWrite' | 'cacheRead'>;

/** What a cause says of the calls. */
export interface CallCause {
  readonly kind: CauseKind;
  readonly quota: MappedQuota | null;
  /** What calls are known to have reserved; `null` where it does not matter. */
  readonly reserved: PromptTokens | null;
}

/** What callers can do about a cause that lies in how they call, or in what AWS has; nothing for other causes. */
export function clientRemedies(
  { kind, quota, reserved }: CallCause,
  minutes: readonly TrafficMinute[],
): readonly FoundRemedy[] {
  switch (kind) {
    case 'reservation':
      return reservationRemedies(reserved, minutes);
    case 'burst':
      return [spreadRemedy(quota, minutes)];
    case 'capacity':
      return [{ title: (words) => words.remedy.backOff, command: null }];
    default:
      return [];
  }
}
