import type { LatenessWords } from '../../core/words/lateness';

/** A CloudWatch that shows points late. */
export const EN_LATENESS: LatenessWords = {
  subject: "CloudWatch is late, and so probably are Bedrock's numbers",
  proof: (since: string, foundAt: string) =>
    `CloudWatch accepted the watchdog's own point of ${since}, and neither it nor any newer one could be read at ${foundAt}.`,
  inference:
    "Bedrock's numbers come through the same CloudWatch, so they are probably late too: high numbers are real, low ones and silence cannot be trusted.",
  atLeast: (length: string, since: string) => `at least ${length}, for points since ${since}`,
  held: 'open alerts are not closed while this lasts; what appears late is read up to 24 hours back and reported then',
  lookAtAws:
    'Check whether AWS reports delayed CloudWatch metrics in this Region: https://health.aws.amazon.com/health/status',
  wait: 'If not, all you can do is wait: quiet graphs do not mean quiet traffic, so ask the callers themselves',
  missed:
    'These minutes have been evaluated as far as CloudWatch, which is late, shows them; the rest follows when it appears.',
};
