/** What could not be read, used or said. Names of AWS, property names and what AWS says come in as they are. */
export interface StatementWords {
  /** Between the last two of names that are told together. */
  readonly and: string;
  readonly sentences: {
    /** `said`: the error's name and AWS's own words. */
    readonly call: (action: string, said: string) => string;
    readonly allow: (action: string) => string;
    readonly allowKey: () => string;
    readonly enableKey: () => string;
    readonly onTopic: (failure: string, topicArn: string) => string;
    readonly onRole: (failure: string, roleArn: string) => string;
    /** `count` targets of a fleet, some of them named, that no worker has looked at. */
    readonly targetsOverdue: (count: string, places: string) => string;
    /** Why the alerts of a target are over. */
    readonly targetGone: (place: string) => string;
    /** An account that is read from a monitoring account, and shares no metrics with it. */
    readonly notLinked: (accountId: string) => string;
    readonly samePage: () => string;
    readonly noDatapoints: () => string;
    readonly noNumber: () => string;
    readonly saysNothingOf: (names: string) => string;
    readonly answeredForFew: (answered: string, asked: string) => string;
    readonly noMessageId: () => string;
    readonly noEventId: (code: string) => string;
    readonly unprocessed: (action: string, items: string) => string;
    readonly endless: (pages: string) => string;
    readonly outOfTime: () => string;
    readonly noAnswer: () => string;
    readonly nullRows: (action: string, rows: string) => string;
    readonly unsound: (names: string) => string;
    readonly eventAhead: (time: string, machineTime: string, minutes: string) => string;
    readonly stored: (item: string, table: string, why: string, fate: string) => string;
    readonly storedUnpacked: () => string;
    readonly storedShape: (place: string) => string;
    readonly storedNewer: (schema: string, known: string) => string;
    readonly storedFuture: (time: string) => string;
    readonly storedDropped: () => string;
    readonly storedAside: () => string;
    readonly storedUnread: (item: string, table: string) => string;
    readonly storedNotKept: (why: string) => string;
    readonly storedLeft: () => string;
    readonly storedPresent: () => string;
    readonly junkPoints: (action: string, points: string) => string;
    readonly inPart: (action: string, partial: string, all: string) => string;
    readonly appliedRow: (row: string) => string;
    readonly defaultRow: (row: string) => string;
    readonly requestRow: (row: string) => string;
    readonly rowOf: (row: string, quotaCode: string) => string;
    readonly rowNamed: (row: string, quotaName: string) => string;
    readonly noObject: (row: string) => string;
    readonly noName: (row: string) => string;
    readonly unknownKind: (row: string) => string;
    readonly noCode: (row: string) => string;
    readonly noValue: (row: string) => string;
    readonly noStatus: (row: string) => string;
    readonly noAdjustable: (row: string) => string;
    readonly twoValues: (quotaCode: string, one: string, other: string) => string;
    readonly noDefault: (quotaCode: string) => string;
    readonly twoDefaults: (quotaCode: string, one: string, other: string) => string;
    readonly emptyList: (action: string) => string;
    readonly aliasTripped: (quotaCode: string, reviewed: string, quotaName: string) => string;
    readonly reviewedOtherwise: (quotaCode: string, quotaName: string, reviewed: string, listed: string) => string;
    readonly doubles: (rows: string) => string;
    readonly overridesNothing: (quotaCode: string) => string;
    readonly overridesAll: (quotaCode: string) => string;
    readonly overrideEmpty: (quotaCode: string) => string;
    readonly overrideInvalid: (quotaCode: string, ids: string) => string;
    readonly rulesUnused: (name: string, why: string) => string;
    readonly rulesSecret: () => string;
    readonly rulesGone: () => string;
    readonly limitsUnpublished: (name: string, why: string) => string;
    readonly moreProblems: (count: string) => string;
    readonly rulesKept: () => string;
    readonly rulesNotRecalled: (why: string) => string;
    readonly rulesNotSaved: (why: string) => string;
    readonly profileNotRecalled: (why: string) => string;
    readonly profileNotSaved: (why: string) => string;
    readonly refusalsUnreadable: (count: string) => string;
    readonly refusalsWait: (waiting: string, read: string) => string;
    readonly refusalsWaitUncounted: (read: string) => string;
    readonly undeleted: (count: string, why: string) => string;
    readonly refusalsNotRecalled: (why: string) => string;
    readonly refusalsNotSaved: (why: string) => string;
    readonly ownerUntold: (action: string, topicArn: string, since: string) => string;
    readonly gaveUp: (count: string, message: string, channel: string) => string;
    /** `message`: the time of its run; `why`: what was said when it was refused. */
    readonly toldInShort: (message: string, channel: string, why: string) => string;
    readonly setAside: (message: string, channel: string, why: string) => string;
    readonly tooLargeToKeep: (message: string, count: string) => string;
    readonly outboxFull: (count: string, from: string, until: string) => string;
    readonly notSetAside: (why: string) => string;
    readonly gaveUpOwner: (message: string, topicArn: string) => string;
  };
}
