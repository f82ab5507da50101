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
  readonly digest: {
    /** Title of the list of targets: in how many of them something is open. */
    readonly targets: (open: number, all: number) => string;
  };
}
