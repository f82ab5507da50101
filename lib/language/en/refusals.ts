import type { RefusalWords } from '../../core/words/refusals';

/** English for calls that AWS refused. Numbers and times come in as text; what AWS says stands as it is. */
export const EN_REFUSALS: RefusalWords = {
  kinds: {
    modelStreamError: 'the model failed while streaming',
    onDemandNotSupported: 'model called without an inference profile',
    accessDenied: 'access denied',
    invalidModelId: 'unknown model id',
    requestTooLong: 'request too long',
    modelTimeout: 'the model timed out',
    modelError: 'the model failed',
    internalError: 'AWS failed internally',
    legacyModel: 'legacy model refused',
    modelAccess: 'no access to the model',
    accountRestricted: 'account restricted',
    concurrency: 'too many calls at once',
    otherApi: 'agents or knowledge bases throttled',
    controlPlane: 'management calls throttled',
    increaseLimit: 'increase request refused',
    unrecognised: 'calls refused',
  },
  remedies: {
    loading: 'Try again after a pause: the model is being loaded',
    again: 'Try the call again; part of the answer may have been counted already',
    shorten: 'Shorten the prompt or lower max_tokens; a quota increase changes nothing',
    allow:
      "Allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on the model, and with a profile on the profile and on the model in each of the profile's Regions",
    upgrade:
      'Call a newer model; AWS lists the state of each: https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html',
    grant:
      "Accept the model's agreement, allow aws-marketplace:ViewSubscriptions and aws-marketplace:Subscribe, check the payment method, and submit the use case form if the provider asks for it",
    restricted:
      'Open a Support case of the type "Account and billing", which is free: only AWS lifts it. Check first that the call goes to the Region in which access was granted',
    allowAction: (action: string) => `Allow ${action} in the caller's policy`,
    fewerAtOnce:
      'Run fewer calls at the same time: a pool or a queue in front of the calls. The quotas: "On-demand InvokeModel concurrent requests for …" and "… async concurrent requests for …"',
    otherQuotas:
      'Slow down these calls, or ask for more of their own quotas, those of Agents, Flows or Knowledge Bases in Service Quotas',
    callLess: 'Call it less often and cache its answers; retry with increasing pauses',
    waitForRequest: 'Wait for the open request to end, or add to its Support case',
    shorterAnswer: 'Ask for a shorter answer, or stream it; then try again',
    againLater: 'Try again with increasing pauses; if it lasts, see https://health.aws.amazon.com/health/status',
    useProfile:
      'Call the model through an inference profile: aws bedrock list-inference-profiles names those of the Region',
    compareIds: "Compare the id with the Region's models and inference profiles: npx quota-watchdog quotas names both",
    readText: "Read AWS's words below: the watchdog does not know this error",
  },
  said: (text: string, calls: string) => `"${text}" (${calls})`,
  confirmed: (recorded: string, throttles: string, words: string) =>
    `CloudTrail recorded ${recorded}, beside ${throttles} in the metric: ${words}`,
  inferred: (cause: string, confidence: string) => `the metrics alone pointed to ${cause} (${confidence})`,
  otherTexts: 'other texts',
  callers: (names: string) => `callers: ${names}`,
  caller: (name: string, calls: string) => `${name} (${calls})`,
  moreCallers: (count: string) => `${count} more`,
  subject: (kind: string, model: string) => `${kind}: ${model}`,
  noModel: 'no model named',
  summary: (calls: string, isOne: boolean, since: string, until: string) =>
    `${calls} ${isOne ? 'was' : 'were'} refused between ${since} and ${until}; no metric of throttles counts such calls.`,
  recorded: 'Refusals as CloudTrail recorded them: events may come late or not at all, so these are minimum counts.',
};
