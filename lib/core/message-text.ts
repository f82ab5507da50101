import type { AlertEvent, AlertEventKind } from './alert-lifecycle';
import type { Provenance, Remedy } from './finding';
import { type MessageOrigin, quotaPageOf, runbookSectionOf } from './message-links';
import {
  linesOf,
  type MessageSection,
  provenancesOf,
  remediesOf,
  sinceOf,
  summaryOf,
  toSections,
} from './message-section';
import { toMinute, toSpokenTime } from './time';
import type { EpochMinute } from './usage';
import { spellDimension, spellPercent } from './wording';

/** SNS refuses longer subjects. */
export const SUBJECT_CHARACTERS = 100;

/** Incidents told in full in one message; the others get a line each. */
const FULL_SECTIONS = 3;

/** Incidents told in one line each after the full ones. */
const SHORT_SECTIONS = 10;

/** What is to be done about one incident; more is not read at night. */
const MOST_REMEDIES = 6;

const EVENT_WORDS: Record<AlertEventKind, string> = {
  opened: '',
  escalated: 'now ',
  reminder: 'still ',
  recovered: 'RECOVERED',
  digest: 'DIGEST',
};

/** `CRITICAL`, `still WARNING`, `RECOVERED`. */
function spellState({ event, finding }: AlertEvent): string {
  if (event === 'recovered' || event === 'digest') return EVENT_WORDS[event];
  // Told at any severity: "OK" would hide that something is otherwise than before.
  if (finding.kind === 'quotaChanged' && finding.severity === 'ok') return 'CHANGED';
  return `${EVENT_WORDS[event]}${finding.severity.toUpperCase()}`;
}

/** The number that says how bad it is, for titles. */
function spellMeasure({ event, finding }: AlertEvent): string {
  switch (finding.kind) {
    case 'throttled':
      return event === 'recovered' ? 'throttling: ' : `${finding.usage?.value ?? 0} throttled: `;
    case 'utilization':
    case 'dailyPool':
      return `${finding.utilizationPercent === null ? 'quota is 0' : spellPercent(finding.utilizationPercent)}${finding.dimension ? ` ${spellDimension(finding.dimension)}` : ''}: `;
    default:
      return '';
  }
}

/** `CRITICAL 97% tokens/min: Claude Sonnet 4.5 V1, cross-Region` */
export function renderTitle(alert: AlertEvent): string {
  return `${spellState(alert)} ${spellMeasure(alert)}${alert.context.subject}`;
}

/** The subject of a message: at most 100 printable ASCII characters, the worst incident first, the others counted. */
export function renderSubject(events: readonly AlertEvent[], region: string): string {
  const sections = toSections(events);
  const [first] = sections;
  if (!first) throw new RangeError('a subject needs at least one event');
  const tail = `, ${region}${sections.length > 1 ? ` (+${sections.length - 1} more)` : ''}`;
  const title = toAscii(renderTitle(first.lead));
  const room = SUBJECT_CHARACTERS - tail.length;
  return `${title.length > room ? `${title.slice(0, room - 3)}...` : title}${tail}`;
}

/** Characters SNS takes in a subject; anything else becomes `?`. */
export function toAscii(text: string): string {
  return text.replace(/→/g, '->').replace(/[^\x20-\x7e]/g, '?');
}

/** Labels in one column, texts in the next. */
export function renderLines(lines: readonly (readonly [label: string, text: string])[]): string[] {
  const width = Math.max(...lines.map(([label]) => label.length), 7) + 2;
  return lines.map(([label, text]) => `${label.padEnd(width)}${text}`);
}

function renderRemedies(remedies: readonly Remedy[]): string[] {
  if (remedies.length === 0) return [];
  const lines = remedies
    .slice(0, MOST_REMEDIES)
    .flatMap((remedy, index) => [`${index + 1} ${remedy.title}`, ...(remedy.command ? [`  ${remedy.command}`] : [])]);
  return ['', 'Do now', ...lines];
}

const PROVENANCE_WORDS: Readonly<Record<Provenance, string>> = {
  native: 'Native metric, points 1-2 minutes late.',
  reconstructed: 'Reconstructed from token counts and the burndown rate, points 1-2 minutes late.',
  mixed: 'Native metric and reconstructed token counts, points 1-2 minutes late.',
  lowerBound: 'A lower bound: a part could not be read, or its burndown rate is unknown.',
  estimate: 'An estimate: AWS does not document how and when daily quotas are charged and reset.',
};

/** Since when, unless it begins with this very evaluation. */
function spellSince(section: MessageSection, now: EpochMinute): string | null {
  const since = sinceOf(section);
  return section.lead.event === 'opened' && since === now ? null : toSpokenTime(since, now);
}

function renderFull(section: MessageSection, now: number): string[] {
  const { lead } = section;
  const lines = linesOf(section, spellSince(section, now));
  const provenances = provenancesOf(section).map((provenance) => PROVENANCE_WORDS[provenance]);
  return [
    renderTitle(lead),
    '',
    summaryOf(section),
    ...(lines.length > 0 ? ['', ...renderLines(lines)] : []),
    ...(lead.event === 'recovered' ? [] : renderRemedies(remediesOf(section))),
    ...(provenances.length > 0 ? ['', ...provenances] : []),
  ];
}

/** The text of a message: the first incidents in full, the next in a line each, links last. */
export function renderMessageText(
  events: readonly AlertEvent[],
  origin: MessageOrigin,
  dashboard: string | null,
): string {
  const now = toMinute(origin.at);
  const sections = toSections(events);
  const full = sections
    .slice(0, FULL_SECTIONS)
    .flatMap((section, index) => [...(index > 0 ? ['', '---', ''] : []), ...renderFull(section, now)]);
  const short = sections
    .slice(FULL_SECTIONS, FULL_SECTIONS + SHORT_SECTIONS)
    .map(({ lead }) => `- ${renderTitle(lead)}`);
  const omitted = sections.length - FULL_SECTIONS - SHORT_SECTIONS;
  const finding = sections[0]?.lead.finding;
  return [
    ...full,
    ...(short.length > 0 ? ['', 'Also', ...short] : []),
    ...(omitted > 0 ? [`- and ${omitted} more`] : []),
    '',
    ...(dashboard ? [`Dashboard   ${dashboard}`] : []),
    `Quota page  ${quotaPageOf(origin.region, finding?.quotaCode ?? null)}`,
    ...(finding ? [`Runbook     ${runbookSectionOf(finding)}`] : []),
    `Account ${origin.accountId ?? 'unknown'}, ${origin.region}, ${origin.at}`,
    '',
  ].join('\n');
}
