import type { IncreaseRequest } from '../quotas/increase-request';
import { outcomeOf } from '../quotas/request-outcome';
import type { Found } from '../vocabulary/found';
import type { MappedQuota } from '../vocabulary/quota';
import type { Severity } from '../vocabulary/severity';
import { type EpochMinute, MINUTES_PER_DAY, toMinute } from '../vocabulary/time';
import { spellCount, spellQuantity, spellQuotaLine, spellQuotaSubject } from '../vocabulary/wording';
import type { Words } from '../words/words';

/** A request that is open for longer is asked after. */
const LONG_OPEN_DAYS = 7;

/** What is told of a request. */
type RequestNews = keyof Words['requested']['summaries'];

const SEVERITIES: Readonly<Record<RequestNews, Severity>> = {
  granted: 'ok',
  partly: 'ok',
  notGranted: 'warning',
  longOpen: 'warning',
};

function isWithin(time: string | null | undefined, minutes: number, now: EpochMinute): boolean {
  return time !== null && time !== undefined && now - toMinute(time) < minutes;
}

/** What is to be told of a request now; `null`: nothing. Its end is told for a day after AWS says it was. */
function newsOf(request: IncreaseRequest, quota: MappedQuota, now: EpochMinute): RequestNews | null {
  const outcome = outcomeOf(request, quota);
  const { createdAt, updatedAt } = request;
  if (outcome === 'open') {
    const isLong = createdAt !== null && !isWithin(createdAt, LONG_OPEN_DAYS * MINUTES_PER_DAY, now);
    return isLong ? 'longOpen' : null;
  }
  return outcome !== 'unknown' && isWithin(updatedAt, MINUTES_PER_DAY, now) ? outcome : null;
}

function toFinding(request: IncreaseRequest, quota: MappedQuota, news: RequestNews, now: EpochMinute): Found {
  const { createdAt, caseId, desiredValue, status } = request;
  const days = createdAt === null ? null : Math.floor((now - toMinute(createdAt)) / MINUTES_PER_DAY);
  return {
    id: `request/${quota.quotaCode}/${createdAt ?? desiredValue}/${news === 'longOpen' ? 'open' : 'ended'}`,
    kind: 'request',
    severity: SEVERITIES[news],
    quotaCode: quota.quotaCode,
    modelIds: quota.modelIds,
    scope: quota.scope,
    dimension: quota.dimension,
    usage: null,
    appliedValue: quota.appliedValue,
    utilizationPercent: null,
    headroom: null,
    exhaustionAt: null,
    cause: null,
    remedies: [
      ...(news === 'longOpen' || news === 'notGranted'
        ? [{ title: (words: Words) => words.requested.remedies[news](caseId), command: null }]
        : []),
    ],
    context: (words) => ({
      subject: spellQuotaSubject(quota, words),
      summary: words.requested.summaries[news]({
        desired: spellCount(desiredValue, words),
        applied: spellCount(quota.appliedValue, words),
        age: days === null ? null : spellQuantity(days, words.nouns.day, words),
        status,
      }),
      details: [['Quota', spellQuotaLine(quota, words)]],
    }),
  };
}

/** Increase requests of which something is to be told: granted, closed without being so, or open for long. */
export function findRequests(
  requests: readonly IncreaseRequest[],
  quotas: readonly MappedQuota[],
  now: EpochMinute,
): Found[] {
  const byCode = new Map(quotas.map((quota) => [quota.quotaCode, quota]));
  return requests.flatMap((request) => {
    const quota = byCode.get(request.quotaCode);
    const news = quota && newsOf(request, quota, now);
    return quota && news ? [toFinding(request, quota, news, now)] : [];
  });
}

/** Whether a finding tells of the end of a request, which is news. */
export function isEndedRequest({ id }: { readonly id: string }): boolean {
  return id.startsWith('request/') && id.endsWith('/ended');
}
