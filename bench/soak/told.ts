/** One event of one message, as it was published. */
export interface Told {
  /** Minute since the start at which SNS took it. */
  readonly at: number;
  /** Minute of the evaluation that said it; earlier than `at` when SNS did not take it at once. */
  readonly judgedAt: number;
  readonly event: string;
  readonly findingId: string;
  readonly kind: string;
  readonly severity: string;
}
