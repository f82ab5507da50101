/** SQS gives and takes at most this many messages a call. */
export const MESSAGES_PER_CALL = 10;
