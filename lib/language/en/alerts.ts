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
      `The full message was refused, so this is a short version. Findings: ${count}. The table keeps the original as outbox-aside; quota-watchdog check shows the current state.`,
    heldUp: (count: string) => `HELD UP: ${count} messages could not be sent`,
    heldUpWhy: 'They waited so long that each has one line here. quota-watchdog check shows the current state.',
    dashboard: 'Dashboard',
    quotaPage: 'Quota page',
    runbook: 'Runbook',
    account: 'Account',
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
    commandInMail: (title: string) => `${title} (the command is in the e-mail)`,
    moreAlerts: (count: number) => `${count} more quota alerts`,
  },
  use: {
    used: (subject: string, amount: string, limit: string) => `${subject} used ${amount} of ${limit}`,
    inMinute: (used: string, time: string) => `${used} in the minute ${time}.`,
    inDay: (used: string, window: string) => `${used} ${window} (estimate).`,
    utcDay: 'since midnight UTC',
    rolling24h: 'in the last 24 hours',
    otherReading: (amount: string, window: string) =>
      `${amount} ${window}; AWS does not document which reset applies, so the larger reading is shown`,
    unknownRate: ({ models, atOne, highest, atHighest }) =>
      `no burndown rate is known for ${models}, and CloudWatch gave no estimate: ${atOne} with 1 quota token per output token, ${atHighest} with ${highest}, the highest AWS names; set the rate with burndownRates in the stack, --burndown on the command line`,
    mantleBlind: 'no metric counts the 429s of the mantle endpoint',
    clientErrors: (calls: string) => `${calls} in the look-back; they may include 429s`,
    mantleNotCounted: 'tokens of the bedrock-mantle endpoint: AWS does not say whether they spend this quota',
    application: (name: string) => `application profile "${name}"`,
    demand: (calls: string, refused: string) =>
      `${calls} in that minute, ${refused} of them refused (including retries)`,
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
    subjectKnown: (modelId: string) => `traffic to a model without a quota: ${modelId}`,
    subject: (modelId: string) => `traffic to an unknown model id: ${modelId}`,
    summary: (calls: string, tokens: string, modelId: string) =>
      `${calls} with ${tokens} tokens went to the model id ${modelId}, which no known quota covers.`,
    reasons: {
      noQuota: (modelId: string) =>
        `no quota of this account and Region is mapped to ${modelId} for calls of this kind`,
      noMantleQuota: (modelId: string) => `no known bedrock-mantle quota is mapped to ${modelId}`,
      noMantleLimit: (modelId: string) =>
        `AWS sets no per-customer limit for ${modelId} on bedrock-mantle: that endpoint has no quota for it`,
      otherSets: (modelId: string) =>
        `${modelId} appears in no metric by model id alone, only in metrics by service tier, context window or the like: which quota its calls spend is unknown`,
      mantleRest: () =>
        "the account's total on bedrock-mantle exceeds the sum of its models: CloudWatch does not say which model these calls went to",
      promptRouter: (arn: string) =>
        `${arn}: a prompt router sends calls to several models and has no quota of its own`,
      provisionedModel: (arn: string) => `${arn}: provisioned throughput spends no on-demand quota`,
      customModel: (arn: string) => `${arn}: a custom model has quotas of its own`,
      customDeployment: (arn: string) =>
        `${arn}: the base model of this custom model deployment could not be looked up`,
      importedModel: (arn: string) => `${arn}: an imported model has no quota of its own`,
      provisionedOnly: (modelId: string) => `${modelId} is reachable only through provisioned throughput`,
      noModel: (modelId: string) => `${modelId} is not a known model`,
      likeApplicationProfile: (modelId: string) =>
        `${modelId} looks like an application inference profile, and no profile with that id is listed`,
      noProfile: (arn: string) => `${arn}: no such profile is listed`,
      noApplicationProfile: (arn: string) => `${arn}: no such application inference profile is listed`,
      noResource: (arn: string) => `${arn} is not a known kind of resource`,
      noRoute: (profileId: string) => `inference profile ${profileId} does not say which foundation model it routes to`,
      severalModels: (profileId: string) => `inference profile ${profileId} routes to more than one model`,
      ambiguousCopy: (profileId: string, modelId: string) =>
        `inference profile ${profileId} copies ${modelId} or a geographic profile of it with one Region; the model ARNs are the same`,
    },
    joinRuntime:
      'If one of the quotas that `quota-watchdog quotas --unmapped` lists is for it, map the two with an override',
    lookAtSets: 'Look at the other dimensions of the AWS/Bedrock and AWS/BedrockMantle metrics in CloudWatch',
    noModelId: 'calls without a model',
    joinMantle: 'If one of the bedrock-mantle quotas in the list of quotas is for it, map the two with an override',
    identify:
      'Find out what calls it: a deleted application inference profile, or one the watchdog may not list, shows only its id',
  },
  requested: {
    summaries: {
      granted: ({ desired, applied }) => `The increase to ${desired} was granted: ${applied} is in force.`,
      partly: ({ desired, applied }) => `The increase to ${desired} was granted in part: ${applied} is in force.`,
      notGranted: ({ desired, applied, status }) =>
        `The request for an increase to ${desired} was closed (${status}), and the value is still ${applied}.`,
      longOpen: ({ desired, age }) =>
        `The request for an increase to ${desired} ${age === null ? 'is open' : `has been open for ${age}`}.`,
    },
    remedies: {
      notGranted: (caseId) =>
        `Read what AWS says in ${caseId === null ? 'the request history of Service Quotas' : `case ${caseId}`}, and ask again for less, once the current value is used`,
      longOpen: (caseId) =>
        caseId === null
          ? 'Look at the request history of Service Quotas: npx quota-watchdog requests'
          : `Ask for an update in case ${caseId}: AWS is usually waiting for an answer about steady and peak use`,
    },
  },
  coverage: {
    subject: (source: string) => `the watchdog is partly blind: ${source}`,
    blind: (span: string) => `the watchdog was blind ${span}`,
    span: (from: string, to: string) => `from ${from} to ${to}`,
    missed: (span: string) => `The watchdog evaluated nothing ${span}: its runs did not start or failed.`,
    notYet: (source: string) =>
      `These minutes are not evaluated yet, because ${source} fails; they will be once it works again.`,
    late: 'These minutes have now been evaluated: alerts about them come late.',
    lost: (time: string) =>
      `Only the last 24 hours have now been evaluated; what happened before ${time} is not known.`,
    seesAgain: (length: string) => `${length}; it can see again`,
    seeWhy:
      'Find out why: the alarms Failed and NotRunning, the log of the poller and the dead-letter queue of its schedule',
  },
  change: {
    counts: {
      zeroed: 'now 0',
      lowered: 'lowered',
      unlisted: 'no longer listed',
      unjoined: 'no longer mapped to usage',
      raised: 'raised',
      added: 'new',
      renamed: 'renamed',
      adjustable: 'adjustable or no longer so',
      default: 'with another AWS default',
    },
    none: 'none',
    models: (before: string, after: string) => `its models were ${before} and are now ${after}`,
    counted: (before: string, after: string) => `it counted ${before} and now counts ${after}`,
    renamed: 'renamed',
    renamedTo: (before: string, after: string) => `renamed "${before}" → "${after}"`,
    unknownName: 'renamed, and no model is known by the new name',
    otherCalls: 'renamed, and now covers other calls',
    unlisted: 'no longer listed',
    unwatched: (renamed: string) => `no longer watched: ${renamed}, which is not the name of an inference quota`,
    noInference: 'renamed, and not an inference quota by the new name',
    added: 'new',
    noModel: 'no model is known by its name',
    changed: 'changed',
    andMore: 'and more',
    subject: (quotas: string, kinds: string) => `${quotas} changed: ${kinds}`,
    seen: (time: string, what: string) => `Seen in the quota list at ${time}: ${what}.`,
    refused: (calls: string, isOne: boolean) =>
      `${calls} in the last 24 hours ${isOne ? 'was' : 'were'} made against what is now 0: such calls are refused.`,
    more: (count: string) => `${count} more`,
    join: (code: string) =>
      `${code} is compared with no usage: update the watchdog, or map it with modelOverrides: { '${code}': ['base.model-id'] }`,
    unwatchedNow: (code: string) =>
      `${code} is not watched: update the watchdog, a newer version may know the new name`,
  },
  digest: {
    nothingOpen: 'nothing open',
    open: (count: string) => `${count} open`,
    highestUse: (percent: string) => `highest use ${percent}`,
    throttled: (calls: string) => `${calls} throttled`,
    first: 'The first digest: recording begins now, and the next one reports what happened since',
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
