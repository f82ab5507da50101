import type { Digest, DigestRequests, EndedRequest, OpenRequest } from '../alerts/digest';
import type { DescribedFinding } from '../vocabulary/finding';
import type { MappedQuota } from '../vocabulary/quota';
import { toMinute, toSpokenTime } from '../vocabulary/time';
import { spellCount, spellDimension, spellPercent, spellQuotaSubject } from '../vocabulary/wording';
import type { Words } from '../words/words';

/** Lines of one list; the rest is counted. */
const LINES_PER_LIST = 10;

/** What a list holds, and what stands in it when it holds nothing. */
export interface List {
  readonly title: string;
  readonly lines: readonly string[];
  readonly none: string;
}

/** A list with its title, bounded. */
export function renderList({ title, lines, none }: List, words: Words): string[] {
  const untold = lines.length - LINES_PER_LIST;
  const told = lines.length === 0 ? [none] : lines.slice(0, LINES_PER_LIST);
  return [
    '',
    title,
    ...told.map((line) => `- ${line}`),
    ...(untold > 0 ? [`- ${words.message.andMore(spellCount(untold, words))}`] : []),
  ];
}

/** The highest use of each quota. */
export function renderPeaks({ peaks, until }: Digest, words: Words): string[] {
  return peaks.map(
    ({ percent, at, subject }) => `${spellPercent(percent, words)} ${subject}, ${toSpokenTime(toMinute(at), until)}`,
  );
}

/** What a standing finding says, and the quotas that were called. */
export function renderStanding({ context, finding }: DescribedFinding): string[] {
  const isCalled = finding.severity === 'critical' || (finding.kind === 'belowDefault' && finding.severity !== 'ok');
  return [context.summary, ...(isCalled ? context.details.map(([label, text]) => `  ${label}  ${text}`) : [])];
}

/** `L-F4DDD3EB Claude Sonnet 4.5 V1, cross-Region, tokens/min` */
function nameQuota(quota: MappedQuota, words: Words): string {
  return `${quota.quotaCode} ${spellQuotaSubject(quota, words)}, ${spellDimension(quota.dimension, words)}`;
}

function renderOpenRequest({ quota, request }: OpenRequest, words: Words): string {
  const { desiredValue, createdAt, caseId } = request;
  const change = `${spellCount(quota.appliedValue, words)} → ${spellCount(desiredValue, words)}`;
  return `${nameQuota(quota, words)}: ${change}, ${words.digest.request(createdAt?.slice(0, 10) ?? null, caseId)}`;
}

function renderEndedRequest({ quota, request, status }: EndedRequest, words: Words): string {
  const before = spellCount(request.appliedValue, words);
  const after = spellCount(quota.appliedValue, words);
  const applied = before === after ? words.digest.still(after) : words.digest.became(before, after);
  return `${nameQuota(quota, words)}: ${words.digest.ended(spellCount(request.desiredValue, words), applied, status)}`;
}

/** What a request's line begins with. */
type RequestPrefix = (one: OpenRequest | EndedRequest) => string;

/** Open requests, and those of the period that are open no more. @param prefixOf says whose they are, of many targets. */
export function toRequestLists(
  { open, ended, known }: DigestRequests,
  words: Words,
  prefixOf: RequestPrefix = () => '',
): List[] {
  const { digest: told } = words;
  const title = known.kind === 'stale' ? told.requestsAt(toSpokenTime(known.readAt, 0)) : told.requests;
  const lines = open.map((one) => `${prefixOf(one)}${renderOpenRequest(one, words)}`);
  const endedLines = ended.map((one) => `${prefixOf(one)}${renderEndedRequest(one, words)}`);
  const isUnread = known.kind === 'unread';
  return [
    {
      title: isUnread && open.length > 0 ? told.requestsInPart : title,
      lines,
      none: isUnread ? told.unread : told.noRequest,
    },
    ...(ended.length > 0 ? [{ title: told.endedRequests, lines: endedLines, none: told.noRequest }] : []),
  ];
}

/** The calls that were refused, by model. */
export function renderThrottles({ throttles }: Digest, words: Words): string[] {
  return throttles.map(({ count, subject }) => `${spellCount(count, words)} ${subject}`);
}
