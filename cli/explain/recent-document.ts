import type { TimeWindow } from '../../lib/core/answers/recent';
import type { ErrorKind } from '../../lib/core/errors';
import { toIso } from '../../lib/core/vocabulary/time';
import { type Answer, type AnswerHead, toAnswer, toHead } from './document';
import type { RecentRegion, WindowBasis } from './read-recent';

/** Refused calls that are the same but for their time, as programs read them. */
interface RefusalRow {
  readonly kind: ErrorKind;
  /** AWS's words. */
  readonly text: string;
  readonly modelId: string | null;
  readonly principal: string | null;
  readonly userAgent: string | null;
  readonly calls: number;
  /** ISO times in UTC of the first and the last. */
  readonly from: string;
  readonly to: string;
  /** Place of what they mean in `answers`. */
  readonly answer: number;
}

/** The document of `explain --recent --json`: that of `explain` for the text with most calls, and all that was refused. */
export interface RecentDocument extends AnswerHead {
  /** As `explain` answers for the text and model with most refused calls; `null`, or empty, when none was refused. */
  readonly error: Answer['error'] | null;
  readonly modelId: Answer['modelId'];
  readonly scope: Answer['scope'];
  readonly cause: Answer['cause'] | null;
  readonly quotaCode: Answer['quotaCode'];
  readonly dimension: Answer['dimension'];
  readonly usage: Answer['usage'];
  readonly appliedValue: Answer['appliedValue'];
  readonly defaultValue: Answer['defaultValue'];
  readonly utilizationPercent: Answer['utilizationPercent'];
  readonly remedies: Answer['remedies'];
  readonly candidates: Answer['candidates'];
  /** Most calls first; `null`: CloudTrail could not be read, and nothing is known. */
  readonly refusals: readonly RefusalRow[] | null;
  /** What each text means for each model, once: as `explain` answers, with the number of refused calls. */
  readonly answers: readonly (Answer & { readonly calls: number })[];
  /** What was looked at. */
  readonly reading: {
    /** ISO times in UTC, the end exclusive. */
    readonly from: string;
    readonly to: string;
    /** Why just these times were looked at. */
    readonly basis: WindowBasis;
    readonly windows: readonly { readonly from: string; readonly to: string }[];
    /** Recorded calls that were read, refused or served. */
    readonly recordedCalls: number;
    readonly unreadable: number;
    /** Before this, calls in the windows are missing; `null`: none is. */
    readonly readBackTo: string | null;
    /** Of calls from here on more may be recorded yet; `null`: of none. */
    readonly lateFrom: string | null;
  };
}

const NO_ANSWER = {
  error: null,
  modelId: null,
  scope: null,
  cause: null,
  quotaCode: null,
  dimension: null,
  usage: null,
  appliedValue: null,
  defaultValue: null,
  utilizationPercent: null,
  remedies: [],
  candidates: [],
} as const;

function toSpan({ from, until }: TimeWindow): { from: string; to: string } {
  return { from: toIso(from), to: toIso(until) };
}

/** To the second. */
function toTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** Makes the document of one account and Region. */
export function toRecentDocument({ document, reading, explained, lateFrom }: RecentRegion): RecentDocument {
  const [first] = explained;
  const refusals = explained.flatMap(({ groups }, answer) =>
    groups.map(({ kind, text, modelId, principal, userAgent, calls, from, to }): RefusalRow => {
      return { kind, text, modelId, principal, userAgent, calls, from: toTime(from), to: toTime(to), answer };
    }),
  );
  const isUnread = reading.blindSpot !== null && reading.events === 0;
  return {
    ...toHead(document),
    ...(first ? toAnswer(first.explanation) : NO_ANSWER),
    refusals: isUnread ? null : refusals.sort((a, b) => b.calls - a.calls),
    answers: explained.map(({ explanation, calls }) => ({ ...toAnswer(explanation), calls })),
    reading: {
      ...toSpan(reading.asked),
      basis: reading.basis,
      windows: reading.windows.map(toSpan),
      recordedCalls: reading.events,
      unreadable: reading.unreadable,
      readBackTo: reading.readBackTo === null ? null : toIso(reading.readBackTo),
      lateFrom: lateFrom === null ? null : toIso(lateFrom),
    },
  };
}
