import type { StatementWords } from '../../core/words/statements';

/** English for what could not be read, used or said. Names of AWS, property names and what AWS says come in as they are. */
export const EN_STATEMENTS: StatementWords = {
  and: ' and ',
  sentences: {
    call: (action: string, said: string) => `${action} failed (${said})`,
    allow: (action: string) => `allow the action ${action}`,
    allowKey: () =>
      'the key it is encrypted with refuses: allow the actions kms:GenerateDataKey and kms:Decrypt on that key',
    enableKey: () => 'the key it is encrypted with must exist and be enabled',
    onTopic: (failure: string, topicArn: string) => `${failure} on ${topicArn}`,
    targetsOverdue: (count: string, places: string) =>
      `no worker has looked at ${count} of the targets that were due (${places}): see the worker's errors, its concurrency and the queue`,
    onRole: (failure: string, roleArn: string) => `${failure}, for the role ${roleArn}`,
    targetGone: (place) =>
      `${place} is no longer watched: the account left the organisation, or the stack names it no more.`,
    samePage: () => 'Error: the same page token came twice',
    notLinked: (accountId: string) =>
      `the account ${accountId} has metrics and shares none with the monitoring account in this Region; link it in CloudWatch, or leave out the property monitoringAccount`,
    noDatapoints: () => 'Error: the reply has no Datapoints',
    noNumber: () => 'Error: a point is not a number',
    saysNothingOf: (names: string) => `Error: the reply says nothing of ${names}`,
    answeredForFew: (answered: string, asked: string) => `Error: EventBridge answered for ${answered} of ${asked}`,
    noMessageId: () => 'Error: SNS answered without a MessageId',
    noEventId: (code: string) => `${code}: EventBridge answered without an EventId`,
    unprocessed: (action: string, items: string) => `${action} left ${items} items unprocessed`,

    endless: (pages: string) => `Error: the list has no end after ${pages} pages; what came until then is used`,
    noAnswer: () => 'Error: no complete answer came in time',
    outOfTime: () => 'Error: the time for this part of the run ran out; what was known before is used',
    nullRows: (action: string, rows: string) => `${action} gave ${rows} rows that cannot be read; they are left out`,
    unsound: (names: string) => `The metrics ${names} have impossible values; they are left out`,
    eventAhead: (time: string, machineTime: string, minutes: string) =>
      `the event's time ${time} is more than ${minutes} minutes ahead of the machine's clock, ${machineTime}; nothing was done, because everything until then would count as evaluated: send a time that has passed`,

    stored: (item: string, table: string, why: string, fate: string) =>
      `the item ${item} of the table ${table} ${why}; ${fate}`,
    storedUnpacked: () => 'holds nothing that can be unpacked',
    storedShape: (place: string) => `does not have the shape of this version at ${place}`,
    storedNewer: (schema: string, known: string) => `is of schema ${schema}, and this version knows ${known}`,
    storedFuture: (time: string) => `was evaluated until ${time}, which is in the future`,
    storedDropped: () => 'it was dropped, and is read again and overwritten: nothing needs to be done',
    storedAside: () =>
      'it was kept for 30 days as state-aside#… with the time, and the watchdog starts afresh: what was open is reported again, and messages that were waiting are in that copy',
    storedUnread: (item: string, table: string) =>
      `the item ${item} of the table ${table} cannot be read, so what it holds is not known; the next evaluation reports it and starts afresh`,
    storedNotKept: (why: string) =>
      `a copy of it could not be kept (${why}), and the watchdog starts afresh: what was open is reported again`,
    storedLeft: () =>
      'it is left as it is, and this version keeps its own beside it: deploy the newer version again, or delete the item',
    storedPresent: () =>
      'it was reset to the present: the last hour is evaluated again, and what happened before may go unreported',

    junkPoints: (action: string, points: string) =>
      `${action} gave ${points} points that are not numbers; they are left out`,
    inPart: (action: string, partial: string, all: string) =>
      `${action} gave ${partial} of ${all} metrics only in part`,

    appliedRow: (row: string) => `Row ${row} of the applied quotas`,
    defaultRow: (row: string) => `Row ${row} of the default quotas`,
    requestRow: (row: string) => `Row ${row} of the increase requests`,
    rowOf: (row: string, quotaCode: string) => `${row}, of ${quotaCode},`,
    rowNamed: (row: string, quotaName: string) => `${row}, "${quotaName}",`,
    noObject: (row: string) => `${row} is not an object, so it is left out.`,
    noName: (row: string) => `${row} has no readable name, so it is left out.`,
    unknownKind: (row: string) => `${row} is an inference quota of an unknown kind, so it is left out.`,
    noCode: (row: string) => `${row} has no quota code, so it is left out.`,
    noValue: (row: string) => `${row} has no usable value, so it is left out.`,
    noStatus: (row: string) => `${row} has no status, so it is left out.`,
    noAdjustable: (row: string) => `${row} does not say whether it is adjustable; taken as not adjustable.`,
    twoValues: (quotaCode: string, one: string, other: string) =>
      `${quotaCode} is listed with the values ${one} and ${other}; the lower one is used.`,
    noDefault: (quotaCode: string) => `The default of ${quotaCode} has no usable value, so it counts as unknown.`,
    twoDefaults: (quotaCode: string, one: string, other: string) =>
      `${quotaCode} has the defaults ${one} and ${other}; the lower one is used.`,
    emptyList: (action: string) => `${action} returned no inference quota; those already known stay watched`,

    aliasTripped: (quotaCode: string, reviewed: string, quotaName: string) =>
      `The alias of ${quotaCode} no longer holds: it was reviewed for ${reviewed} and the quota is now "${quotaName}", so the mapping falls back to the name.`,
    reviewedOtherwise: (quotaCode: string, quotaName: string, reviewed: string, listed: string) =>
      `${quotaCode}, "${quotaName}", was reviewed as ${reviewed}, and now ${listed} is listed under that same name; the review holds until an override says otherwise.`,
    doubles: (rows: string) =>
      `By their names, ${rows} limit the same calls; each is watched, and AWS may have misnamed one.`,
    overridesNothing: (quotaCode: string) =>
      `The override of ${quotaCode} names no inference quota of this account and Region.`,
    overridesAll: (quotaCode: string) =>
      `The override of ${quotaCode} is ignored: the quota counts every model of the account.`,
    overrideEmpty: (quotaCode: string) => `The override of ${quotaCode} lists no model, so it is ignored.`,
    overrideInvalid: (quotaCode: string, ids: string) =>
      `The override of ${quotaCode} is ignored: not a base model id: ${ids}; give ids as ListFoundationModels has them, without us., global. or an ARN.`,

    rulesUnused: (name: string, why: string) =>
      `the rules in ${name} are not used, the previous ones stay in force: ${why}`,
    rulesSecret: () => 'it is a SecureString; make it a String',
    limitsUnpublished: (name: string, why: string) =>
      `the limits were not published in the SSM parameter ${name}: ${why}`,
    rulesGone: () => 'it does not exist, though the stack made it; deploy again',
    moreProblems: (count: string) => `and ${count} more`,
    rulesKept: () => 'the previous rules stay in force',
    rulesNotRecalled: (why: string) => `the rules last in force could not be read: ${why}`,
    rulesNotSaved: (why: string) => `the rules last in force could not be saved: ${why}`,
    profileNotRecalled: (why: string) => `the pattern of earlier days could not be read: ${why}`,
    profileNotSaved: (why: string) => `the pattern of earlier days could not be saved: ${why}`,

    refusalsUnreadable: (count: string) =>
      `${count} messages of the last three hours in the queue of refused calls could not be read; they are left out`,
    refusalsWait: (waiting: string, read: string) =>
      `of about ${waiting} refused calls that were waiting, this run read ${read}: the rest is read later, and the counts are minimums`,
    refusalsWaitUncounted: (read: string) =>
      `this run read ${read} refused calls, and more may be waiting: the rest is read later, and the counts are minimums`,
    undeleted: (count: string, why: string) =>
      `sqs:DeleteMessage failed for ${count} messages of the queue of refused calls (${why}): they will come again, and count once`,
    refusalsNotRecalled: (why: string) => `earlier refused calls could not be read: ${why}`,
    refusalsNotSaved: (why: string) => `the refused calls could not be saved, and will be read again: ${why}`,

    ownerUntold: (action: string, topicArn: string, since: string) =>
      `${action} to ${topicArn} has failed since ${since}: its owner is not notified; the topic must exist in this Region, and the role needs the action ${action} on it and the use of its key (the property ownerTopics gives both)`,
    gaveUp: (count: string, message: string, channel: string) =>
      `gave up ${count} of ${message} for ${channel} after a day`,
    toldInShort: (message: string, channel: string, why: string) =>
      `the message of ${message} was permanently refused and went to ${channel} in a short version; the table keeps it as outbox-aside: ${why}`,
    setAside: (message: string, channel: string, why: string) =>
      `the message of ${message} to ${channel} was permanently refused and is set aside, the table keeps it as outbox-aside: ${why}`,
    tooLargeToKeep: (message: string, count: string) =>
      `the message of ${message} was more than can be kept until it is taken: it is mailed, and ${count} notifications of it for chat and events are not sent`,
    outboxFull: (count: string, from: string, until: string) =>
      `${count} messages of ${from} to ${until} waited so long that the outbox was full: they are reported together, one line each`,
    notSetAside: (why: string) => `a message that was refused could not be set aside: ${why}`,
    gaveUpOwner: (message: string, topicArn: string) => `gave up ${message} for ${topicArn} after a day`,
  },
};
