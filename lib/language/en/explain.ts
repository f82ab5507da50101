import type { ExplainWords } from '../../core/words/explain';

/** English for `explain`. Numbers and times come in as text. */
export const EN_EXPLAIN: ExplainWords = {
  meanings: {
    tokensPerDay: 'A daily quota of tokens is used up, or a quota of the model is 0: AWS uses the same words for both.',
    tokensPerMinute:
      'The call would pass the tokens per minute; input + max_tokens count in full from the moment a call starts.',
    requestsPerMinute: 'The call would pass the requests per minute.',
    throttled: 'The call was throttled; the text does not say by which limit.',
    serviceQuotaExceeded: 'A quota of the account was passed; the text does not say which.',
    capacity: 'AWS has no capacity for the model just now; it is shared by all customers and is not your quota.',
    modelNotReady: 'The model is not loaded yet; that is no quota.',
    modelStreamError: 'The model failed while its answer was streaming; that is no quota.',
    onDemandNotSupported: 'The model cannot be called by its own id, only by an inference profile; that is no quota.',
    accessDenied: 'The caller may not use the model; that is no quota.',
    invalidModelId: 'No such model id is known in the Region that was called; that is no quota.',
    requestTooLong: 'The request is longer than the model takes; that is no quota.',
    modelTimeout: 'The model took longer than AWS waits for it; that is no quota.',
    modelError: 'The model failed while it worked on the request; that is no quota.',
    internalError: 'AWS failed inside; that is no quota.',
    legacyModel:
      'The model is a legacy one, or at the end of its life: who has not called it lately may not any more; that is no quota.',
    modelAccess:
      'The account has no access to the model yet: an agreement, AWS Marketplace permissions, a means of payment or the form on its use is missing; that is no quota.',
    accountRestricted:
      'AWS has restricted the account, or granted the access in another Region; that is no quota, though quotas of 0 often go with it.',
    concurrency:
      'Too many calls run at the same time: concurrent and asynchronous requests have quotas of their own, which no metric counts.',
    otherApi:
      'A throttle of agents, flows or knowledge bases: they have quotas of their own; that is no quota of the model.',
    controlPlane: 'A call that only reads or manages was made too often; that is no quota of inference.',
    increaseLimit:
      'Service Quotas takes no further increase request now: one is open for the quota, or too many are for the account; that is no quota of inference.',
    unrecognised: 'The text is no error of Bedrock that is known here.',
  },
  model: {
    ofText: (reason: string) => `the id in the text belongs to no quota that is known: ${reason}`,
    ofOption: (reason: string) => `the id of --model belongs to no quota that is known: ${reason}`,
    ofRecord: (reason: string) => `the id that was called belongs to no quota that is known: ${reason}`,
    inText: 'the id stands in the text',
    byProfile: (modelId: string) =>
      `${modelId} has no on-demand quota of its own, it is called by an inference profile`,
    taken: (why: string, scope: string) => `${why}; its throttled ${scope} calls are taken`,
    regionOfText: (region: string) => `the Region is ${region}, for the text says so; --region decides otherwise`,
    otherAccount: (ofText: string, here: string) =>
      `the text is of account ${ofText}, the numbers are of ${here}: use credentials of the account that made the call`,
    onlyThrottled: (model: string) =>
      `no model was given; ${model} is taken, the only one with throttled calls in the look-back`,
    severalThrottled: (count: string, models: string) =>
      `no model was given, and calls of ${count} are throttled: ${models}`,
    noneThrottled: 'no model was given, and no throttled calls were seen in the look-back',
    unmapped: (modelIds: string) => `traffic of ${modelIds} belongs to no known quota and may be meant`,
    several: (modelId: string) => `the text names several models; what tells most is of ${modelId}`,
    other: (modelId: string, cause: string, confidence: string) => `of ${modelId}: ${cause} (${confidence})`,
    none: 'no model was given, and none stands in the text',
    give: 'Run it again with --model and the id that was called: a model id, a profile id or an ARN (quotas lists the models)',
    giveProfile: 'Give the id of the profile that was called as --model (us., eu., global. …)',
  },
  use: {
    zero: (quota: string) => `${quota} is 0`,
    unread: (quota: string, value: string) => `${quota} is ${value}, and its use could not be read`,
    unseen: (quota: string, value: string) => `${quota} is ${value}, and no use of it was seen`,
    part: (amount: string, limit: string, percent: string) => `${amount} of ${limit} (${percent})`,
    day: (quota: string, used: string, window: string) => `${quota} is at about ${used} ${window}, an estimate`,
    doubled: (text: string, applied: string) => `${text} (applied ${applied}, doubled for cross-Region calls)`,
    peak: (quota: string, used: string) => `${quota} peaked at ${used}`,
    atLeast: (used: string) => `at least ${used}`,
    inMinute: (text: string, time: string) => `${text} in the minute ${time}`,
    noModel: (dimension: string) => `without a model, no ${dimension} quota can be named`,
    missingUnread: (model: string, dimension: string) =>
      `the quotas could not be read in full, and none of ${model} for ${dimension} is among those read`,
    missing: (model: string, dimension: string) => `no ${dimension} quota of ${model} is listed in this account`,
    isNormal: ', which is normal for some models',
    lost: (quotas: string) =>
      `; ${quotas} of that kind could be tied to no model, and its own may be among them (quotas --unmapped lists them)`,
    throttles: (cause: string, confidence: string) =>
      `the throttled calls of the model look like ${cause} (${confidence})`,
    fullest: (use: string) => `of the model's own quotas the fullest: ${use}`,
  },
  evidence: {
    otherQuota: 'these words are of other quotas than the tokens and requests of the model',
    restricted: (zeros: string, total: string) =>
      `${zeros} of the account's ${total} are 0: AWS has restricted it, and every call is refused with these words`,
    availability: (modelId: string, answers: string) => `AWS says of ${modelId} in this account: ${answers}`,
    availabilityUnread: (modelId: string, why: string) =>
      `whether the account may use ${modelId} could not be asked: ${why}`,
    zero: (use: string) => `${use}: every call is refused, often with "Too many tokens per day"`,
    refused: (calls: string) => `refused in the look-back: ${calls} of the model`,
    accepted: (calls: string) => `yet accepted in the look-back: ${calls}; the 0 is new, or not in force`,
    notDay: (use: string) => `the text says tokens per day, but the minute is what binds: ${use}`,
    notTokens: (use: string) => `the text says tokens, but requests are what binds: ${use}`,
    notRequests: (use: string) => `the text says requests, but tokens are what binds: ${use}`,
    reserved:
      'the text says tokens, and settled use is below the limit: input + max_tokens are reserved when a call starts, and what is not used comes back when it ends',
    reservedInput:
      'on bedrock-mantle input + max_tokens are reserved against the input quota when a call starts, and only what was used is counted',
    burst:
      'the minute as a whole is below the limit while calls are refused: many calls within a few seconds would explain it',
    unnamed: 'the text names no limit',
    unnamedUnseen: 'the text names no limit, and none was seen at its end',
    capacity: 'the words are those of AWS short of capacity, and no quota refuses with them',
    unrecognised: 'the words name no limit',
    noQuota: 'no quota refuses with these words',
  },
  remedy: {
    backOff: 'Wait and try again with growing, random pauses; do not raise the number of attempts',
    maxTokens:
      'Set max_tokens to what answers need: it is reserved in full, and the maximum of the model when it is unset',
    spread: 'Spread the calls over the minute: pace or queue them',
    access: 'See whether the account may use the model here',
    profiles: (region: string) => `Compare the id with the inference profiles of ${region}`,
    models: 'Or with its models; a geographic prefix (us., eu., apac. …) works only in its own Regions',
    roomUnknown: 'its tokens/min quota is not known',
    roomZero: (code: string) => `but its tokens/min (${code}) are 0, and calls will be refused`,
    room: (value: string, percent: string) => `${value} tokens/min, ${percent} used at the peak`,
    roomUnused: (value: string) => `${value} tokens/min, no use seen`,
    profilesUnread: (region: string, modelId: string) =>
      `The inference profiles of ${region} could not be read: look for one that contains ${modelId}`,
    noProfile: (region: string, modelId: string) =>
      `No inference profile of ${region} contains ${modelId}: call it in another Region`,
    call: (profileId: string, scope: string, room: string) => `Call ${profileId} (${scope}): ${room}`,
    callGlobal: (profileId: string, scope: string, room: string) =>
      `Call ${profileId} (${scope}, data may leave the geography): ${room}`,
    waitDay: 'Or wait: AWS does not document when a day ends, at midnight UTC or 24 hours after the use',
    otherRegion: 'Or call the model in another Region; a quota increase changes nothing',
    verbatim: 'Give the message as AWS sent it, with the name of the exception',
    lookBack:
      'Check that the call was made in this account and Region, and look further back: --lookback 1d, or --at the time of the error',
    giveTime: 'Give the time of the error as --at; CloudWatch shows a minute one or two minutes late',
  },
  table: {
    columns: {
      quota: 'QUOTA',
      use: 'USE',
      used: 'USED',
      applied: 'APPLIED',
      standard: 'DEFAULT',
      when: 'WHEN',
    },
    provenance: {
      native: 'native',
      reconstructed: 'reconstructed',
      mixed: 'mixed',
      lowerBound: 'lower bound',
      estimate: 'estimate',
    },
    utcDay: 'UTC day',
    rolling24h: '24 hours',
    bothScopes: 'on-demand, cross-Region',
    noneSeen: 'none seen',
    unknown: 'unknown',
    otherQuota: 'no quota of tokens or requests of the model is behind this',
    noQuota: 'no quota is behind this',
    untold: 'which limit it was cannot be told',
    whatToDo: 'What to do',
    error: 'error',
    means: 'means',
    model: 'model',
    here: 'here',
    evidence: 'evidence',
    blind: 'blind',
    gaps: (count: string, isOne: boolean) =>
      `${count} gap${isOne ? '' : 's'} in what could be read; the numbers may be too low.`,
  },
};
