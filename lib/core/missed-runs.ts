import type { CoverageError } from './blind-spot-findings';
import type { DescribedFinding, Finding } from './finding';
import { MINUTES_PER_DAY, toIso, toSpokenTime } from './time';
import type { EpochMinute } from './usage';
import { spellQuantity } from './wording';

/** The clock evaluates at least every 5 minutes; longer than this and runs were missed, as the alarm NotRunning has it. */
const MISSED_AFTER_MINUTES = 10;

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

/** Whether a finding tells of a time in which nothing was evaluated. */
export function isMissedRuns({ id }: Finding): boolean {
  return id.startsWith(ID);
}

function isOfMinutes({ source }: CoverageError): boolean {
  return source.startsWith(READS_OF_MINUTES);
}

/** What has become of the minutes: the look-back goes as far as CloudWatch's reading does, if it could be read. */
function spellOutcome(from: EpochMinute, now: EpochMinute, errors: readonly CoverageError[]): string {
  const failed = errors.find(isOfMinutes);
  if (failed)
    return `These minutes are not evaluated yet, for ${failed.source} fails; they will be when it works again.`;
  const readFrom = now - MINUTES_PER_DAY;
  if (from >= readFrom) return 'These minutes have been evaluated now: alerts about them come late.';
  return `Only the last 24 hours have been evaluated now; what happened before ${toSpokenTime(readFrom, now)} is not known.`;
}

/**
 * The time since the last evaluation, when it is longer than the schedule explains: runs did not come, or failed before
 * they could judge. It is over when it is found, so it is told once. `null` when nothing was missed.
 * @param errors what this evaluation itself could not read.
 */
export function findMissedRuns(
  { now, evaluatedUntil: from }: EvaluationClock,
  errors: readonly CoverageError[],
): DescribedFinding | null {
  if (from === null || now - from <= MISSED_AFTER_MINUTES) return null;
  const span = `from ${toSpokenTime(from, now)} to ${toSpokenTime(now, now)}`;
  const summary = `The watchdog evaluated nothing ${span}: its runs did not come or failed. ${spellOutcome(from, now, errors)}`;
  return {
    finding: {
      id: `${ID}${toIso(from)}`,
      kind: 'coverage',
      severity: 'unknown',
      quotaCode: null,
      modelIds: [],
      scope: null,
      dimension: null,
      usage: null,
      appliedValue: null,
      utilizationPercent: null,
      headroom: null,
      exhaustionAt: null,
      cause: { kind: 'unknown', confidence: 'high', evidence: [summary] },
      remedies: [
        {
          title:
            'See why: the alarms Failed and NotRunning, the log of the poller and the dead letters of its schedule',
          command: null,
        },
      ],
    },
    context: {
      subject: `the watchdog was blind ${span}`,
      summary,
      details: [
        ['Blind', `${spellQuantity(now - from, 'minute')}${errors.some(isOfMinutes) ? '' : '; it sees again'}`],
      ],
    },
  };
}
