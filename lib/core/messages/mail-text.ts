import type { AlertEvent } from '../alerts/lifecycle';
import { toMinute } from '../vocabulary/time';
import { spellCount } from '../vocabulary/wording';
import type { Words } from '../words/words';
import {
  isOfOneTarget,
  type MessageOrigin,
  type MessagePlaces,
  type MessageSection,
  originOf,
  quotaPageOf,
  renderFull,
  renderLines,
  renderOrigins,
  renderTitle,
  renderTitleWithPlace,
  runbookSectionOf,
  spellWhere,
  toSections,
} from './incident';
import { bytesOf } from './message-size';

/** SNS refuses longer subjects. */
export const SUBJECT_CHARACTERS = 100;

/** The text of a mail in UTF-8: far more than any reader takes. */
export const MAXIMUM_TEXT_BYTES = 16 * 1024;

/** Incidents told in one line each after the full ones. */
const SHORT_SECTIONS = 10;

/** Of a place in a subject: the rest of its account's name gives way, the Region does not. */
const PLACE_CHARACTERS = 40;

function cutPlace(where: string): string {
  if (where.length <= PLACE_CHARACTERS) return where;
  const end = where.slice(where.lastIndexOf(' '));
  return `${where.slice(0, PLACE_CHARACTERS - end.length - 3)}...${end}`;
}

/** The subject of a message: at most 100 printable ASCII characters, the worst incident first, the others counted. */
export function renderSubject(events: readonly AlertEvent[], region: string, words: Words): string {
  const sections = toSections(events);
  const [first] = sections;
  if (!first) throw new RangeError('a subject needs at least one event');
  const where = cutPlace(toAscii(spellWhere(first, words) ?? region));
  const tail = `, ${where}${sections.length > 1 ? ` ${words.message.more(sections.length - 1)}` : ''}`;
  const title = toAscii(renderTitle(first.lead, words));
  const room = SUBJECT_CHARACTERS - tail.length;
  return `${title.length > room ? `${title.slice(0, room - 3)}...` : title}${tail}`;
}

/** Characters SNS takes in a subject: letters lose their accents, anything else becomes `?`. */
export function toAscii(text: string): string {
  return text
    .replace(/→/g, '->')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\x20-\x7e]/g, '?');
}

/** A subject as SNS takes it: up to 100 printable ASCII characters, of which the first is no space; never empty. */
export function toSubject(text: string): string {
  return toAscii(text).trim().slice(0, SUBJECT_CHARACTERS) || '?';
}

/** How many incidents of a message are told, and how. */
interface Extent {
  readonly full: number;
  readonly short: number;
}

/** What is tried in turn until a text is short enough: the last is a count alone. */
const EXTENTS: readonly Extent[] = [
  ...[3, 2, 1, 0].map((full) => ({ full, short: SHORT_SECTIONS })),
  ...[5, 0].map((short) => ({ full: 0, short })),
];

/** The text of a message: the first incidents in full, the next in a line each, links last; whole incidents until it is too long. */
export function renderMessageText(
  events: readonly AlertEvent[],
  origin: MessageOrigin,
  places: MessagePlaces,
  words: Words,
): string {
  const sections = toSections(events);
  const texts = EXTENTS.map((extent) => () => renderExtent(events, sections, extent, { origin, places, words }));
  const fitting = texts.find((render) => bytesOf(render()) <= MAXIMUM_TEXT_BYTES) ?? texts.at(-1);
  return fitting?.() ?? '';
}

function renderExtent(
  events: readonly AlertEvent[],
  sections: readonly MessageSection[],
  { full, short }: Extent,
  { origin, places, words }: { readonly origin: MessageOrigin; readonly places: MessagePlaces; readonly words: Words },
): string {
  const telling = { now: toMinute(origin.at), words, namesTargets: !isOfOneTarget(events, origin) };
  const inFull = sections
    .slice(0, full)
    .flatMap((section, index) => [...(index > 0 ? ['', '---', ''] : []), ...renderFull(section, telling)]);
  const inShort = sections
    .slice(full, full + short)
    .map(
      (section) =>
        `- ${telling.namesTargets ? renderTitleWithPlace(section, words) : renderTitle(section.lead, words)}`,
    );
  const omitted = sections.length - full - short;
  const first = sections[0]?.lead;
  const finding = first?.finding;
  // Of several targets each incident leads to its own.
  const isPageTold = telling.namesTargets && first?.place !== undefined && full > 0;
  const { region } = first ? originOf(first, origin) : origin;
  return [
    ...inFull,
    ...(inShort.length > 0 ? ['', words.labels.Also, ...inShort] : []),
    ...(omitted > 0 ? [`- ${words.message.andMore(spellCount(omitted, words))}`] : []),
    '',
    ...renderLines([
      ...(places.dashboard ? [[words.message.dashboard, places.dashboard] as const] : []),
      ...(isPageTold ? [] : [[words.message.quotaPage, quotaPageOf(region, finding?.quotaCode ?? null)] as const]),
      ...(finding ? [[words.message.runbook, runbookSectionOf(finding, places)] as const] : []),
    ]),
    renderOrigins(events, origin, words),
    '',
  ].join('\n');
}
