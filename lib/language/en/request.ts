/** English for `request`. */
export const EN_REQUEST = {
  values: (applied: string, standard: string) => `applied ${applied}, AWS default ${standard}`,
  peak: (amount: string) => `used up to ${amount} in the look-back`,
  noUse: 'no use was seen in the look-back',
  ask: (value: string, basis: string) => `asks for ${value}: ${basis}`,
  /** Why that value. */
  basis: {
    given: 'as given',
    peak: 'so that the use seen is 60% of it',
    default: 'the least AWS accepts, or half as much again',
    start: 'a starting value for an account without traffic: use it, then ask for more',
  },
  next: 'AWS opens a Support case for it; the applied value shows whether it was granted: quota-watchdog requests',
  not: {
    unknown: (code: string) => `${code} is not an inference quota of Bedrock here; quota-watchdog quotas lists them`,
    open: (value: string, since: string) =>
      `not requested: an increase to ${value} is open since ${since}, and AWS accepts no second one`,
    tooMany: (count: string) => `not requested: ${count} requests of the account are open, and AWS accepts no more`,
    tooSmall: (least: string) => `not requested: AWS refuses a value that is not above ${least}; give a larger --value`,
    noDefault: 'not requested: it is 0 and its AWS default is unknown here; give a --value, or ask in the console',
    sibling: (code: string, name: string) =>
      `not requested: it cannot be raised by API; ask for more of ${code} (${name}) of the same model instead, AWS handles both with that request: quota-watchdog request ${code}`,
    support:
      'not requested: it cannot be raised by API, and the model has no adjustable quota to ask for instead; open a Support case of the free type "Account and billing"',
  },
  question: (count: string, region: string) => `Send ${count} to Service Quotas in ${region}? [y/N] `,
  request: ['request', 'requests'],
  yes: /^y(?:es)?$/i,
  cancelled: 'nothing was sent',
  dryRun: 'nothing was sent: --dry-run',
  sent: (status: string, caseId: string | null) => `sent: ${status}${caseId === null ? '' : `, case ${caseId}`}`,
  refused: (why: string, own: string) => `refused: ${why} (AWS: ${own})`,
  /** By the name of AWS's error. */
  refusals: {
    ResourceAlreadyExistsException: 'a request for this quota is open',
    QuotaExceededException: 'too many requests of the account are open',
    IllegalArgumentException: 'AWS does not accept this value',
    InvalidResourceStateException: 'the quota cannot be raised now',
    NoSuchResourceException: 'there is no such quota in this Region',
    AccessDeniedException: 'allow the action servicequotas:RequestServiceQuotaIncrease',
    TooManyRequestsException: 'too many calls; try again in a minute',
    DependencyAccessDeniedException: 'AWS needs a permission of its own for the case; see the message',
  },
  refusedOtherwise: 'it was not accepted',
  complaints: {
    oneRegion: 'requests are sent in one Region and several are given; run it once for each Region',
    needsYes: 'there is no terminal to ask on; add --yes to send, or --dry-run to see what would be sent',
    badCode: (text: string) => `"${text}" is not a quota code; give codes such as L-F4DDD3EB`,
  },
};
