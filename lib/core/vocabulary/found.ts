import type { Words } from '../words/words';
import type { CauseKind, Confidence, Finding, FindingContext, MeasuredUsage, MeasuredUsageNow } from './finding';
import type { EpochMinute } from './time';

/** A text that waits for its language: what it tells is known, and each reader gets it in theirs. */
export type Phrase = (words: Words) => string;

/** What can be done. */
export interface FoundRemedy {
  readonly title: Phrase;
  /** A command that can be pasted as it is, the same in every language; `null` when the remedy is no command. */
  readonly command: string | null;
}

/** Why something is the matter. */
export interface FoundCause {
  readonly kind: CauseKind;
  readonly confidence: Confidence;
  /** Sentences with numbers, the strongest first. */
  readonly evidence: (words: Words) => readonly string[];
}

/** What people are told beside the public finding. */
export type FoundContext = Omit<FindingContext, 'remedies'>;

/**
 * One thing that is the matter, before any words: numbers, minutes and kinds, and texts that wait for their language. It
 * is found once, whoever reads of it; {@link toFinding} and {@link describe} put it into words.
 */
export interface Found extends Omit<Finding, 'usage' | 'usageNow' | 'exhaustionAt' | 'cause' | 'remedies'> {
  readonly usage: MeasuredUsage | null;
  readonly usageNow?: MeasuredUsageNow | null;
  readonly exhaustionAt: EpochMinute | null;
  readonly cause: FoundCause | null;
  readonly remedies: readonly FoundRemedy[];
  readonly context: (words: Words) => FoundContext;
}
