import type { SeriesIdentity } from './series-key';
import type { EpochMinute } from './time';

/**
 * What CloudWatch counted for one metric `ModelId` in one minute. The mantle endpoint has fewer kinds: accepted requests
 * (`Inferences`), client errors, input and output.
 * A kind without a point is 0 (a count that did not happen), but for the native estimate, where no point is unknown.
 */
export interface MinuteUsage {
  readonly minute: EpochMinute;
  /** Accepted requests; throttled ones are not among them. */
  readonly invocations: number;
  readonly throttles: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
  /** Tokens. */
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  /** `EstimatedTPMQuotaUsage`, an absolute token count; `null` when the minute has no point. */
  readonly estimatedTpm: number | null;
}

/**
 * The minutes of one metric `ModelId`, ascending, without gaps filled in. On the runtime endpoint that is a base id,
 * profile id, bare application-profile id or ARN; on the mantle endpoint the `Model` dimension, which should be a base id.
 */
export interface ModelSeries extends SeriesIdentity {
  readonly minutes: readonly MinuteUsage[];
  /** `false` when a part of what was asked could not be read: sums are then lower bounds. */
  readonly complete: boolean;
  /** Everything before this minute has been read; absent: everything before the clock's. */
  readonly readUntil?: EpochMinute;
}
