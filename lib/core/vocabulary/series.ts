import type { SeriesIdentity } from './series-key';
import type { EpochMinute } from './time';

/**
 * What CloudWatch counted for one metric `ModelId` in one minute. The mantle endpoint has fewer kinds: accepted requests
 * (`Inferences`), client errors, input and output.
 * A kind without a point is 0 (a count that did not happen), but for the native estimate, where no point is unknown.
 */
export interface MinuteUsage {
  /** Which one. */
  readonly minute: EpochMinute;
  /** Accepted requests; throttled ones are not among them. */
  readonly invocations: number;
  /** Requests refused for a quota or for capacity. */
  readonly throttles: number;
  /** Requests refused as wrong. */
  readonly clientErrors: number;
  /** Requests that failed at AWS. */
  readonly serverErrors: number;
  /** Tokens. */
  readonly input: number;
  /** Tokens. */
  readonly output: number;
  /** Tokens read of a prompt cache. */
  readonly cacheRead: number;
  /** Tokens written into a prompt cache. */
  readonly cacheWrite: number;
  /** `EstimatedTPMQuotaUsage`, an absolute token count; `null` when the minute has no point. */
  readonly estimatedTpm: number | null;
}

/**
 * The minutes of one metric `ModelId`, ascending, without gaps filled in. On the runtime endpoint that is a base id,
 * profile id, bare application-profile id or ARN; on the mantle endpoint the `Model` dimension, which should be a base id.
 */
export interface ModelSeries extends SeriesIdentity {
  /** Those with a point. */
  readonly minutes: readonly MinuteUsage[];
  /** `false` when a part of what was asked could not be read: sums are then lower bounds. */
  readonly complete: boolean;
  /** Everything before this minute has been read; absent: everything before the clock's. */
  readonly readUntil?: EpochMinute;
}
