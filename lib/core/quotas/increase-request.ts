import type { Quota } from '../vocabulary/quota';
import { type Sentence, type Statement, toStatement } from '../vocabulary/statement';
import type { EpochMinute } from '../vocabulary/time';
import { isReplyRow, type ReplyRow, toAmount, toQuotaCode, toText } from './reply-row';

/** A request of this account to raise a quota, as Service Quotas lists it. */
export interface IncreaseRequest {
  /** AWS's own; absent where an older version saved, or AWS did not say. */
  readonly id?: string;
  /** `L-` and eight characters. */
  readonly quotaCode: string;
  /** What was asked for, in the quota's own unit. */
  readonly desiredValue: number;
  /** AWS's word; of Bedrock only `CASE_OPENED` and `CASE_CLOSED` were ever seen. */
  readonly status: string;
  /** ISO time in UTC; `null` when AWS did not say. */
  readonly createdAt: string | null;
  /** The last change of its status, as an ISO time in UTC; absent or `null` when AWS did not say. */
  readonly updatedAt?: string | null;
  /** The Support case; `null` while there is none. */
  readonly caseId: string | null;
}

/** The requests as they are known. */
export interface RequestReading {
  readonly requests: readonly IncreaseRequest[];
  /** The last reading in full; `null` when there was none: there may be requests beside these. */
  readonly readAt: EpochMinute | null;
}

/**
 * Statuses of a request that keeps AWS from taking a second one for the same quota.
 * @see https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_RequestedServiceQuotaChange.html (read 2026-11)
 */
const OPEN_STATUSES: ReadonlySet<string> = new Set(['PENDING', 'CASE_OPENED']);

/** A case id that reads nothing but a case id into a message. */
const PLAIN_CASE = /^[\w-]{1,64}$/;

function toTime(value: unknown): string | null {
  const milliseconds =
    value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  const time = Number.isFinite(milliseconds) ? new Date(milliseconds).toISOString() : '';
  // Outside the years of four digits a time has a sign, and is none that AWS means.
  return /^\d/.test(time) ? time.replace('.000Z', 'Z') : null;
}

function toRequest(row: ReplyRow, place: Statement): IncreaseRequest | Sentence {
  const desiredValue = toAmount(row.DesiredValue);
  const quotaCode = toQuotaCode(row.QuotaCode);
  const status = toText(row.Status);
  if (quotaCode === null) return toStatement('noCode', place);
  const known = toStatement('rowOf', place, quotaCode);
  if (desiredValue === null) return toStatement('noValue', known);
  if (status === null) return toStatement('noStatus', known);
  const caseId = toText(row.CaseId);
  const id = toText(row.Id);
  return {
    ...(id !== null && PLAIN_CASE.test(id) ? { id } : {}),
    quotaCode,
    desiredValue,
    status,
    createdAt: toTime(row.Created),
    updatedAt: toTime(row.LastUpdated),
    caseId: caseId !== null && PLAIN_CASE.test(caseId) ? caseId : null,
  };
}

/**
 * Maps raw `ListRequestedServiceQuotaChangeHistory` rows. Requests of a single resource are none of the account's and left
 * out; rows that are junk are named in `problems`; never throws.
 */
export function toIncreaseRequests(rows: readonly unknown[]): {
  readonly requests: IncreaseRequest[];
  readonly problems: Statement[];
} {
  const requests: IncreaseRequest[] = [];
  const problems: Statement[] = [];
  for (const [index, row] of rows.entries()) {
    const place = toStatement('requestRow', `${index + 1}`);
    if (!isReplyRow(row)) {
      problems.push(toStatement('noObject', place));
      continue;
    }
    if ((row.QuotaRequestedAtLevel ?? 'ACCOUNT') !== 'ACCOUNT') continue;
    const request = toRequest(row, place);
    if ('trouble' in request) problems.push(request);
    else requests.push(request);
  }
  return { requests, problems };
}

/** Whether AWS takes no second request for the quota, by the status alone. */
export function isOpenStatus(status: string): boolean {
  return OPEN_STATUSES.has(status);
}

/** ISO times in UTC sort as text; what is of unknown age comes last. */
function byAge(a: IncreaseRequest, b: IncreaseRequest): number {
  const [one, other] = [a.createdAt ?? '~', b.createdAt ?? '~'];
  return Number(one > other) - Number(one < other);
}

/**
 * The requests of these quotas that are open, oldest first, those of unknown age at the end. A grant shows only in the
 * applied value: once that has what was asked for, the request is done, whatever its status. A status that is not known is
 * not guessed to be open.
 */
export function toOpenRequests(requests: readonly IncreaseRequest[], quotas: readonly Quota[]): IncreaseRequest[] {
  const applied = new Map(quotas.map(({ quotaCode, appliedValue }) => [quotaCode, appliedValue]));
  return requests
    .filter(({ quotaCode, status, desiredValue }) => {
      const value = applied.get(quotaCode);
      return value !== undefined && OPEN_STATUSES.has(status) && value < desiredValue;
    })
    .sort(byAge);
}

/**
 * Joins a reading with what was known before: one that failed on the way adds what it read and takes nothing away.
 * `known` is absent before the first one.
 */
export function recallRequests(
  known: RequestReading | undefined,
  requests: readonly IncreaseRequest[],
  { isWhole, now }: { readonly isWhole: boolean; readonly now: EpochMinute },
): RequestReading {
  if (isWhole) return { requests, readAt: now };
  const isRead = ({ quotaCode, createdAt }: IncreaseRequest) =>
    requests.some((one) => one.quotaCode === quotaCode && one.createdAt === createdAt);
  const unread = (known?.requests ?? []).filter((request) => !isRead(request));
  return { requests: [...requests, ...unread], readAt: known?.readAt ?? null };
}
