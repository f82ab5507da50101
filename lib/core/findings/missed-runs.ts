import type { Lateness } from '../traffic/echo';
import type { BlindSpot } from '../vocabulary/blind-spot';
import { MISSED_AFTER_MINUTES } from '../vocabulary/cadence';
import type { DescribedFinding, Finding } from '../vocabulary/finding';
import { type EpochMinute, MINUTES_PER_DAY, toIso, toSpokenTime } from '../vocabulary/time';
import { spellQuantity } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { toCoverageFinding } from './coverage';

/** Name of the source; the rest of the id is when the blindness began, for two of them are two. */
const ID = 'coverage/watchdog:missedRuns/';

/** Calls that read minutes begin so. */
const READS_OF_MINUTES = 'cloudwatch:';

/** When an evaluation is made, and when the one before it was. */
export interface EvaluationClock {
  readonly now: EpochMinute;
  /** Clock of the evaluation before; `null` when there was none. */
  readonly evaluatedUntil: EpochMinute | null;
}

/** What this evaluation itself could not read, and the language. */
export interface MissedRunsSources {
  readonly blindSpots: readonly BlindSpot[];
  /** Absent or `null`: CloudWatch is on time. */
  readonly late?: Lateness | null;
  readonly words: Words;
}

/** Whether a finding tells of a time in which nothing was evaluated. */
export function isMissedRuns({ id }: Finding): boolean {
  return id.startsWith(ID);
}

function isOfMinutes({ source }: BlindSpot): boolean {
  return source.startsWith(READS_OF_MINUTES);
}

/** What has become of the minutes: the look-back goes as far as CloudWatch's reading does, if it could be read. */
function spellOutcome(from: EpochMinute, now: EpochMinute, { blindSpots, late, words }: MissedRunsSources): string {
  const failed = blindSpots.find(isOfMinutes);
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
  { now, evaluatedUntil: from }: EvaluationClock,
  sources: MissedRunsSources,
): DescribedFinding | null {
  const { blindSpots, late, words } = sources;
  if (from === null || now - from <= MISSED_AFTER_MINUTES) return null;
  const span = words.coverage.span(toSpokenTime(from, now), toSpokenTime(now, now));
  const length = spellQuantity(now - from, words.nouns.minute, words);
  const summary = `${words.coverage.missed(span)} ${spellOutcome(from, now, sources)}`;
  return {
    finding: toCoverageFinding(`${ID}${toIso(from)}`, [summary], [{ title: words.coverage.seeWhy, command: null }]),
    context: {
      subject: words.coverage.blind(span),
      summary,
      details: [['Blind', late || blindSpots.some(isOfMinutes) ? length : words.coverage.seesAgain(length)]],
    },
  };
}
