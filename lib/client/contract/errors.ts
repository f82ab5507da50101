/** The day's tokens of a model are used up, or one of its quotas is 0: calls fail at once until `retryAt`. */
export class DailyQuotaExhaustedError extends Error {
  /** As the class is called, whatever a bundler calls it. */
  override readonly name = 'DailyQuotaExhaustedError';
  /** Stable, for those who cannot test the class. */
  readonly code = 'DAILY_QUOTA_EXHAUSTED';

  constructor(
    /** As it was called. */
    readonly modelId: string,
    /** When a call is tried again, as a probe. AWS documents no reset of the day. */
    readonly retryAt: Date,
    /** Whether a known limit is 0, so that waiting does not help; `null`: the limit is not known. */
    readonly isZeroQuota: boolean | null,
    options?: ErrorOptions,
  ) {
    const why = isZeroQuota
      ? 'a quota of the model is 0'
      : 'the daily tokens are used up, or a quota of the model is 0';
    super(`${modelId}: ${why}; tried again from ${retryAt.toISOString()} on`, options);
  }
}

/** A call could not wait for its quota: the queue is full, or the wait would be longer than the call allows. */
export class QuotaWaitError extends Error {
  /** As the class is called, whatever a bundler calls it. */
  override readonly name = 'QuotaWaitError';
  /** Stable, for those who cannot test the class. */
  readonly code = 'QUOTA_WAIT';

  constructor(
    /** As it was called. */
    readonly modelId: string,
    /** Too many wait; the wait would be too long; the call takes more than a whole minute's quota. */
    readonly reason: 'queueFull' | 'waitLimit' | 'tooLarge',
    message: string,
  ) {
    super(`${modelId}: ${message}`);
  }
}
