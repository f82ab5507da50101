import { type Digest, PRICE_DATE, PRICE_REGION } from '../alerts/digest';
import type { AlertEvent } from '../alerts/lifecycle';
import { toIso, toSpokenTime } from '../vocabulary/time';
import { spellCount, spellPercent, spellQuantity } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { type List, renderList, renderPeaks, renderStanding, renderThrottles, toRequestLists } from './digest-lists';
import {
  type MessageOrigin,
  type MessagePlaces,
  quotaPageOf,
  renderLines,
  renderOrigin,
  renderTitle,
} from './incident';
import { type AlertMessage, packMessage } from './mail';
import { SUBJECT_CHARACTERS, toAscii } from './mail-text';

function totalThrottles({ throttles }: Digest): number {
  return throttles.reduce((sum, { count }) => sum + count, 0);
}

/** `2 open, highest use 97%, 41 calls throttled` */
export function spellFigures(digest: Digest, words: Words): string {
  const { digest: told, nouns } = words;
  const [peak] = digest.peaks;
  const throttles = totalThrottles(digest);
  return [
    digest.open.length === 0 ? told.nothingOpen : told.open(spellCount(digest.open.length, words)),
    ...(peak ? [told.highestUse(spellPercent(peak.percent, words))] : []),
    ...(throttles > 0 ? [told.throttled(spellQuantity(throttles, nouns.call, words))] : []),
  ].join(', ');
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

/** What is open as events, and what passed. */
export function toEvents({ open, passed, until }: Digest): AlertEvent[] {
  return [...open, ...passed].map((one) => ({ event: 'digest', ...one, since: toIso(until) }));
}

/** A digest as it is told, of one target or of many. */
export interface DigestTelling {
  /** Of all targets, for totals. */
  readonly digest: Digest;
  readonly lists: readonly List[];
  readonly events: readonly AlertEvent[];
  /** Where each target is; of one, its own. */
  readonly origins: readonly MessageOrigin[];
  /** What the subject ends with. */
  readonly where: string;
  /** Whose account, where and when: the last line. */
  readonly footer: string;
}

function renderDigestText(
  { digest, lists, origins, footer }: DigestTelling,
  { places, words }: { readonly places: MessagePlaces; readonly words: Words },
): string {
  const { digest: told, states, labels, message } = words;
  const { from, until, isFirst } = digest;
  const period = isFirst ? told.first : told.period(toSpokenTime(from, until), toSpokenTime(until, 0));
  const [only, ...others] = origins;
  return [
    `${states.digest} ${period}`,
    ...lists.flatMap((list) => renderList(list, words)),
    '',
    ...renderLines([[labels.Watchdog, renderOwnCalls(digest, words)]]),
    '',
    ...renderLines([
      ...(places.dashboard ? [[message.dashboard, places.dashboard] as const] : []),
      ...(only && others.length === 0 ? [[message.quotaPage, quotaPageOf(only.region, null)] as const] : []),
    ]),
    footer,
    '',
  ].join('\n');
}

/** The message of a digest that is put into lists. Its findings are what is not ok now, and what was not at its peak. */
export function packDigest(
  telling: DigestTelling,
  origin: MessageOrigin,
  places: MessagePlaces,
  words: Words,
): AlertMessage {
  const { digest, events, origins, where } = telling;
  const figures = toAscii(`${words.states.digest} ${spellFigures(digest, words)}`);
  const tail = `, ${toAscii(where)}`;
  const subject = `${figures.slice(0, SUBJECT_CHARACTERS - tail.length)}${tail}`;
  const text = renderDigestText(telling, { places, words });
  const message = packMessage({ subject, text, events, origins }, origin, places);
  return { ...message, attributes: { ...message.attributes, events: ['digest'] } };
}

/** What a digest of one target tells. */
export function toLists(digest: Digest, { at }: MessageOrigin, words: Words): List[] {
  const { digest: told } = words;
  const titles = digest.open.map((one) => renderTitle({ event: 'opened', ...one, since: at }, words));
  return [
    { title: told.openNow, lines: titles, none: told.nothing },
    { title: told.peaks, lines: renderPeaks(digest, words), none: told.noUse },
    { title: told.throttledCalls, lines: renderThrottles(digest, words), none: told.none },
    { title: told.standing, lines: digest.standing.flatMap(renderStanding), none: told.none },
    ...toRequestLists(digest.requests, words),
    { title: told.changes, lines: digest.changes, none: told.none },
  ];
}

/** The message of a digest of one target. */
export function toDigestMessage(
  digest: Digest,
  origin: MessageOrigin,
  places: MessagePlaces,
  words: Words,
): AlertMessage {
  const lists = toLists(digest, origin, words);
  const events = toEvents(digest);
  const footer = renderOrigin(origin, words);
  return packDigest({ digest, lists, events, origins: [origin], where: origin.region, footer }, origin, places, words);
}
