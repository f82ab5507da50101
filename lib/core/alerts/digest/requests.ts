import { type IncreaseRequest, type RequestReading, toOpenRequests } from '../../quotas/increase-request';
import { REQUESTS_STALE_MINUTES } from '../../vocabulary/cadence';
import type { MappedQuota } from '../../vocabulary/quota';
import type { EpochMinute } from '../../vocabulary/time';

/** An increase request that was seen open, with the applied value of then. */
export interface SeenRequest extends IncreaseRequest {
  readonly appliedValue: number;
}

/** An open request with its quota. */
export interface OpenRequest {
  readonly quota: MappedQuota;
  readonly request: IncreaseRequest;
}

/** A request of the period that is open no more. How AWS decided shows nowhere but in the applied value. */
export interface EndedRequest {
  readonly quota: MappedQuota;
  readonly request: SeenRequest;
  /** AWS's word for it now; `null` when it is not listed any more. */
  readonly status: string | null;
}

/** What a digest tells of increase requests. */
export interface DigestRequests {
  /** Oldest first. */
  readonly open: readonly OpenRequest[];
  readonly ended: readonly EndedRequest[];
  /** `whole`: these are all; `stale`: these were all at `readAt`; `unread`: there may be others. */
  readonly known: { readonly kind: 'whole' | 'unread' } | { readonly kind: 'stale'; readonly readAt: EpochMinute };
}

/** What the requests of a digest are told from. */
export interface RequestSources {
  /** `null`: never read. */
  readonly requests: RequestReading | null;
  readonly quotas: readonly MappedQuota[];
  readonly now: EpochMinute;
}

function keyOf({ quotaCode, createdAt, desiredValue }: IncreaseRequest): string {
  return `${quotaCode}/${createdAt}/${desiredValue}`;
}

function toKnown({ requests, now }: RequestSources): DigestRequests['known'] {
  const readAt = requests?.readAt ?? null;
  if (readAt === null) return { kind: 'unread' };
  return now - readAt > REQUESTS_STALE_MINUTES ? { kind: 'stale', readAt } : { kind: 'whole' };
}

/** The open requests by a key of their own, to be remembered until the digest. */
export function seeRequests({ requests, quotas }: RequestSources): Readonly<Record<string, SeenRequest>> {
  const applied = new Map(quotas.map(({ quotaCode, appliedValue }) => [quotaCode, appliedValue]));
  const open = toOpenRequests(requests?.requests ?? [], quotas);
  return Object.fromEntries(
    open.map((one) => [keyOf(one), { ...one, appliedValue: applied.get(one.quotaCode) ?? 0 }] as const),
  );
}

/** The requests that are open, and those `seen` open in the period that are so no more. */
export function toDigestRequests(seen: Readonly<Record<string, SeenRequest>>, sources: RequestSources): DigestRequests {
  const byCode = new Map(sources.quotas.map((quota) => [quota.quotaCode, quota]));
  const all = new Map((sources.requests?.requests ?? []).map((request) => [keyOf(request), request]));
  const open = toOpenRequests([...all.values()], sources.quotas);
  const openKeys = new Set(open.map(keyOf));
  // Of a quota that is not listed it cannot be told whether its request has ended.
  const ended = Object.entries(seen).flatMap(([key, request]) => {
    const quota = byCode.get(request.quotaCode);
    if (!quota || openKeys.has(key)) return [];
    return [{ quota, request, status: all.get(key)?.status ?? null }];
  });
  return {
    open: open.flatMap((request) => {
      const quota = byCode.get(request.quotaCode);
      return quota ? [{ quota, request }] : [];
    }),
    ended,
    known: toKnown(sources),
  };
}
