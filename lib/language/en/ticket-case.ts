/** The text of a Support case. It is English in every language: Support reads it, and can hand it on. */
export const TICKET_CASE = {
  subject: (region: string, codes: string) => `Amazon Bedrock quota increase in ${region}: ${codes}`,
  subjectMany: (region: string, code: string, more: string) =>
    `Amazon Bedrock quota increase in ${region}: ${code} and ${more} more`,
  account: (account: string, region: string) => `Account ${account}, Region ${region}`,
  source: (from: string, to: string) =>
    `All figures are from Amazon CloudWatch (AWS/Bedrock), one-minute points from ${from} to ${to} UTC.`,
  gaps: 'Some of it could not be read, or not be counted in full: use is at least what is stated.',
  unknown: 'unknown',
  useCase: 'Use case',
  writeUseCase: '[Describe what is built, for whom, and why it needs the quota.]',
  model: (ids: string) => `Model: ${ids}`,
  allModels: 'all models together',
  called: (ids: string) => `Called as: ${ids}`,
  applied: (value: string, unit: string) => `Applied value: ${value} ${unit}`,
  standard: (value: string) => `AWS default: ${value}`,
  desired: (value: string, why: string) => `Desired value: ${value} (${why})`,
  noDesired: 'Desired value: please advise; the AWS default is not known to us and there is no use to compute it from',
  basis: {
    given: 'our own estimate',
    peak: (peak: string) =>
      `the peak seen, ${peak}, is to be at most 60% of it, and it is at least half as much again as the applied value; rounded up to two digits, and above the AWS default`,
    standard: 'one above the AWS default',
    half: 'half as much again as the applied value, rounded up to two digits; no use was seen',
    start: 'a small first value: we will use it, then ask for more',
  },
  adjustable: { yes: 'Adjustable in Service Quotas: yes', no: 'Adjustable in Service Quotas: no' },
  sibling: (code: string, name: string) => `Adjustable quota of the same model: ${code} ${name}`,
  open: (value: string, since: string, caseId: string) =>
    `A request for ${value} is open already, since ${since}, case ${caseId}`,
  noTraffic: 'Use: no call was seen in this time, so there are no use figures yet',
  unmeasured: {
    variant: 'Use: unknown; CloudWatch does not tell calls of this kind apart',
    concurrentRequests: 'Use: unknown; no metric counts calls at the same time',
    unmapped: 'Use: unknown; which model spends this quota is not known to us',
  },
  steady: (tokens: string, requests: string, busy: string) =>
    `Steady use (median of the ${busy} minutes with calls): ${tokens} tokens/min, ${requests} requests/min`,
  peak: (tokens: string, requests: string, at: string) =>
    `Peak use: ${tokens} tokens/min (${at} UTC), ${requests} requests/min`,
  peakDay: (tokens: string) => `Largest UTC day: ${tokens} tokens`,
  estimate: 'Tokens are quota tokens (output counted by its burndown rate)',
  input: (average: string, p90: string) => `Input tokens a request: average ${average}, p90 ${p90}`,
  output: (average: string, p90: string) => `Output tokens a request: average ${average}, p90 ${p90}`,
  large: (share: string, size: string) =>
    `Large requests: ${share} of requests, in minutes whose mean input (cached tokens too) is over ${size} tokens`,
  throttled: (calls: string, share: string, minutes: string, first: string, last: string) =>
    `Throttled: ${calls} calls (${share} of all) in ${minutes} minutes, first ${first}, last ${last} UTC`,
  throttledDays: (days: string) => `Throttled calls by UTC day: ${days}`,
  throttledHours: (hours: string) => `Hours with most throttled calls (UTC): ${hours}`,
  notThrottled: 'Throttled: no call',
  growth: (amount: string, unit: string) => `Growth: about ${amount} ${unit} more each week (trend of whole days)`,
  meets: (week: string) => `, which meets the applied value in the week of ${week} (estimate)`,
  noGrowth: 'Growth: no trend that the days of this time show',
  strategy: 'Strategy',
  smallFirst:
    'Small first: we ask for the values above, use them, and then ask for more by the use that is seen. A smaller value is welcome where the full one cannot be granted now.',
  notes:
    'CloudWatch keeps no single requests: p90 and the share of large requests are of the means of minutes, weighted by their requests.',
};
