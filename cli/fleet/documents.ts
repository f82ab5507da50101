import { SCHEMA_VERSION } from '../../lib/contract';
import type { UnseenTarget } from '../../lib/core/answers/overview';
import type { Place } from '../../lib/core/vocabulary/place';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { EN_COMMANDS } from '../../lib/language/command-words';

/** What a command with `--all --json` prints: a document a target, with the name of its account, and those that were not read. */
export interface FleetDocument<T> {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly targets: readonly (T & { readonly accountName: string | null })[];
  readonly unread: readonly (Place & { readonly why: string })[];
}

/** Joins documents of targets; its texts are English. */
export function toFleetDocument<T>(
  seen: readonly { readonly place: Place; readonly document: T }[],
  unseen: readonly UnseenTarget[],
): FleetDocument<T> {
  return {
    schemaVersion: SCHEMA_VERSION,
    targets: seen.map(({ place, document }) => ({ accountName: place.accountName, ...document })),
    unread: unseen.map(({ place, why }) => ({
      accountId: place.accountId,
      accountName: place.accountName,
      region: place.region,
      why: spellStatement(why, EN_COMMANDS),
    })),
  };
}
