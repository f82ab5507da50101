import type { Statement } from './statement';

/** Something that could not be read, or not in full: what failed and why. */
export type BlindSpot = Statement & {
  /** Stable name of what failed: `cloudwatch:GetMetricData`, `quotaList`. */
  readonly source: string;
};
