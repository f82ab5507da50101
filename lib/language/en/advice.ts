import type { AdviceWords } from '../../core/words/advice';

/** English for why, until when, and what to do. Numbers and times come in as text. */
export const EN_ADVICE: AdviceWords = {
  forecast: {
    hours: (count: number) => (count === 1 ? 'the last hour' : `the last ${count} hours`),
    minutes: (count: number) => `the last ${count} minutes`,
    rise: (period: string) => `at the rate of increase of ${period}`,
    lastHour: 'at the pace of the last hour',
    surge: (days: number) => `at the pace of the last hour, far above the last ${days} days`,
    course: (days: number, level: string) =>
      `following the pattern of the last ${days} days, at ${level} of their traffic`,
    orNever: (earliest: string) => `${earliest} at the earliest, or not at all`,
    between: (earliest: string, latest: string) => `between ${earliest} and ${latest}`,
    ifRolling24h: 'if the last 24 hours count',
    ifUtcDay: 'if the day since midnight UTC counts',
    exhausted: (time: string) => `exhausted since ${time}`,
    full: (time: string) => `full at about ${time}`,
    noRise: 'no increase that would reach the limit within 3 hours',
    lasts: (basis: string) => `enough for the day, ${basis}`,
    atWorst: (time: string) => `at worst full at ${time}`,
    insufficient: (reason: string) => `insufficient data (${reason})`,
    reasons: {
      'the quota is 0': 'the quota is 0',
      'fewer than 10 minutes with traffic in the last 3 hours':
        'fewer than 10 minutes with traffic in the last 3 hours',
      'less than 60 minutes of traffic seen': 'less than 60 minutes of traffic seen',
      'fewer than 10 minutes with traffic in the last hour': 'fewer than 10 minutes with traffic in the last hour',
      'no traffic in the last 15 minutes': 'no traffic in the last 15 minutes',
    },
  },
  cause: {
    kinds: {
      tokensPerMinute: 'tokens per minute',
      requestsPerMinute: 'requests per minute',
      tokensPerDay: 'tokens per day',
      zeroQuota: 'a quota of 0',
      reservation: 'reservation of max_tokens',
      burst: 'a burst inside the minute',
      capacity: 'shared capacity, not your quota',
      unknown: 'unknown',
    },
    confidences: {
      confirmed: "confirmed by AWS's own words",
      high: 'high confidence',
      medium: 'medium confidence',
      low: 'low confidence',
    },
    peak: (dimension: string, amount: string, limit: string, percent: string) =>
      `${dimension} peaked at ${amount} of ${limit} (${percent}) in a minute with throttles or the one after`,
    day: (percent: string, code: string) => `the day stood at ${percent} of ${code} (estimate)`,
    dayFull: (amount: string, limit: string, percent: string, code: string) =>
      `the day stood at ${amount} of ${limit} (${percent}) of ${code} when calls were refused (estimate)`,
    inForceThen: (then: string, now: string) => `${then} was in force then, ${now} is now`,
    valueUnknown: (code: string, now: string) =>
      `${code} was raised to ${now} since then, and its value before is not known`,
    parts: { input: 'of input', cacheWrite: 'of cache writes', cacheRead: 'of cache reads' },
    cacheReads: (parts: string, percent: string, limit: string) =>
      `its calls reserved ${parts} when they started, on top of max_tokens: cache reads are released at the end, and with them ${percent} of ${limit} was reserved`,
    thisModel: (tokens: string) => `${tokens} tokens, the largest output of this model`,
    anyModel: (tokens: string) =>
      `up to ${tokens} tokens, the largest output of any model (that of this one is not known)`,
    unset: (tokens: string) => `a call with max_tokens unset reserves ${tokens}: more than the whole quota`,
    unsetSum: (calls: string, tokens: string, sum: string, limit: string) =>
      `if max_tokens is unset, each call reserves ${tokens}: ${calls} of them at once come to ${sum} with their prompts, and the quota is ${limit}`,
    reserved: 'input + max_tokens are reserved when a call starts, and only what was used is counted',
    passed: (amount: string) => `up to ${amount} passed without a refusal in other minutes of the day`,
    fill: (tokens: string) => `it would be full if each accepted call had reserved ${tokens} tokens more than it used`,
    cannotFill: (calls: string, tokens: string) =>
      `${calls} of ${tokens} tokens each cannot have filled the quota when they started: shared capacity is more likely`,
    attempts: (calls: string) => `${calls} came in that minute, including refused calls and retries`,
    usual: (amount: string) => `the surrounding minutes were at ${amount} per minute (median)`,
    secondsPeak: (percent: number) =>
      `a peak of a few seconds can reach the quota before the minute's total is ${percent}%`,
    atLimitAlways: 'at the limit in every minute with throttles',
    atLimit: (percent: string) => `at the limit in the minutes with ${percent} of the throttles`,
    zero: (code: string, dimension: string) =>
      `${code} (${dimension}) is 0: every call is refused, often with "Too many tokens per day"`,
    nearZero: 'use is near zero: shared capacity, or a large reservation, is more likely than your quota',
    noQuota: (calls: string) => `${calls}, and no per-minute token quota is known for this traffic`,
    also: (cause: string, percent: string) => `also ${cause}: ${percent} of the throttles`,
    latencyOptimized: 'latency-optimized calls',
    longContext: 'long-context calls',
    unseen: (code: string, calls: string) =>
      `${code} limits ${calls}, whose use no metric shows: it may be the limit that refused them`,
  },
  throttled: {
    ofModel: (calls: string, model: string, scope: string) => `${calls} of ${model} (${scope})`,
    sentence: ({ calls, isOne, since, share }: { calls: string; isOne: boolean; since: string; share: string }) =>
      `${calls} ${isOne ? 'was' : 'were'} throttled since ${since}, ${share} of all attempts.`,
  },
  remedy: {
    defaultBack: 'Ask AWS to restore the default (it accepts only a value above the default)',
    ask: (value: string) => `Ask for ${value}`,
    askUnknown: (value: string) =>
      `Ask for ${value} (the AWS default is unknown; AWS refuses a value that is not above it)`,
    askInConsole: (code: string) =>
      `Ask for more of ${code} in the Service Quotas console: its AWS default is unknown here, and AWS refuses a value that is not above it`,
    open: (value: string, since: string | null, caseId: string | null) =>
      `an increase to ${value} is open${since === null ? '' : ` since ${since}`}${
        caseId === null
          ? ', and AWS accepts no second one: its status is in the request history of Service Quotas'
          : `, case ${caseId}: ask for an update in that case, AWS accepts no second request`
      }`,
    siblingOpen: (code: string, sibling: string, scope: string, open: string) =>
      `${code} cannot be raised by API; AWS handles it together with ${sibling} (${scope} tokens/min of the same model), for which ${open}`,
    support: (code: string) =>
      `Open a Support case of the free type "Account and billing": quota code, Region, use case, steady and peak tokens and requests per minute, average input and output tokens per request (${code} cannot be raised by API)`,
    sibling: (code: string, sibling: string, scope: string) =>
      `${code} cannot be raised by API: ask for more of ${sibling} instead (${scope} tokens/min of the same model), and AWS handles the model's other token quotas with that request`,
    siblingByConsole: (code: string, sibling: string, scope: string) =>
      `${code} cannot be raised by API: ask for more of ${sibling} instead (${scope} tokens/min of the same model), in the Service Quotas console, and AWS handles the model's other token quotas with that request; its AWS default is unknown here, and AWS refuses a value that is not above it`,
    meanwhile: (target: string, free: string, value: string) =>
      `Meanwhile call ${target}: ${free} free (${value} tokens/min)`,
    meanwhileGlobal: (target: string, free: string, value: string) =>
      `Meanwhile call ${target}: ${free} free (${value} tokens/min; data may leave the geography)`,
    or: ' or ',
    byRuntime: (target: string) => `${target} through bedrock-runtime`,
    maxTokens: (suggestion: string, average: string) =>
      `If max_tokens is unset or large, lower it (to about ${suggestion}): calls return ${average} tokens on average, and max_tokens is reserved in full`,
    cacheReads:
      'Cached input is reserved in full at the start of each call and released at its end: run fewer calls at once, or shorten the cached prefix; lowering max_tokens changes little',
    raisedSince: (code: string, value: string) =>
      `${code} has been raised to ${value} since then: nothing to do unless calls are refused again`,
    perSecond: (count: string) => `at most ${count} requests per second`,
    everySeconds: (count: string) => `at most one request every ${count} seconds`,
    spread: (pace: string) =>
      `Spread the calls over the minute${pace}; retry with random pauses (jitter), after the next minute has begun`,
    backOff:
      'Back off with increasing, random pauses; if it lasts, call another Region: a larger quota changes nothing',
  },
};
