import type { Trouble } from './trouble';

/** Something that could not be read, or not in full: what failed and why. */
export type CoverageError = Trouble & {
  /** Stable name of what failed: `cloudwatch:GetMetricData`, `quotaList`. */
  readonly source: string;
};
