/**
 * Calls a second that AWS takes of an account in a Region, where one is documented; the others are taken not to be the first to
 * give. Source: service quotas of AWS as gathered in the domain notes, 2026-10.
 */
const CALLS_PER_SECOND: Readonly<Record<string, number>> = {
  'servicequotas:ListServiceQuotas': 10,
  'servicequotas:ListAWSDefaultServiceQuotas': 10,
  'servicequotas:ListRequestedServiceQuotaChangeHistory': 5,
  'monitoring:GetMetricData': 50,
  'monitoring:GetMetricStatistics': 400,
  'monitoring:ListMetrics': 25,
  'monitoring:PutMetricData': 500,
  'sts:AssumeRole': 600,
  'ssm:GetParameters': 40,
};

/** What a page of a list takes at least: the pages of a look wait for one another. */
export const CALL_SECONDS = 0.1;

/** A call as a limit sees it. */
export interface LimitedCall {
  readonly accountId: string;
  readonly region: string;
  readonly service: string;
  readonly operation: string;
}

/** Limits that are enforced by the simulated second. */
export interface RateLimits {
  /** Seconds that have gone by. */
  setSecond(second: number): void;
  /** Counts a call. @returns whether it is one too many. */
  refuses(call: LimitedCall): boolean;
  /** Calls refused so far. */
  readonly refused: number;
}

/** Buckets that are full at the start, hold a second's calls, and fill up again as the seconds go by. */
export function createRateLimits(): RateLimits {
  const buckets = new Map<string, { left: number; second: number }>();
  let now = 0;
  /** Calls of the current second that waited for one another, by bucket. */
  const waited = new Map<string, number>();
  let refused = 0;
  return {
    get refused() {
      return refused;
    },
    setSecond(second) {
      if (second !== now) waited.clear();
      now = second;
    },
    refuses({ accountId, region, service, operation }) {
      const limit = CALLS_PER_SECOND[`${service}:${operation}`];
      if (limit === undefined) return false;
      const key = `${accountId} ${region} ${service}:${operation}`;
      const before = waited.get(key) ?? 0;
      if (operation.startsWith('List')) waited.set(key, before + 1);
      const at = now + before * CALL_SECONDS;
      const known = buckets.get(key) ?? { left: limit, second: at };
      const left = Math.min(limit, known.left + Math.max(0, at - known.second) * limit) - 1;
      buckets.set(key, { left: Math.max(left, 0), second: Math.max(at, known.second) });
      if (left >= 0) return false;
      refused++;
      return true;
    },
  };
}
