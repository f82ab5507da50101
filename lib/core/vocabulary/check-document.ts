import type { Finding } from './finding';

/** What the evaluation could see, and what it could not. */
export interface Coverage {
  readonly activeModelIds: readonly string[];
  readonly mappedModelIds: readonly string[];
  readonly unmappedModelIds: readonly string[];
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
  readonly schemaVersion: 1;
  /** `null` when nothing AWS answered carried it. */
  readonly accountId: string | null;
  readonly region: string;
  /** ISO time in UTC. */
  readonly evaluatedAt: string;
  readonly findings: readonly Finding[];
  /** Findings that rules say are not to be told; absent when there are none. */
  readonly muted?: readonly MutedId[];
  readonly coverage: Coverage;
}
