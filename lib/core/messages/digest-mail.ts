import type { Digest, DigestRequests, EndedRequest, OpenRequest } from '../alerts/digest';
import { PRICE_DATE, PRICE_REGION } from '../alerts/digest';
import type { AlertEvent } from '../alerts/lifecycle';
import type { DescribedFinding } from '../vocabulary/finding';
import type { MappedQuota } from '../vocabulary/quota';
import { toIso, toMinute, toSpokenTime } from '../vocabulary/time';
import { spellCount, spellDimension, spellPercent, spellQuantity, spellQuotaSubject } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { type MessageOrigin, type MessagePlaces, quotaPageOf } from './links';
import { type AlertMessage, packMessage } from './mail';
import { SUBJECT_CHARACTERS, toAscii } from './mail-text';
import { renderLines } from './section-text';
import { renderTitle } from './title';
import { renderOrigin } from './where';

/** Lines of one list; the rest is counted. */
const LINES_PER_LIST = 10;

function totalThrottles({ throttles }: Digest): number {
  return throttles.reduce((sum, { count }) => sum + count, 0);
}

/** `DIGEST 2 open, highest use 97%, 41 calls throttled, us-east-1` */
function renderDigestSubject(digest: Digest, region: string, words: Words): string {
  const { digest: told, states, nouns } = words;
  const [peak] = digest.peaks;
  const throttles = totalThrottles(digest);
  const parts = [
    digest.open.length === 0 ? told.nothingOpen : told.open(spellCount(digest.open.length, words)),
    ...(peak ? [told.highestUse(spellPercent(peak.percent, words))] : []),
    ...(throttles > 0 ? [told.throttled(spellQuantity(throttles, nouns.call, words))] : []),
    region,
  ];
  return toAscii(`${states.digest} ${parts.join(', ')}`).slice(0, SUBJECT_CHARACTERS);
}

/** What a list holds, and what stands in it when it holds nothing. */
interface List {
  readonly title: string;
  readonly lines: readonly string[];
  readonly none: string;
}

function renderList({ title, lines, none }: List, words: Words): string[] {
  const untold = lines.length - LINES_PER_LIST;
  const told = lines.length === 0 ? [none] : lines.slice(0, LINES_PER_LIST);
  return [
    '',
    title,
    ...told.map((line) => `- ${line}`),
    ...(untold > 0 ? [`- ${words.message.andMore(spellCount(untold, words))}`] : []),
  ];
}

function renderPeaks({ peaks, until }: Digest, words: Words): string[] {
  return peaks.map(
    ({ percent, at, subject }) => `${spellPercent(percent, words)} ${subject}, ${toSpokenTime(toMinute(at), until)}`,
  );
}

/** What a standing finding says, and the quotas that were called. */
function renderStanding({ context, finding }: DescribedFinding): string[] {
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

function toRequestLists({ open, ended, known }: DigestRequests, words: Words): List[] {
  const { digest: told } = words;
  const title = known.kind === 'stale' ? told.requestsAt(toSpokenTime(known.readAt, 0)) : told.requests;
  const lines = open.map((one) => renderOpenRequest(one, words));
  const isUnread = known.kind === 'unread';
  return [
    {
      title: isUnread && open.length > 0 ? told.requestsInPart : title,
      lines,
      none: isUnread ? told.unread : told.noRequest,
    },
    ...(ended.length > 0
      ? [{ title: told.endedRequests, lines: ended.map((one) => renderEndedRequest(one, words)), none: told.noRequest }]
      : []),
  ];
}

/** `1.25`, to the cent. */
function spellCents(dollars: number, { locale }: Words): string {
  return dollars.toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2, useGrouping: false });
}

function renderOwnCalls({ ownCalls: { count, dollars } }: Digest, words: Words): string {
  const { lessThanACent, about, ownCalls } = words.digest;
  const sum = dollars > 0 && dollars < 0.01 ? lessThanACent : about(spellCents(dollars, words));
  return ownCalls(spellQuantity(count, words.nouns.awsCall, words), sum, PRICE_REGION, PRICE_DATE);
}

function toEvents({ open, passed, until }: Digest): AlertEvent[] {
  return [...open, ...passed].map((one) => ({ event: 'digest', ...one, since: toIso(until) }));
}

function renderDigestText(
  digest: Digest,
  origin: MessageOrigin,
  { places, words }: { readonly places: MessagePlaces; readonly words: Words },
): string {
  const { digest: told, states, labels, message } = words;
  const { from, until, isFirst, throttles, standing, changes, open } = digest;
  const titles = open.map((one) => renderTitle({ event: 'opened', ...one, since: origin.at }, words));
  const period = isFirst ? told.first : told.period(toSpokenTime(from, until), toSpokenTime(until, 0));
  const lists: List[] = [
    { title: told.openNow, lines: titles, none: told.nothing },
    { title: told.peaks, lines: renderPeaks(digest, words), none: told.noUse },
    {
      title: told.throttledCalls,
      lines: throttles.map(({ count, subject }) => `${spellCount(count, words)} ${subject}`),
      none: told.none,
    },
    { title: told.standing, lines: standing.flatMap(renderStanding), none: told.none },
    ...toRequestLists(digest.requests, words),
    { title: told.changes, lines: changes, none: told.none },
  ];
  return [
    `${states.digest} ${period}`,
    ...lists.flatMap((list) => renderList(list, words)),
    '',
    ...renderLines([[labels.Watchdog, renderOwnCalls(digest, words)]]),
    '',
    ...renderLines([
      ...(places.dashboard ? [[message.dashboard, places.dashboard] as const] : []),
      [message.quotaPage, quotaPageOf(origin.region, null)],
    ]),
    renderOrigin(origin, words),
    '',
  ].join('\n');
}

/** The message of a digest. Its findings are what is not ok now, and what was not at its peak. */
export function toDigestMessage(
  digest: Digest,
  origin: MessageOrigin,
  places: MessagePlaces,
  words: Words,
): AlertMessage {
  const subject = renderDigestSubject(digest, origin.region, words);
  const text = renderDigestText(digest, origin, { places, words });
  const message = packMessage({ subject, text, events: toEvents(digest) }, origin, places);
  return { ...message, attributes: { ...message.attributes, events: ['digest'] } };
}
