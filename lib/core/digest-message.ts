import type { AlertEvent } from './alert-lifecycle';
import type { Digest } from './digest';
import type { DescribedFinding } from './finding';
import { type AlertMessage, packMessage } from './message';
import { type MessageOrigin, quotaPageOf } from './message-links';
import { renderLines, renderTitle, SUBJECT_CHARACTERS, toAscii } from './message-text';
import { PRICE_DATE, PRICE_REGION } from './prices';
import { toIso, toMinute, toSpokenTime } from './time';
import { spellCount, spellPercent, spellQuantity } from './wording';

/** Lines of one list; the rest is counted. */
const LINES_PER_LIST = 10;

function totalThrottles({ throttles }: Digest): number {
  return throttles.reduce((sum, { count }) => sum + count, 0);
}

/** `DIGEST 2 open, highest use 97%, 41 calls throttled, us-east-1` */
function renderDigestSubject(digest: Digest, region: string): string {
  const [peak] = digest.peaks;
  const throttles = totalThrottles(digest);
  const parts = [
    digest.open.length === 0 ? 'nothing open' : `${spellCount(digest.open.length)} open`,
    ...(peak ? [`highest use ${spellPercent(peak.percent)}`] : []),
    ...(throttles > 0 ? [`${spellQuantity(throttles, 'call')} throttled`] : []),
    region,
  ];
  return toAscii(`DIGEST ${parts.join(', ')}`).slice(0, SUBJECT_CHARACTERS);
}

function renderList(title: string, lines: readonly string[], none: string): string[] {
  const untold = lines.length - LINES_PER_LIST;
  const told = lines.length === 0 ? [none] : lines.slice(0, LINES_PER_LIST);
  return ['', title, ...told.map((line) => `- ${line}`), ...(untold > 0 ? [`- and ${untold} more`] : [])];
}

function renderPeaks({ peaks, until }: Digest): string[] {
  return peaks.map(
    ({ percent, at, subject }) => `${spellPercent(percent)} ${subject}, ${toSpokenTime(toMinute(at), until)}`,
  );
}

/** What a standing finding says, and the quotas that were called. */
function renderStanding({ context, finding }: DescribedFinding): string[] {
  const isCalled = finding.severity === 'critical' || (finding.kind === 'belowDefault' && finding.severity !== 'ok');
  return [context.summary, ...(isCalled ? context.details.map(([label, text]) => `  ${label}  ${text}`) : [])];
}

function renderOwnCalls({ ownCalls: { count, dollars } }: Digest): string {
  const sum = dollars > 0 && dollars < 0.01 ? 'less than $0.01' : `about $${dollars.toFixed(2)}`;
  return `${spellQuantity(count, 'AWS call')}, ${sum} before free tiers (an estimate by list prices of ${PRICE_REGION}, ${PRICE_DATE}; without Lambda, logs, alarms, metrics and storage)`;
}

function toEvents({ open, passed, until }: Digest): AlertEvent[] {
  return [...open, ...passed].map((one) => ({ event: 'digest', ...one, since: toIso(until) }));
}

function renderDigestText(digest: Digest, origin: MessageOrigin, dashboard: string | null): string {
  const { from, until, isFirst, throttles, standing, changes, open } = digest;
  const titles = open.map((one) => renderTitle({ event: 'opened', ...one, since: origin.at }));
  const period = isFirst
    ? 'The first digest: the record begins now, the next one tells of what happened since'
    : `${toSpokenTime(from, until)} to ${toSpokenTime(until, 0)}`;
  return [
    `DIGEST ${period}`,
    ...renderList('Open now', titles, 'nothing'),
    ...renderList('Highest use', renderPeaks(digest), 'no use was seen'),
    ...renderList(
      'Throttled calls',
      throttles.map(({ count, subject }) => `${spellCount(count)} ${subject}`),
      'none',
    ),
    ...renderList('Zero and lowered quotas', standing.flatMap(renderStanding), 'none'),
    ...renderList('Changed quotas', changes, 'none'),
    '',
    ...renderLines([['Watchdog', renderOwnCalls(digest)]]),
    '',
    `Account ${origin.accountId ?? 'unknown'}, ${origin.region}, ${origin.at}`,
    ...(dashboard ? [`Dashboard  ${dashboard}`] : []),
    `Quotas     ${quotaPageOf(origin.region, null)}`,
    '',
  ].join('\n');
}

/** The message of a digest. Its findings are what is not ok now, and what was not at its peak. */
export function toDigestMessage(digest: Digest, origin: MessageOrigin, dashboard: string | null): AlertMessage {
  const subject = renderDigestSubject(digest, origin.region);
  const text = renderDigestText(digest, origin, dashboard);
  const message = packMessage({ subject, text, events: toEvents(digest) }, origin, dashboard);
  return { ...message, attributes: { ...message.attributes, events: ['digest'] } };
}
