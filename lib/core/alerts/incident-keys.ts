/** What makes findings one incident: to the life cycle, which waits for all of it, and to a message, which tells it once. */
import type { Finding } from '../vocabulary/finding';

/**
 * The incident a finding is a part of: the use of a quota per minute and the throttles it causes are one. `null` for what
 * stands alone. A day is none of it: it stays open for hours after the last throttle, whose end is news.
 */
export function lifeCycleKeyOf({ kind, quotaCode, dimension }: Finding): string | null {
  const isPart = kind === 'utilization' || kind === 'throttled';
  return isPart && dimension !== 'tokensPerDay' ? quotaCode : null;
}

/** A finding and what is told of it. */
interface Told {
  readonly event: string;
  readonly finding: Finding;
}

/** Kinds of which several may be one incident. */
const JOINED_KINDS: ReadonlySet<Finding['kind']> = new Set(['utilization', 'throttled', 'dailyPool']);

/** Both directions of a mantle quota spend one model's quotas, and never those of the runtime, which has the same scope. */
function isMantle({ dimension }: Finding): boolean {
  return dimension === 'inputTokensPerMinute' || dimension === 'outputTokensPerMinute';
}

/**
 * What an event shares with others of its incident: its quota, its models in their scope, and for throttles by a quota of 0
 * the finding of all such quotas. What is over is never one with what is not.
 */
export function messageKeysOf({ event, finding }: Told): string[] {
  const { kind, quotaCode, scope, modelIds, cause } = finding;
  const phase = event === 'recovered' ? 'over' : 'open';
  const isZero = kind === 'zeroQuota' || (kind === 'throttled' && cause?.kind === 'zeroQuota');
  const zeros = isZero ? modelIds.map((modelId) => `${phase} zero ${modelId}`) : [];
  if (!JOINED_KINDS.has(kind)) return zeros;
  const place = isMantle(finding) ? 'mantle' : scope;
  return [
    ...(quotaCode === null ? [] : [`${phase} ${quotaCode}`]),
    ...(kind === 'dailyPool' ? [] : modelIds.map((modelId) => `${phase} ${place} ${modelId}`)),
    ...zeros,
  ];
}
