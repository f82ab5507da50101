import { spellStatement } from '../../lib/core/vocabulary/statement';
import { toMinute } from '../../lib/core/vocabulary/time';
import type { CommandWords } from '../../lib/language/command-words';
import type { EvaluatedRegion } from '../region/evaluate-region';
import type { FollowedRegion } from '../region/follow-region';
import { toOneLine } from '../terminal/plain-text';

/** A Region as it was last read, and what came of the latest try. */
export interface WatchedRegion {
  readonly region: string;
  /** The newest evaluation that could be made; `null`: none yet. */
  readonly shown: Pick<EvaluatedRegion, 'evaluation' | 'report'> | null;
  /** When that was, in milliseconds since 1970. */
  readonly readAt: number | null;
  /** Why the latest try failed; `null`: it did not. */
  readonly failure: string | null;
}

/** A Region before it is read. */
export function unreadRegion({ region }: Pick<FollowedRegion, 'region'>): WatchedRegion {
  return { region, shown: null, readAt: null, failure: null };
}

/** Reads a Region again. What cannot be read leaves the last evaluation standing, with the reason beside it. */
export async function refreshRegion(
  before: WatchedRegion,
  followed: FollowedRegion,
  now: number,
  words: CommandWords,
): Promise<WatchedRegion> {
  try {
    const read = await followed.evaluate(toMinute(now));
    const fatal = read.quotas.fatal ?? read.usage.fatal;
    if (fatal === null) return { ...before, shown: read, readAt: now, failure: null };
    return { ...before, failure: toOneLine(`${fatal.source}: ${spellStatement(fatal, words)}`) };
  } catch (error) {
    return { ...before, failure: toOneLine(error instanceof Error ? error.message : String(error)) };
  }
}
