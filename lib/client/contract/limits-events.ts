/** Why live limits could not be read; those of before stay, or what is learned from throttles. */
export type LimitsTrouble =
  /** Parameter Store refused, did not answer, or has no such parameter. */
  | 'failed'
  /** The package `@aws-sdk/client-ssm` is not there. */
  | 'noSsmClient'
  /** The text is no snapshot. */
  | 'junk'
  /** The snapshot is of a newer version than this client. */
  | 'newerVersion'
  /** The snapshot is of another Region than the client. */
  | 'otherRegion';

/** What happened to the live limits. */
export type LimitsEvent =
  /**
   * Limits that are new, or now too old for what they block to be believed. `madeAt` is `null` before the watchdog's first
   * run; `leftOut` models had no room in the parameter.
   */
  | {
      readonly type: 'limitsRead';
      readonly madeAt: Date | null;
      readonly models: number;
      readonly leftOut: number;
      readonly isFresh: boolean;
    }
  | { readonly type: 'limitsUnread'; readonly why: LimitsTrouble; readonly message: string };
