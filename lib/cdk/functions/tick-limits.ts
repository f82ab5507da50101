import { Duration } from 'aws-cdk-lib';

/**
 * MiB of a function that watches: a run holds at most a day of minutes of the active series (some 10 MB for 50 of them) beside
 * Node and the SDK, and waits for AWS most of its time: more memory would buy CPU it does not use.
 */
export const WATCH_MEMORY_MIB = 256;

/**
 * A failed tick is not repeated: the next one comes within a minute, reads every minute since the last good run, and says what
 * waits in the outbox. For the same reason a tick that waited a minute for a free environment is dropped.
 */
export const ASYNC_PATIENCE = { retryAttempts: 0, maxEventAge: Duration.minutes(1) };
