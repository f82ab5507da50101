import type { Lateness } from '../traffic/echo';
import { coverageId, LATE_POINTS_SOURCE } from '../vocabulary/blind-spot';
import type { Found, FoundContext } from '../vocabulary/found';
import { type EpochMinute, toSpokenTime } from '../vocabulary/time';
import { spellQuantity } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { toCoverageFinding } from './coverage';

/** What is known, in one sentence. */
export function spellLateness({ since, foundAt }: Lateness, now: EpochMinute, words: Words): string {
  return words.lateness.proof(toSpokenTime(since, now), toSpokenTime(foundAt, now));
}

function tellLateness(late: Lateness, now: EpochMinute, words: Words): FoundContext {
  const { subject, inference, atLeast, held } = words.lateness;
  const length = spellQuantity(late.foundAt - late.since, words.nouns.minute, words);
  return {
    subject,
    summary: `${spellLateness(late, now, words)} ${inference}`,
    details: [
      ['Blind', atLeast(length, toSpokenTime(late.since, now))],
      ['Watchdog', held],
    ],
  };
}

/**
 * CloudWatch shows the watchdog's own points late. That it shows those of Bedrock late too is likely and not known, and
 * told as that.
 */
export function findLatePoints(late: Lateness, now: EpochMinute): Found {
  return toCoverageFinding({
    id: coverageId(LATE_POINTS_SOURCE),
    confidence: 'medium',
    evidence: (words) => [spellLateness(late, now, words), words.lateness.inference],
    remedies: [
      { title: ({ lateness }) => lateness.lookAtAws, command: null },
      { title: ({ lateness }) => lateness.wait, command: null },
    ],
    context: (words) => tellLateness(late, now, words),
  });
}
