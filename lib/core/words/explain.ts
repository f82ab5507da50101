/** What `explain` says. Numbers and times come in as text. */
export interface ExplainWords {
  /** What an error says, by its kind. */
  readonly meanings: {
    readonly tokensPerDay: string;
    readonly tokensPerMinute: string;
    readonly requestsPerMinute: string;
    readonly throttled: string;
    readonly serviceQuotaExceeded: string;
    readonly capacity: string;
    readonly modelNotReady: string;
    readonly modelStreamError: string;
    readonly modelTimeout: string;
    readonly modelError: string;
    readonly internalError: string;
    readonly onDemandNotSupported: string;
    readonly legacyModel: string;
    readonly modelAccess: string;
    readonly accountRestricted: string;
    readonly accessDenied: string;
    readonly invalidModelId: string;
    readonly requestTooLong: string;
    readonly concurrency: string;
    readonly otherApi: string;
    readonly controlPlane: string;
    readonly increaseLimit: string;
    readonly unrecognised: string;
  };
  /** How the model was found. */
  readonly model: {
    readonly ofText: (reason: string) => string;
    readonly ofOption: (reason: string) => string;
    readonly ofRecord: (reason: string) => string;
    readonly inText: string;
    readonly byProfile: (modelId: string) => string;
    readonly taken: (why: string, scope: string) => string;
    readonly onlyThrottled: (model: string) => string;
    readonly regionOfText: (region: string) => string;
    readonly otherAccount: (ofText: string, here: string) => string;
    readonly severalThrottled: (count: string, models: string) => string;
    readonly noneThrottled: string;
    readonly unmapped: (modelIds: string) => string;
    /** Of a text that names several models. */
    readonly several: (modelId: string) => string;
    readonly other: (modelId: string, cause: string, confidence: string) => string;
    readonly none: string;
    readonly give: string;
    readonly giveProfile: string;
  };
  /** Use of a quota, in parts of a sentence. */
  readonly use: {
    readonly zero: (quota: string) => string;
    readonly unread: (quota: string, value: string) => string;
    readonly unseen: (quota: string, value: string) => string;
    readonly part: (amount: string, limit: string, percent: string) => string;
    readonly day: (quota: string, used: string, window: string) => string;
    readonly doubled: (text: string, applied: string) => string;
    readonly peak: (quota: string, used: string) => string;
    readonly atLeast: (used: string) => string;
    readonly inMinute: (text: string, time: string) => string;
    readonly noModel: (dimension: string) => string;
    readonly missingUnread: (model: string, dimension: string) => string;
    readonly missing: (model: string, dimension: string) => string;
    readonly isNormal: string;
    readonly lost: (quotas: string) => string;
    readonly throttles: (cause: string, confidence: string) => string;
    readonly fullest: (use: string) => string;
  };
  /** Why a limit is taken for the one. */
  readonly evidence: {
    readonly zero: (use: string) => string;
    readonly refused: (calls: string) => string;
    readonly accepted: (calls: string) => string;
    readonly notDay: (use: string) => string;
    readonly notTokens: (use: string) => string;
    readonly notRequests: (use: string) => string;
    readonly reserved: string;
    readonly reservedInput: string;
    readonly burst: string;
    readonly unnamed: string;
    readonly unnamedUnseen: string;
    readonly capacity: string;
    readonly unrecognised: string;
    readonly noQuota: string;
    /** Of errors behind which other quotas are. */
    readonly otherQuota: string;
    /** Of an account whose quotas are nearly all 0. */
    readonly restricted: (zeros: string, total: string) => string;
    /** What `GetFoundationModelAvailability` answered, in AWS's own words. */
    readonly availability: (modelId: string, answers: string) => string;
    readonly availabilityUnread: (modelId: string, why: string) => string;
  };
  readonly remedy: {
    readonly backOff: string;
    readonly maxTokens: string;
    readonly spread: string;
    readonly access: string;
    readonly profiles: (region: string) => string;
    readonly models: string;
    readonly roomUnknown: string;
    readonly roomZero: (code: string) => string;
    readonly room: (value: string, percent: string) => string;
    readonly roomUnused: (value: string) => string;
    readonly profilesUnread: (region: string, modelId: string) => string;
    readonly noProfile: (region: string, modelId: string) => string;
    readonly call: (profileId: string, scope: string, room: string) => string;
    readonly callGlobal: (profileId: string, scope: string, room: string) => string;
    readonly waitDay: string;
    readonly otherRegion: string;
    readonly verbatim: string;
    readonly lookBack: string;
    readonly giveTime: string;
  };
  readonly table: {
    readonly columns: {
      readonly quota: string;
      readonly use: string;
      readonly used: string;
      readonly applied: string;
      readonly standard: string;
      readonly when: string;
    };
    readonly provenance: {
      readonly native: string;
      readonly reconstructed: string;
      readonly mixed: string;
      readonly lowerBound: string;
      readonly estimate: string;
    };
    readonly utcDay: string;
    readonly rolling24h: string;
    readonly bothScopes: string;
    readonly noneSeen: string;
    readonly unknown: string;
    readonly noQuota: string;
    readonly otherQuota: string;
    readonly untold: string;
    readonly whatToDo: string;
    readonly error: string;
    readonly means: string;
    readonly model: string;
    readonly here: string;
    readonly evidence: string;
    readonly blind: string;
    readonly gaps: (count: string, isOne: boolean) => string;
  };
}
