import type { Lateness } from '../traffic/echo';
import { type BlindSpot, hidesTraffic, missedRunsId } from '../vocabulary/blind-spot';
import { MISSED_AFTER_MINUTES } from '../vocabulary/cadence';
import type { Found } from '../vocabulary/found';
import { type EpochMinute, MINUTES_PER_DAY, toSpokenTime } from '../vocabulary/time';
import { spellQuantity } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { toCoverageFinding } from './coverage';

/** When an evaluation is made, and when the one before it was. */
export interface EvaluationClock {
  readonly now: EpochMinute;
  /** Clock of the evaluation before; `null` when there was none. */
  readonly evaluatedUntil: EpochMinute | null;
  /** Minutes between two evaluations by plan, where it is more than the schedule's. @default 0 */
  readonly pace?: number;
}

/** What this evaluation itself could not read. */
export interface MissedRunsSources {
  readonly blindSpots: readonly BlindSpot[];
  /** Absent or `null`: CloudWatch is on time. */
  readonly late?: Lateness | null;
}

/** What has become of the minutes: the look-back goes as far as CloudWatch's reading does, if it could be read. */
function spellOutcome(
  from: EpochMinute,
  now: EpochMinute,
  { blindSpots, late }: MissedRunsSources,
  words: Words,
): string {
  const failed = blindSpots.find(hidesTraffic);
  if (failed) return words.coverage.notYet(failed.source);
  const readFrom = now - MINUTES_PER_DAY;
  if (from >= readFrom) return late ? words.lateness.missed : words.coverage.late;
  return words.coverage.lost(toSpokenTime(readFrom, now));
}

/**
 * The time since the last evaluation, when it is longer than the schedule explains: runs did not come, or failed before
 * they could judge. It is over when it is found, so it is told once. `null` when nothing was missed.
 */
export function findMissedRuns(
  { now, evaluatedUntil: from, pace = 0 }: EvaluationClock,
  sources: MissedRunsSources,
): Found | null {
  if (from === null || now - from <= MISSED_AFTER_MINUTES + pace) return null;
  const isSeenAgain = !sources.late && !sources.blindSpots.some(hidesTraffic);
  const spanIn = (words: Words) => words.coverage.span(toSpokenTime(from, now), toSpokenTime(now, now));
  const summaryIn = (words: Words) =>
    `${words.coverage.missed(spanIn(words))} ${spellOutcome(from, now, sources, words)}`;
  return toCoverageFinding({
    id: missedRunsId(from),
    confidence: 'high',
    evidence: (words) => [summaryIn(words)],
    remedies: [{ title: ({ coverage }) => coverage.seeWhy, command: null }],
    context: (words) => {
      const length = spellQuantity(now - from, words.nouns.minute, words);
      return {
        subject: words.coverage.blind(spanIn(words)),
        summary: summaryIn(words),
        details: [['Blind', isSeenAgain ? words.coverage.seesAgain(length) : length]],
      };
    },
  });
}
