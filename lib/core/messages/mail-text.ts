import type { AlertEvent } from '../alerts/lifecycle';
import type { Remedy } from '../vocabulary/finding';
import { type Place, spellPlace, spellPlaceShortly } from '../vocabulary/place';
import { type EpochMinute, toMinute, toSpokenTime } from '../vocabulary/time';
import { lookUp, spellCount, spellDimension, spellPercent } from '../vocabulary/wording';
import type { Words } from '../words/words';
import { type MessageOrigin, type MessagePlaces, originOf, quotaPageOf, runbookSectionOf } from './links';
import { bytesOf } from './message-size';
import { linesOf, type MessageSection, provenancesOf, remediesOf, sinceOf, summaryOf, toSections } from './section';

/** SNS refuses longer subjects. */
export const SUBJECT_CHARACTERS = 100;

/** The text of a mail in UTF-8: far more than any reader takes. */
export const MAXIMUM_TEXT_BYTES = 16 * 1024;

/** Incidents told in one line each after the full ones. */
const SHORT_SECTIONS = 10;

/** What is to be done about one incident; more is not read at night. */
const MOST_REMEDIES = 6;

/** `CRITICAL`, `still WARNING`, `RECOVERED`. */
function spellState({ event, finding }: AlertEvent, { states, severities }: Words): string {
  if (event === 'recovered' || event === 'digest') return states[event];
  // Told at any severity: "OK" would hide that something is otherwise than before.
  if (finding.kind === 'quotaChanged' && finding.severity === 'ok') return states.changed;
  const severity = severities[finding.severity];
  return event === 'opened' ? severity : states[event](severity);
}

/** The number that says how bad it is, for titles. */
function spellMeasure({ event, finding }: AlertEvent, words: Words): string {
  const { utilizationPercent, dimension } = finding;
  const percent = utilizationPercent === null ? null : spellPercent(utilizationPercent, words);
  const measured = dimension ? ` ${spellDimension(dimension, words)}` : '';
  switch (finding.kind) {
    case 'throttled':
      if (event === 'recovered') return `${words.message.throttling}: `;
      return `${percent === null ? '' : `${percent}${measured}, `}${words.message.throttled(spellCount(finding.usage?.value ?? 0, words))}: `;
    case 'utilization':
    case 'dailyPool':
      return `${percent ?? words.quota.isZero}${measured}: `;
    default:
      return '';
  }
}

/** `CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region` */
export function renderTitle(alert: AlertEvent, words: Words): string {
  return `${spellState(alert, words)} ${spellMeasure(alert, words)}${alert.context.subject}`;
}

/** Of a place in a subject. */
const PLACE_CHARACTERS = 40;

/** Targets that are named of one incident; the others are counted. */
const NAMED_PLACES = 10;

/** Where an incident is, in a title; `null`: where the watchdog itself is. */
function spellWhere({ places }: MessageSection, { message }: Words): string | null {
  const [place] = places;
  if (!place) return null;
  return places.length === 1 ? spellPlaceShortly(place) : message.inTargets(places.length);
}

/** The targets of an incident, and how many more. */
function spellPlaces(places: readonly Place[], words: Words): string[] {
  const named = places.slice(0, NAMED_PLACES).map(spellPlace);
  const more = places.length - named.length;
  return more > 0 ? [...named, words.message.andMore(spellCount(more, words))] : named;
}

/** The subject of a message: at most 100 printable ASCII characters, the worst incident first, the others counted. */
export function renderSubject(events: readonly AlertEvent[], region: string, words: Words): string {
  const sections = toSections(events);
  const [first] = sections;
  if (!first) throw new RangeError('a subject needs at least one event');
  const where = toAscii(spellWhere(first, words) ?? region);
  const tail = `, ${where.slice(0, PLACE_CHARACTERS)}${sections.length > 1 ? ` ${words.message.more(sections.length - 1)}` : ''}`;
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

/** `CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region, prod us-east-1` */
function renderTitleWithPlace(section: MessageSection, words: Words): string {
  const where = spellWhere(section, words);
  return where === null ? renderTitle(section.lead, words) : `${renderTitle(section.lead, words)}, ${where}`;
}

/** Labels in one column, texts in the next. */
export function renderLines(lines: readonly (readonly [label: string, text: string])[]): string[] {
  const width = Math.max(...lines.map(([label]) => label.length), 7) + 2;
  return lines.map(([label, text]) => `${label.padEnd(width)}${text}`);
}

function renderRemedies(remedies: readonly Remedy[], { message }: Words): string[] {
  if (remedies.length === 0) return [];
  const lines = remedies
    .slice(0, MOST_REMEDIES)
    .flatMap((remedy, index) => [`${index + 1} ${remedy.title}`, ...(remedy.command ? [`  ${remedy.command}`] : [])]);
  return ['', message.doNow, ...lines];
}

/** Since when, unless it begins with this very evaluation. */
function spellSince(section: MessageSection, now: EpochMinute): string | null {
  const since = sinceOf(section);
  return section.lead.event === 'opened' && since === now ? null : toSpokenTime(since, now);
}

function renderFull(section: MessageSection, now: EpochMinute, words: Words): string[] {
  const { lead } = section;
  const lines = linesOf(section, { since: spellSince(section, now), words }).map(
    ([label, text]) => [lookUp(words.labels, label), text] as const,
  );
  const provenances = provenancesOf(section).map((provenance) => words.message.provenance[provenance]);
  const [place] = section.places;
  return [
    renderTitleWithPlace(section, words),
    '',
    ...spellPlaces(section.places, words),
    // What is told in full is told of one of them: elsewhere the numbers may be others.
    ...(section.places.length > 1 && place ? ['', words.message.asIn(spellPlace(place))] : []),
    ...(place ? [''] : []),
    summaryOf(section, words),
    ...(lines.length > 0 ? ['', ...renderLines(lines)] : []),
    ...(lead.event === 'recovered' ? [] : renderRemedies(remediesOf(section), words)),
    ...(provenances.length > 0 ? ['', ...provenances] : []),
  ];
}

/** Whose account, where and when. */
export function renderOrigin({ accountId, region, at }: MessageOrigin, { message }: Words): string {
  return `${message.account} ${accountId ?? message.unknownAccount}, ${region}, ${at}`;
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
  const texts = EXTENTS.map((extent) => () => renderExtent(sections, extent, { origin, places, words }));
  const fitting = texts.find((render) => bytesOf(render()) <= MAXIMUM_TEXT_BYTES) ?? texts.at(-1);
  return fitting?.() ?? '';
}

function renderExtent(
  sections: readonly MessageSection[],
  { full, short }: Extent,
  { origin, places, words }: { readonly origin: MessageOrigin; readonly places: MessagePlaces; readonly words: Words },
): string {
  const now = toMinute(origin.at);
  const inFull = sections
    .slice(0, full)
    .flatMap((section, index) => [...(index > 0 ? ['', '---', ''] : []), ...renderFull(section, now, words)]);
  const inShort = sections.slice(full, full + short).map((section) => `- ${renderTitleWithPlace(section, words)}`);
  const omitted = sections.length - full - short;
  const first = sections[0]?.lead;
  const finding = first?.finding;
  const { region } = first ? originOf(first, origin) : origin;
  return [
    ...inFull,
    ...(inShort.length > 0 ? ['', words.labels.Also, ...inShort] : []),
    ...(omitted > 0 ? [`- ${words.message.andMore(spellCount(omitted, words))}`] : []),
    '',
    ...renderLines([
      ...(places.dashboard ? [[words.message.dashboard, places.dashboard] as const] : []),
      [words.message.quotaPage, quotaPageOf(region, finding?.quotaCode ?? null)],
      ...(finding ? [[words.message.runbook, runbookSectionOf(finding, places)] as const] : []),
    ]),
    renderOrigin(origin, words),
    '',
  ].join('\n');
}
