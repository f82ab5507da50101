/** A request as it is told; the age is `null` when it is not known. */
interface RequestFigures {
  readonly desired: string;
  readonly applied: string;
  readonly age: string | null;
  readonly status: string;
}

/** What alerts say: the findings, and the messages that carry them. Numbers and times come in as text. */
export interface AlertWords {
  readonly nouns: {
    readonly call: readonly string[];
    readonly attempt: readonly string[];
    readonly request: readonly string[];
    readonly token: readonly string[];
    readonly minute: readonly string[];
    readonly day: readonly string[];
    readonly quota: readonly string[];
    readonly inferenceQuota: readonly string[];
    readonly throttledCall: readonly string[];
    readonly awsCall: readonly string[];
  };
  readonly units: {
    readonly tokens: string;
    readonly requests: string;
    readonly inputTokens: string;
    readonly outputTokens: string;
  };
  readonly dimensions: {
    readonly tokensPerMinute: string;
    readonly requestsPerMinute: string;
    readonly tokensPerDay: string;
    readonly inputTokensPerMinute: string;
    readonly outputTokensPerMinute: string;
    readonly concurrentRequests: string;
  };
  readonly scopes: {
    readonly onDemand: string;
    readonly crossRegion: string;
    readonly globalCrossRegion: string;
    readonly model: string;
    readonly account: string;
    readonly customDeployment: string;
  };
  readonly severities: {
    readonly ok: string;
    readonly warning: string;
    readonly critical: string;
    readonly unknown: string;
  };
  readonly states: {
    readonly recovered: string;
    readonly digest: string;
    readonly changed: string;
    readonly escalated: (severity: string) => string;
    readonly reminder: (severity: string) => string;
  };
  /** By the label as findings carry it. */
  readonly labels: {
    readonly Cause: string;
    readonly Since: string;
    readonly Forecast: string;
    readonly Traffic: string;
    readonly Quota: string;
    readonly Also: string;
    readonly And: string;
    readonly Reason: string;
    readonly Demand: string;
    readonly Blind: string;
    readonly Watchdog: string;
    readonly 'Not seen': string;
    readonly 'Not counted': string;
    readonly Rate: string;
    readonly 'Client errors': string;
  };
  readonly quota: {
    readonly all: string;
    readonly unknown: string;
    readonly applied: (value: string) => string;
    readonly standard: (value: string) => string;
    readonly adjustable: string;
    readonly notAdjustable: string;
    readonly isZero: string;
  };
  readonly message: {
    readonly throttling: string;
    readonly throttled: (count: string) => string;
    readonly doNow: string;
    readonly more: (count: number) => string;
    readonly andMore: (count: string) => string;
    /** In place of a message that was refused: of how many findings. */
    readonly refused: (count: string) => string;
    /** Subject of messages that were never taken and are told together. */
    readonly heldUp: (count: string) => string;
    /** Why they are told together. */
    readonly heldUpWhy: string;
    readonly dashboard: string;
    readonly quotaPage: string;
    readonly runbook: string;
    readonly account: string;
    readonly unknownAccount: string;
    /** In place of one place: how many targets of a fleet. */
    readonly inTargets: (count: number) => string;
    /** Before what is told of many targets, as it is in one of them. */
    readonly asIn: (place: string) => string;
    /** In place of an account and a Region, and of a Region, where there are several. */
    readonly severalAccounts: string;
    readonly severalRegions: string;
    readonly over: (lastSeen: string) => string;
    readonly provenance: {
      readonly native: string;
      readonly reconstructed: string;
      readonly mixed: string;
      readonly lowerBound: string;
      readonly estimate: string;
    };
  };
  readonly chat: {
    readonly commandInMail: (title: string) => string;
    readonly moreAlerts: (count: number) => string;
  };
  readonly use: {
    readonly used: (subject: string, amount: string, limit: string) => string;
    readonly inMinute: (used: string, time: string) => string;
    readonly inDay: (used: string, window: string) => string;
    readonly utcDay: string;
    readonly rolling24h: string;
    readonly otherReading: (amount: string, window: string) => string;
    readonly unknownRate: (figures: { models: string; atOne: string; highest: string; atHighest: string }) => string;
    readonly mantleBlind: string;
    readonly clientErrors: (calls: string) => string;
    readonly mantleNotCounted: string;
    readonly application: (name: string) => string;
    readonly demand: (calls: string, refused: string) => string;
  };
  readonly zero: {
    readonly raise: (quota: string) => string;
    readonly raiseInConsole: (quota: string) => string;
    readonly notAdjustable: string;
    readonly evidence: (zeros: string, all: string) => string;
    readonly subject: (zeros: string, all: string) => string;
    readonly summary: (zeros: string, all: string) => string;
    readonly attempted: (count: string) => string;
    readonly muted: (count: string, isOne: boolean) => string;
  };
  readonly below: {
    readonly subject: (quotas: string) => string;
    readonly summary: (lowered: { quotas: string; isOne: boolean }, used: { count: string; isOne: boolean }) => string;
  };
  readonly unmapped: {
    readonly mantle: (modelId: string) => string;
    readonly subjectKnown: (modelId: string) => string;
    readonly subject: (modelId: string) => string;
    readonly summary: (calls: string, tokens: string, modelId: string) => string;
    /** Why an id or its model belongs to no quota that is known. */
    readonly reasons: {
      readonly noQuota: (modelId: string) => string;
      readonly noMantleQuota: (modelId: string) => string;
      readonly noMantleLimit: (modelId: string) => string;
      readonly otherSets: (modelId: string) => string;
      readonly mantleRest: (modelId: string) => string;
      readonly promptRouter: (arn: string) => string;
      readonly provisionedModel: (arn: string) => string;
      readonly customModel: (arn: string) => string;
      readonly customDeployment: (arn: string) => string;
      readonly importedModel: (arn: string) => string;
      readonly provisionedOnly: (modelId: string) => string;
      readonly noModel: (modelId: string) => string;
      readonly likeApplicationProfile: (modelId: string) => string;
      readonly noProfile: (arn: string) => string;
      readonly noApplicationProfile: (arn: string) => string;
      readonly noResource: (arn: string) => string;
      readonly noRoute: (profileId: string) => string;
      readonly severalModels: (profileId: string) => string;
      readonly ambiguousCopy: (profileId: string, modelId: string) => string;
    };
    readonly joinRuntime: string;
    readonly joinMantle: string;
    readonly lookAtSets: string;
    /** Where calls name no model. */
    readonly noModelId: string;
    readonly identify: string;
  };
  /** Of requests to raise a quota. */
  readonly requested: {
    readonly summaries: {
      readonly granted: (request: RequestFigures) => string;
      readonly partly: (request: RequestFigures) => string;
      readonly notGranted: (request: RequestFigures) => string;
      readonly longOpen: (request: RequestFigures) => string;
    };
    readonly remedies: {
      readonly notGranted: (caseId: string | null) => string;
      readonly longOpen: (caseId: string | null) => string;
    };
  };
  readonly coverage: {
    readonly subject: (source: string) => string;
    readonly blind: (span: string) => string;
    readonly span: (from: string, to: string) => string;
    readonly missed: (span: string) => string;
    readonly notYet: (source: string) => string;
    readonly late: string;
    readonly lost: (time: string) => string;
    readonly seesAgain: (length: string) => string;
    readonly seeWhy: string;
  };
  readonly change: {
    readonly counts: {
      readonly zeroed: string;
      readonly lowered: string;
      readonly unlisted: string;
      readonly unjoined: string;
      readonly raised: string;
      readonly added: string;
      readonly renamed: string;
      readonly adjustable: string;
      readonly default: string;
    };
    readonly none: string;
    readonly models: (before: string, after: string) => string;
    readonly counted: (before: string, after: string) => string;
    readonly renamed: string;
    readonly renamedTo: (before: string, after: string) => string;
    readonly unknownName: string;
    readonly otherCalls: string;
    readonly unlisted: string;
    readonly unwatched: (renamed: string) => string;
    readonly noInference: string;
    readonly added: string;
    readonly noModel: string;
    readonly changed: string;
    readonly andMore: string;
    readonly subject: (quotas: string, kinds: string) => string;
    readonly seen: (time: string, what: string) => string;
    readonly refused: (calls: string, isOne: boolean) => string;
    readonly more: (count: string) => string;
    readonly join: (code: string) => string;
    readonly unwatchedNow: (code: string) => string;
  };
  readonly digest: {
    readonly nothingOpen: string;
    readonly open: (count: string) => string;
    readonly highestUse: (percent: string) => string;
    readonly throttled: (calls: string) => string;
    readonly first: string;
    readonly period: (from: string, until: string) => string;
    readonly openNow: string;
    readonly nothing: string;
    readonly peaks: string;
    readonly noUse: string;
    readonly throttledCalls: string;
    readonly none: string;
    readonly standing: string;
    readonly requests: string;
    readonly requestsAt: (time: string) => string;
    readonly requestsInPart: string;
    readonly noRequest: string;
    readonly unread: string;
    readonly request: (since: string | null, caseId: string | null) => string;
    readonly endedRequests: string;
    readonly ended: (value: string, applied: string, status: string | null) => string;
    readonly still: (value: string) => string;
    readonly became: (before: string, after: string) => string;
    readonly changes: string;
    readonly lessThanACent: string;
    readonly about: (dollars: string) => string;
    readonly ownCalls: (calls: string, sum: string, region: string, date: string) => string;
  };
}
