/** A CloudWatch that shows points late. */
export interface LatenessWords {
  readonly subject: string;
  /** What is known. */
  readonly proof: (since: string, foundAt: string) => string;
  /** What follows from it, said as an inference. */
  readonly inference: string;
  /** @param length how late, at least. */
  readonly atLeast: (length: string, since: string) => string;
  readonly held: string;
  readonly lookAtAws: string;
  readonly wait: string;
  /** Of minutes that were missed: what CloudWatch does not show yet cannot be judged. */
  readonly missed: string;
}
