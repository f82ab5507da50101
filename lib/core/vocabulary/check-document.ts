import type { Finding } from './finding';

/** What the evaluation could see, and what it could not. */
export interface Coverage {
  /** Ids that called in the look-back, as CloudWatch has them. */
  readonly activeModelIds: readonly string[];
  /** Those with a quota. */
  readonly mappedModelIds: readonly string[];
  /** Those without. */
  readonly unmappedModelIds: readonly string[];
  /** What was not read, or is late; a line each, the source first. */
  readonly errors: readonly string[];
}

/** A finding that is not told, why, and until when. */
export interface MutedId {
  readonly id: string;
  readonly reason: string;
  /** ISO time; `null`: until the rule is removed. */
  readonly until: string | null;
}

/** One evaluation of one account and Region: the document of `check --json`. */
export interface CheckDocument {
  /** Of this shape. */
  readonly schemaVersion: 1;
  /** `null` when nothing AWS answered carried it. */
  readonly accountId: string | null;
  /** The Region that was judged. */
  readonly region: string;
  /** ISO time in UTC. */
  readonly evaluatedAt: string;
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** Findings that rules say are not to be told; absent when there are none. */
  readonly muted?: readonly MutedId[];
  /** What was seen, and what was not. */
  readonly coverage: Coverage;
}
