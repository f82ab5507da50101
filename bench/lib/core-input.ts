import type { MappedQuota } from '../../lib/core/vocabulary/quota';

/** A day of minutes. */
export const MINUTES = 1440;

/** What the process that evaluates is sent. */
export interface CoreInput {
  readonly quotas: readonly MappedQuota[];
  readonly modelIds: readonly string[];
  readonly now: number;
}

/** What it answers. */
export interface CoreResult {
  readonly perSecond: number;
  readonly firstMs: number;
  readonly findings: number;
  readonly traffic: number;
  readonly peakMb: number;
  /** Before the first evaluation: Node, the code and the input. */
  readonly beforeMb: number;
}
