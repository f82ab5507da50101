/** Why, until when, and what to do. Numbers and times come in as text. */
export interface AdviceWords {
  readonly forecast: {
    readonly hours: (count: number) => string;
    readonly minutes: (count: number) => string;
    readonly rise: (period: string) => string;
    readonly lastHour: string;
    readonly surge: (days: number) => string;
    readonly course: (days: number, level: string) => string;
    readonly orNever: (earliest: string) => string;
    readonly between: (earliest: string, latest: string) => string;
    readonly ifRolling24h: string;
    readonly ifUtcDay: string;
    readonly exhausted: (time: string) => string;
    readonly full: (time: string) => string;
    readonly noRise: string;
    readonly lasts: (basis: string) => string;
    readonly atWorst: (time: string) => string;
    readonly insufficient: (reason: string) => string;
    /** By the reason as forecasts carry it. */
    readonly reasons: {
      readonly 'the quota is 0': string;
      readonly 'fewer than 10 minutes with traffic in the last 3 hours': string;
      readonly 'less than 60 minutes of traffic seen': string;
      readonly 'fewer than 10 minutes with traffic in the last hour': string;
      readonly 'no traffic in the last 15 minutes': string;
    };
  };
  readonly cause: {
    readonly kinds: {
      readonly tokensPerMinute: string;
      readonly requestsPerMinute: string;
      readonly tokensPerDay: string;
      readonly zeroQuota: string;
      readonly reservation: string;
      readonly burst: string;
      readonly capacity: string;
      readonly unknown: string;
    };
    readonly confidences: {
      readonly confirmed: string;
      readonly high: string;
      readonly medium: string;
      readonly low: string;
    };
    readonly peak: (dimension: string, amount: string, limit: string, percent: string) => string;
    readonly day: (percent: string, code: string) => string;
    readonly dayFull: (amount: string, limit: string, percent: string, code: string) => string;
    /** Behind a peak: what was in force then, and is now. */
    readonly inForceThen: (then: string, now: string) => string;
    readonly valueUnknown: (code: string, now: string) => string;
    readonly parts: { readonly input: string; readonly cacheWrite: string; readonly cacheRead: string };
    readonly cacheReads: (parts: string, percent: string, limit: string) => string;
    /** The largest output, as of the model called or of any. */
    readonly thisModel: (tokens: string) => string;
    readonly anyModel: (tokens: string) => string;
    readonly unset: (tokens: string) => string;
    readonly unsetSum: (calls: string, tokens: string, sum: string, limit: string) => string;
    readonly reserved: string;
    readonly fill: (tokens: string) => string;
    readonly passed: (amount: string) => string;
    readonly cannotFill: (calls: string, tokens: string) => string;
    readonly attempts: (calls: string) => string;
    readonly usual: (amount: string) => string;
    readonly secondsPeak: (percent: number) => string;
    readonly atLimitAlways: string;
    readonly atLimit: (percent: string) => string;
    readonly zero: (code: string, dimension: string) => string;
    readonly nearZero: string;
    readonly noQuota: (calls: string) => string;
    readonly also: (cause: string, percent: string) => string;
    readonly latencyOptimized: string;
    readonly longContext: string;
    readonly unseen: (code: string, calls: string) => string;
  };
  readonly throttled: {
    readonly ofModel: (calls: string, model: string, scope: string) => string;
    readonly sentence: (figures: { calls: string; isOne: boolean; since: string; share: string }) => string;
  };
  readonly remedy: {
    readonly defaultBack: string;
    readonly ask: (value: string) => string;
    readonly askUnknown: (value: string) => string;
    readonly askInConsole: (code: string) => string;
    readonly open: (value: string, since: string | null, caseId: string | null) => string;
    readonly siblingOpen: (code: string, sibling: string, scope: string, open: string) => string;
    readonly support: (code: string) => string;
    readonly sibling: (code: string, sibling: string, scope: string) => string;
    readonly siblingByConsole: (code: string, sibling: string, scope: string) => string;
    readonly meanwhile: (target: string, free: string, value: string) => string;
    readonly meanwhileGlobal: (target: string, free: string, value: string) => string;
    readonly or: string;
    readonly byRuntime: (target: string) => string;
    readonly maxTokens: (suggestion: string, average: string) => string;
    readonly cacheReads: string;
    readonly raisedSince: (code: string, value: string) => string;
    readonly perSecond: (count: string) => string;
    readonly everySeconds: (count: string) => string;
    readonly spread: (pace: string) => string;
    readonly backOff: string;
  };
}
