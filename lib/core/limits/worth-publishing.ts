import { LIMITS_HEADROOM_MINUTES, LIMITS_REPUBLISH_MINUTES } from '../vocabulary/cadence';
import type { EpochMinute } from '../vocabulary/time';
import type { LimitsSnapshot, ModelLimits, PoolLimits } from './snapshot';
import { writeSnapshot } from './write-snapshot';

function withoutHeadroom(pool: PoolLimits): PoolLimits {
  return { ...pool, headroomPercent: null };
}

function substanceOf({ pools, ...model }: ModelLimits): ModelLimits {
  return {
    ...model,
    pools: Object.fromEntries(Object.entries(pools).map(([scope, pool]) => [scope, withoutHeadroom(pool)])),
  };
}

/** All but the time. */
function contentOf(snapshot: LimitsSnapshot): string {
  return writeSnapshot({ ...snapshot, madeAt: null });
}

/** All but time and headroom: what applications hold to. */
function limitsIn({ account, models, ...snapshot }: LimitsSnapshot): string {
  return contentOf({ ...snapshot, account: account && withoutHeadroom(account), models: models.map(substanceOf) });
}

/**
 * Whether a snapshot must be published after another: limits and blocks at once, headroom at most every five minutes, and one
 * that says the same once an hour, by which readers see that the watchdog lives.
 * @param before the one that was published last; `null`: none that can be read.
 */
export function isWorthPublishing(before: LimitsSnapshot | null, next: LimitsSnapshot, now: EpochMinute): boolean {
  if (before === null || before.madeAt === null || limitsIn(before) !== limitsIn(next)) return true;
  const age = now - before.madeAt;
  if (age >= LIMITS_REPUBLISH_MINUTES) return true;
  return age >= LIMITS_HEADROOM_MINUTES && contentOf(before) !== contentOf(next);
}
