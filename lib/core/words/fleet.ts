/** Why targets of a fleet cannot be read, as far as it matters for what to do. */
export type UnreadReason = 'role' | 'denied' | 'notEnabled' | 'throttled' | 'hanging' | 'other';

/** What is said of a fleet as a whole. */
export interface FleetWords {
  readonly target: readonly string[];
  readonly unread: {
    /** `targets` is how many, in words. */
    readonly subject: (targets: string, reason: string) => string;
    readonly summary: (told: { targets: string; isOne: boolean; reason: string; said: string }) => string;
    readonly reasons: Readonly<Record<UnreadReason, string>>;
    /** What to do first, and what else. */
    readonly remedies: Readonly<Record<UnreadReason, readonly [string, string]>>;
  };
  /** Of the table of all targets. */
  readonly view: {
    readonly title: (watchdog: string) => string;
    readonly caption: string;
    readonly columns: Readonly<Record<'account' | 'region' | 'state' | 'open' | 'worst' | 'seen', string>>;
    readonly open: string;
    readonly unseen: string;
    readonly accounts: string;
    readonly regions: string;
    readonly ofTargets: (count: string) => string;
    readonly notSeen: string;
    readonly nothing: string;
    readonly more: (count: string) => string;
    /** Leads from one target to all. */
    readonly back: string;
    /** In place of a target that nobody has looked at. */
    readonly noSuch: (place: string) => string;
  };
  readonly digest: {
    /** Title of the list of targets: in how many of them something is open. */
    readonly targets: (open: number, all: number) => string;
  };
}
