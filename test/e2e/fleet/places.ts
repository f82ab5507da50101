/** Account of the watchdog: what the engine takes callers for that do not say who they are. */
export const HOME = '000000000000';
/** Account whose alerts have an owner. */
export const OWNED = '111122223333';
/** Accounts with a reader role. */
export const READ = [OWNED, '000000000001'] as const;
/** Account whose reader role trusts somebody else. */
export const REFUSING = '000000000002';

export const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1'] as const;
/** Region in which nothing answers. */
export const FAILING = 'eu-west-1';

/** Name of the topic of {@link OWNED}'s owner. */
export const OWNER_TOPIC = 'payments-team';
