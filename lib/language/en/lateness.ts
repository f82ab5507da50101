import type { LatenessWords } from '../../core/words/lateness';

/** A CloudWatch that shows points late. */
export const EN_LATENESS: LatenessWords = {
  subject: "CloudWatch is late, and so probably are Bedrock's numbers",
  proof: (since: string, foundAt: string) =>
    `CloudWatch accepted the watchdog's own point of ${since}, and neither it nor any newer one could be read at ${foundAt}.`,
  inference:
    "Bedrock's numbers come through the same CloudWatch, so they are probably late too: high numbers stand, low ones and silence are not to be trusted.",
  atLeast: (length: string, since: string) => `${length} at least, for points since ${since}`,
  held: 'open alerts are not called over while this lasts; what shows late is read up to 24 hours back and told then',
  lookAtAws:
    'See whether AWS reports delayed CloudWatch metrics in this Region: https://health.aws.amazon.com/health/status',
  wait: 'Else there is nothing to do but wait: do not take quiet graphs for quiet, and ask the callers themselves',
  missed:
    'These minutes have been evaluated as far as CloudWatch, which is late, shows them; the rest will be when it shows.',
};
