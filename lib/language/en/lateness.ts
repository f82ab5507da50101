/** A CloudWatch that shows points late. */
export const EN_LATENESS = {
  subject: "CloudWatch is late, and so probably are Bedrock's numbers",
  /** What is known. */
  proof: (since: string, foundAt: string) =>
    `CloudWatch accepted the watchdog's own point of ${since}, and neither it nor any newer one could be read at ${foundAt}.`,
  /** What follows from it, said as an inference. */
  inference:
    "Bedrock's numbers come through the same CloudWatch, so they are probably late too: high numbers stand, low ones and silence are not to be trusted.",
  /** @param length how late, at least. */
  atLeast: (length: string, since: string) => `${length} at least, for points since ${since}`,
  held: 'open alerts are not called over while this lasts; what shows late is read up to 24 hours back and told then',
  lookAtAws:
    'See whether AWS reports delayed CloudWatch metrics in this Region: https://health.aws.amazon.com/health/status',
  wait: 'Else there is nothing to do but wait: do not take quiet graphs for quiet, and ask the callers themselves',
  /** Of minutes that were missed: what CloudWatch does not show yet cannot be judged. */
  missed:
    'These minutes have been evaluated as far as CloudWatch, which is late, shows them; the rest will be when it shows.',
};
