import type { Lateness } from '../traffic/echo';
import type { DescribedFinding, Finding } from '../vocabulary/finding';
import { type EpochMinute, toSpokenTime } from '../vocabulary/time';
import { spellQuantity } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { toCoverageFinding } from './coverage';

/** Name of the source: as that of a call that fails, it begins with the service that hides traffic. */
export const LATE_POINTS_SOURCE = 'cloudwatch:latePoints';

const ID = `coverage/${LATE_POINTS_SOURCE}`;

/** Whether a finding tells that CloudWatch shows points late. */
export function isLatePoints({ id }: Pick<Finding, 'id'>): boolean {
  return id === ID;
}

/** What is known, in one sentence. */
export function spellLateness({ since, foundAt }: Lateness, now: EpochMinute, words: Words): string {
  return words.lateness.proof(toSpokenTime(since, now), toSpokenTime(foundAt, now));
}

/**
 * CloudWatch shows the watchdog's own points late. That it shows those of Bedrock late too is likely and not known, and
 * told as that.
 */
export function findLatePoints(late: Lateness, now: EpochMinute, words: Words): DescribedFinding {
  const { subject, inference, atLeast, held, lookAtAws, wait } = words.lateness;
  const proof = spellLateness(late, now, words);
  const length = spellQuantity(late.foundAt - late.since, words.nouns.minute, words);
  const finding = toCoverageFinding(
    ID,
    [proof, inference],
    [lookAtAws, wait].map((title) => ({ title, command: null })),
  );
  return {
    finding: { ...finding, cause: { kind: 'unknown', confidence: 'medium', evidence: [proof, inference] } },
    context: {
      subject,
      summary: `${proof} ${inference}`,
      details: [
        ['Blind', atLeast(length, toSpokenTime(late.since, now))],
        ['Watchdog', held],
      ],
    },
  };
}
