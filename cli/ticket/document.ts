import type { SCHEMA_VERSION } from '../../lib/contract';
import type { TicketQuota } from '../../lib/core/answers/ticket';
import { toIso } from '../../lib/core/vocabulary/time';

/** What became of the case. */
export interface TicketCase {
  /** The number the console shows, or AWS's id where it does not say. */
  readonly id: string;
  readonly state: 'opened' | 'appended';
}

/** One quota of `ticket --json`; tokens are quota tokens. `null`: no use was seen, or it is unknown. */
export function toTicketRow({ quota, usage, throttleTimes, openRequest, ...one }: TicketQuota) {
  const { tokensPerMinute, requestsPerMinute, throttles, trend } = usage ?? {};
  return {
    quotaCode: quota.quotaCode,
    quotaName: quota.quotaName,
    modelIds: quota.modelIds,
    appliedValue: quota.appliedValue,
    defaultValue: quota.defaultValue,
    adjustable: quota.adjustable,
    desiredValue: one.desiredValue,
    basis: one.basis,
    unmeasured: one.unmeasured,
    steadyTokensPerMinute: tokensPerMinute?.p50 ?? null,
    peakTokensPerMinute: tokensPerMinute?.peak ?? null,
    steadyRequestsPerMinute: requestsPerMinute?.p50 ?? null,
    peakRequestsPerMinute: requestsPerMinute?.peak ?? null,
    inputTokensPerRequest: usage?.inputTokensPerRequest ?? null,
    outputTokensPerRequest: usage?.outputTokensPerRequest ?? null,
    largeRequestShare: one.largeShare,
    throttles: throttles
      ? {
          ...throttles,
          firstAt: throttleTimes ? toIso(throttleTimes.firstAt) : null,
          lastAt: throttleTimes ? toIso(throttleTimes.lastAt) : null,
        }
      : null,
    growthPerWeek: trend?.perWeek ?? null,
    openRequest: openRequest && {
      desiredValue: openRequest.desiredValue,
      createdAt: openRequest.createdAt,
      caseId: openRequest.caseId,
    },
  };
}

/** The document of `ticket --json`. */
export interface TicketDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly accountId: string | null;
  readonly region: string;
  readonly subject: string;
  readonly body: string;
  readonly quotas: readonly ReturnType<typeof toTicketRow>[];
  readonly consoleUrl: string;
  readonly case: TicketCase | null;
}
