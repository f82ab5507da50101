/** Calls that AWS refused, in its own words. Numbers and times come in as text. */
export interface RefusalWords {
  /** By the kind of error, as short as a title needs it; those behind which a quota of the model is are told by their cause. */
  readonly kinds: {
    readonly modelStreamError: string;
    readonly onDemandNotSupported: string;
    readonly accessDenied: string;
    readonly invalidModelId: string;
    readonly requestTooLong: string;
    readonly modelTimeout: string;
    readonly modelError: string;
    readonly internalError: string;
    readonly legacyModel: string;
    readonly modelAccess: string;
    readonly accountRestricted: string;
    readonly concurrency: string;
    readonly otherApi: string;
    readonly controlPlane: string;
    readonly increaseLimit: string;
    readonly unrecognised: string;
  };
  /** What to do about an error, whatever the numbers of the account say. */
  readonly remedies: {
    readonly loading: string;
    readonly again: string;
    readonly shorten: string;
    readonly allow: string;
    readonly upgrade: string;
    readonly grant: string;
    readonly restricted: string;
    readonly allowAction: (action: string) => string;
    readonly fewerAtOnce: string;
    readonly otherQuotas: string;
    readonly callLess: string;
    readonly waitForRequest: string;
    readonly shorterAnswer: string;
    readonly againLater: string;
    readonly useProfile: string;
    readonly compareIds: string;
    readonly readText: string;
  };
  /** `"Too many tokens, …" (41 calls)` */
  readonly said: (text: string, calls: string) => string;
  /** That it is AWS who says it, with its words and how many of the throttles they are of. */
  readonly confirmed: (recorded: string, throttles: string, words: string) => string;
  readonly inferred: (cause: string, confidence: string) => string;
  /** What stands for a text that was not kept. */
  readonly otherTexts: string;
  readonly callers: (names: string) => string;
  readonly caller: (name: string, calls: string) => string;
  readonly moreCallers: (count: string) => string;
  readonly subject: (kind: string, model: string) => string;
  readonly noModel: string;
  readonly summary: (calls: string, isOne: boolean, since: string, until: string) => string;
  readonly recorded: string;
}
