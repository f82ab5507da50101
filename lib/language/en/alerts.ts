import type { AlertWords } from '../../core/words/alerts';

/** English for what alerts say: the findings and the messages that carry them. Numbers and times come in as text. */
export const EN_ALERTS: AlertWords = {
  nouns: {
    call: ['call', 'calls'],
    attempt: ['attempt', 'attempts'],
    request: ['request', 'requests'],
    token: ['token', 'tokens'],
    minute: ['minute', 'minutes'],
    day: ['day', 'days'],
    quota: ['quota', 'quotas'],
    inferenceQuota: ['inference quota', 'inference quotas'],
    throttledCall: ['throttled call', 'throttled calls'],
    awsCall: ['AWS call', 'AWS calls'],
  },
  units: {
    tokens: 'tokens',
    requests: 'requests',
    inputTokens: 'input tokens',
    outputTokens: 'output tokens',
  },
  dimensions: {
    tokensPerMinute: 'tokens/min',
    requestsPerMinute: 'requests/min',
    tokensPerDay: 'tokens/day',
    inputTokensPerMinute: 'input tokens/min',
    outputTokensPerMinute: 'output tokens/min',
    concurrentRequests: 'concurrent requests',
  },
  scopes: {
    onDemand: 'on-demand',
    crossRegion: 'cross-Region',
    globalCrossRegion: 'global cross-Region',
    model: 'on-demand and cross-Region',
    account: 'all models',
    customDeployment: 'custom model deployments',
  },
  severities: { ok: 'OK', warning: 'WARNING', critical: 'CRITICAL', unknown: 'UNKNOWN' },
  states: {
    recovered: 'RECOVERED',
    digest: 'DIGEST',
    changed: 'CHANGED',
    escalated: (severity: string) => `now ${severity}`,
    reminder: (severity: string) => `still ${severity}`,
  },
  labels: {
    Cause: 'Cause',
    Since: 'Since',
    Forecast: 'Forecast',
    Traffic: 'Traffic',
    Quota: 'Quota',
    Also: 'Also',
    And: 'And',
    Reason: 'Reason',
    Demand: 'Demand',
    Blind: 'Blind',
    Watchdog: 'Watchdog',
    'Not seen': 'Not seen',
    'Not counted': 'Not counted',
    Rate: 'Rate',
    'Client errors': 'Client errors',
  },
  quota: {
    all: 'all models together',
    unknown: 'unknown',
    applied: (value: string) => `applied ${value}`,
    standard: (value: string) => `AWS default ${value}`,
    adjustable: 'adjustable',
    notAdjustable: 'not adjustable',
    isZero: 'quota is 0',
  },
  message: {
    throttling: 'throttling',
    throttled: (count: string) => `${count} throttled`,
    doNow: 'Do now',
    more: (count: number) => `(+${count} more)`,
    andMore: (count: string) => `and ${count} more`,
    refused: (count: string) =>
      `The message itself was refused, so it is told in short. Findings: ${count}. The table keeps it as outbox-aside; quota-watchdog check shows the state of now.`,
    heldUp: (count: string) => `HELD UP: ${count} messages that could not be sent`,
    heldUpWhy: 'They waited so long that they are told in a line each. quota-watchdog check shows the state of now.',
    dashboard: 'Dashboard',
    quotaPage: 'Quota page',
    runbook: 'Runbook',
    account: 'Account',
    inTargets: (count: number) => `${count} targets`,
    asIn: (place: string) => `As in ${place}:`,
    severalAccounts: 'several accounts',
    severalRegions: 'several Regions',
    unknownAccount: 'unknown',
    over: (lastSeen: string) => `It is over. Last seen: ${lastSeen}`,
    provenance: {
      native: 'Native metric, points 1-2 minutes late.',
      reconstructed: 'Reconstructed from token counts and the burndown rate, points 1-2 minutes late.',
      mixed: 'Native metric and reconstructed token counts, points 1-2 minutes late.',
      lowerBound: 'A lower bound: a part could not be read, or its burndown rate is unknown.',
      estimate: 'An estimate: AWS does not document how and when daily quotas are charged and reset.',
    },
  },
  chat: {
    commandInMail: (title: string) => `${title} (the command is in the mail)`,
    moreAlerts: (count: number) => `${count} more quota alerts`,
  },
  use: {
    used: (subject: string, amount: string, limit: string) => `${subject} used ${amount} of ${limit}`,
    inMinute: (used: string, time: string) => `${used} in the minute ${time}.`,
    inDay: (used: string, window: string) => `${used} ${window} (estimate).`,
    utcDay: 'since midnight UTC',
    rolling24h: 'in the last 24 hours',
    otherReading: (amount: string, window: string) =>
      `${amount} ${window}; AWS documents neither reset, the larger reading is shown`,
    unknownRate: ({ models, atOne, highest, atHighest }) =>
      `no burndown rate is known for ${models}, and CloudWatch gave no estimate: ${atOne} with 1 quota token per output token, ${atHighest} with ${highest}, the highest AWS names; set the rate with burndownRates in the stack, --burndown on the command line`,
    mantleBlind: '429s of the mantle endpoint are counted by no metric',
    clientErrors: (calls: string) => `${calls} in the look-back; they may include 429s`,
    mantleNotCounted: 'tokens of the bedrock-mantle endpoint: AWS does not say whether they spend this quota',
    application: (name: string) => `application profile "${name}"`,
    demand: (calls: string, refused: string) =>
      `${calls} in that minute, ${refused} of them refused (retries among them)`,
  },
  zero: {
    raise: (quota: string) => `${quota}: ask for more than the default`,
    raiseInConsole: (quota: string) => `${quota}: ask for more in the Service Quotas console, which shows the default`,
    notAdjustable:
      'Quotas that are not adjustable: open a Support case of the free type "Account and billing" and name the models you need',
    evidence: (zeros: string, all: string) => `Service Quotas shows an applied value of 0 for ${zeros} of ${all}`,
    subject: (zeros: string, all: string) => `${zeros} of ${all} quotas are 0`,
    summary: (zeros: string, all: string) =>
      `${zeros} of ${all} are 0: every call against them is refused, often as "Too many tokens per day".`,
    attempted: (count: string) => `In the last 24 hours calls were attempted against ${count} of them.`,
    muted: (count: string, isOne: boolean) => `${count} more ${isOne ? 'is' : 'are'} muted.`,
  },
  below: {
    subject: (quotas: string) => `${quotas} below the AWS default`,
    summary: (lowered: { quotas: string; isOne: boolean }, used: { count: string; isOne: boolean }) =>
      `${lowered.quotas} of this account ${lowered.isOne ? 'is' : 'are'} applied below the AWS default; ${used.count} of them ${used.isOne ? 'has' : 'have'} traffic in the last 24 hours.`,
  },
  unmapped: {
    mantle: (modelId: string) => `${modelId} on bedrock-mantle`,
    subjectKnown: (modelId: string) => `traffic of a model without quota: ${modelId}`,
    subject: (modelId: string) => `traffic of unknown model id ${modelId}`,
    summary: (calls: string, tokens: string, modelId: string) =>
      `${calls} with ${tokens} tokens came from the model id ${modelId}, which no known quota covers.`,
    reasons: {
      noQuota: (modelId: string) =>
        `no quota of this account and Region is mapped to ${modelId} for calls of this kind`,
      noMantleQuota: (modelId: string) => `no bedrock-mantle quota that is known is mapped to ${modelId}`,
      noMantleLimit: (modelId: string) =>
        `AWS sets no limit per customer for ${modelId} on bedrock-mantle: no quota of that endpoint is for it`,
      otherSets: (modelId: string) =>
        `${modelId} shows in no metric of the model id alone, only in those by service tier, context window or the like: which quota its calls spend cannot be told`,
      mantleRest: () =>
        "the account's total on bedrock-mantle is more than its models sum up to: the model of these calls is not told",
      promptRouter: (arn: string) =>
        `${arn}: a prompt router sends calls to several models and has no quota of its own`,
      provisionedModel: (arn: string) => `${arn}: provisioned throughput spends no on-demand quota`,
      customModel: (arn: string) => `${arn}: a custom model has quotas of its own`,
      customDeployment: (arn: string) =>
        `${arn}: the base model of this custom model deployment could not be looked up`,
      importedModel: (arn: string) => `${arn}: an imported model has no quota of its own`,
      provisionedOnly: (modelId: string) => `${modelId} is reachable by provisioned throughput only`,
      noModel: (modelId: string) => `${modelId} is no model that is known`,
      likeApplicationProfile: (modelId: string) =>
        `${modelId} looks like an application inference profile, and no profile of that id is listed`,
      noProfile: (arn: string) => `${arn}: no such profile is listed`,
      noApplicationProfile: (arn: string) => `${arn}: no such application inference profile is listed`,
      noResource: (arn: string) => `${arn} is no kind of resource that is known`,
      noRoute: (profileId: string) => `inference profile ${profileId} does not say which foundation model it routes to`,
      severalModels: (profileId: string) => `inference profile ${profileId} routes to more than one model`,
      ambiguousCopy: (profileId: string, modelId: string) =>
        `inference profile ${profileId} copies ${modelId} or a geographic profile of it with one Region; its model ARNs are the same`,
    },
    joinRuntime:
      'If one of the quotas of `quota-watchdog quotas --unmapped` is for it, join them with an override of the model mapping',
    lookAtSets: 'Look in CloudWatch at the metrics of AWS/Bedrock and AWS/BedrockMantle by their other dimensions',
    noModelId: 'calls without a model',
    joinMantle:
      'If one of the bedrock-mantle quotas in the list of quotas is for it, join them with an override of the model mapping',
    identify:
      'Find out what calls it: a deleted application inference profile, or one the watchdog may not list, shows only its id',
  },
  requested: {
    summaries: {
      granted: ({ desired, applied }) => `The increase to ${desired} is granted: ${applied} is in force.`,
      partly: ({ desired, applied }) => `The increase to ${desired} is granted in part: ${applied} is in force.`,
      notGranted: ({ desired, applied, status }) =>
        `The increase to ${desired} is closed (${status}) and the value is ${applied} still.`,
      longOpen: ({ desired, age }) => `An increase to ${desired} is open${age === null ? '' : ` for ${age}`}.`,
    },
    remedies: {
      notGranted: (caseId) =>
        `Read what AWS says in ${caseId === null ? 'the request history of Service Quotas' : `case ${caseId}`}, and ask again with less, once what is there is used`,
      longOpen: (caseId) =>
        caseId === null
          ? 'Look at the request history of Service Quotas: npx quota-watchdog requests'
          : `Ask for news in case ${caseId}: AWS mostly waits for an answer about steady and peak use`,
    },
  },
  coverage: {
    subject: (source: string) => `the watchdog is partly blind: ${source}`,
    blind: (span: string) => `the watchdog was blind ${span}`,
    span: (from: string, to: string) => `from ${from} to ${to}`,
    missed: (span: string) => `The watchdog evaluated nothing ${span}: its runs did not come or failed.`,
    notYet: (source: string) =>
      `These minutes are not evaluated yet, for ${source} fails; they will be when it works again.`,
    late: 'These minutes have been evaluated now: alerts about them come late.',
    lost: (time: string) =>
      `Only the last 24 hours have been evaluated now; what happened before ${time} is not known.`,
    seesAgain: (length: string) => `${length}; it sees again`,
    seeWhy: 'See why: the alarms Failed and NotRunning, the log of the poller and the dead letters of its schedule',
  },
  change: {
    counts: {
      zeroed: 'now 0',
      lowered: 'lowered',
      unlisted: 'no longer listed',
      unjoined: 'no longer joined with usage',
      raised: 'raised',
      added: 'new',
      renamed: 'renamed',
      adjustable: 'adjustable or no longer so',
      default: 'with another AWS default',
    },
    none: 'none',
    models: (before: string, after: string) => `its models were ${before} and are ${after}`,
    counted: (before: string, after: string) => `it counted ${before} and counts ${after}`,
    renamed: 'renamed',
    renamedTo: (before: string, after: string) => `renamed "${before}" → "${after}"`,
    unknownName: 'renamed, and no model is known by the new name',
    otherCalls: 'renamed, and means other calls',
    unlisted: 'no longer listed',
    unwatched: (renamed: string) => `no longer watched: ${renamed}, no name of an inference quota`,
    noInference: 'renamed, and no inference quota by the new name',
    added: 'new',
    noModel: 'no model is known by its name',
    changed: 'changed',
    andMore: 'and more',
    subject: (quotas: string, kinds: string) => `${quotas} changed: ${kinds}`,
    seen: (time: string, what: string) => `Seen in the quota list at ${time}: ${what}.`,
    refused: (calls: string, isOne: boolean) =>
      `${calls} of the last 24 hours ${isOne ? 'was' : 'were'} made against what is 0 now: such calls are refused.`,
    more: (count: string) => `${count} more`,
    join: (code: string) =>
      `${code} is compared with no usage: update the watchdog, or join it by modelOverrides: { '${code}': ['base.model-id'] }`,
    unwatchedNow: (code: string) =>
      `${code} is not watched: update the watchdog, whose newer versions may know the new name`,
  },
  digest: {
    nothingOpen: 'nothing open',
    open: (count: string) => `${count} open`,
    highestUse: (percent: string) => `highest use ${percent}`,
    throttled: (calls: string) => `${calls} throttled`,
    first: 'The first digest: the record begins now, the next one tells of what happened since',
    period: (from: string, until: string) => `${from} to ${until}`,
    openNow: 'Open now',
    nothing: 'nothing',
    peaks: 'Highest use',
    noUse: 'no use was seen',
    throttledCalls: 'Throttled calls',
    none: 'none',
    standing: 'Zero and lowered quotas',
    requests: 'Open increase requests',
    requestsAt: (time: string) => `Open increase requests as of ${time} (could not be read since)`,
    requestsInPart: 'Open increase requests (not all could be read)',
    noRequest: 'none',
    unread: 'not known: the list of requests could not be read',
    request: (since: string | null, caseId: string | null) =>
      `open${since === null ? '' : ` since ${since}`}${caseId === null ? '' : `, case ${caseId}`}`,
    endedRequests: 'Increase requests no longer open',
    ended: (value: string, applied: string, status: string | null) =>
      `${value} asked for, ${applied} (${status ?? 'no longer listed'})`,
    still: (value: string) => `still ${value} applied`,
    became: (before: string, after: string) => `applied ${before} → ${after}`,
    changes: 'Changed quotas',
    lessThanACent: 'less than $0.01',
    about: (dollars: string) => `about $${dollars}`,
    ownCalls: (calls: string, sum: string, region: string, date: string) =>
      `${calls}, ${sum} before free tiers (an estimate by list prices of ${region}, ${date}; without Lambda, logs, alarms, metrics and storage)`,
  },
};
