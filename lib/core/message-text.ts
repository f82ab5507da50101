import type { AlertEvent, AlertEventKind } from './alert-lifecycle';
import type { Finding } from './finding';
import { type MessageOrigin, quotaPageOf, runbookSectionOf } from './message-links';
import { toMinute, toSpokenTime } from './time';
import { spellDimension, spellPercent } from './wording';

/** SNS refuses longer subjects. */
export const SUBJECT_CHARACTERS = 100;

/** Findings told in full in one message; the others get a line each. */
const FULL_FINDINGS = 3;

/** Findings told in one line each after the full ones. */
const SHORT_FINDINGS = 10;

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

/** The subject of a message: at most 100 printable ASCII characters, the worst finding first, the others counted. */
export function renderSubject(events: readonly AlertEvent[], region: string): string {
  const [first] = events;
  if (!first) throw new RangeError('a subject needs at least one event');
  const tail = `, ${region}${events.length > 1 ? ` (+${events.length - 1} more)` : ''}`;
  const title = toAscii(renderTitle(first));
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

function renderRemedies(finding: Finding): string[] {
  if (finding.remedies.length === 0) return [];
  const lines = finding.remedies
    .slice(0, 6)
    .flatMap((remedy, index) => [`${index + 1} ${remedy.title}`, ...(remedy.command ? [`  ${remedy.command}`] : [])]);
  return ['', 'Do now', ...lines];
}

function renderFull(alert: AlertEvent, now: number): string[] {
  const { finding, context } = alert;
  const since = [['Since', toSpokenTime(toMinute(alert.since), now)]] as const;
  const numbers = finding.usage ? [['Numbers', PROVENANCE_WORDS[finding.usage.provenance]] as const] : [];
  const isJustOpened = alert.event === 'opened' && toMinute(alert.since) === now;
  const lines = [...(isJustOpened ? [] : since), ...context.details, ...numbers];
  return [
    renderTitle(alert),
    '',
    context.summary,
    '',
    ...renderLines(lines),
    ...(alert.event === 'recovered' ? [] : renderRemedies(finding)),
  ];
}

const PROVENANCE_WORDS = {
  native: 'native metric, points 1-2 minutes late',
  reconstructed: 'reconstructed from token counts and the burndown rate, points 1-2 minutes late',
  mixed: 'native metric and reconstructed token counts, points 1-2 minutes late',
  lowerBound: 'a lower bound: a part could not be read, or its burndown rate is unknown',
  estimate: 'an estimate: AWS does not document how and when daily quotas are charged and reset',
} as const;

/** The text of a message: the first findings in full, the next in a line each, links last. */
export function renderMessageText(
  events: readonly AlertEvent[],
  origin: MessageOrigin,
  dashboard: string | null,
): string {
  const now = toMinute(origin.at);
  const full = events
    .slice(0, FULL_FINDINGS)
    .flatMap((alert, index) => [...(index > 0 ? ['', '---', ''] : []), ...renderFull(alert, now)]);
  const short = events.slice(FULL_FINDINGS, FULL_FINDINGS + SHORT_FINDINGS).map((alert) => `- ${renderTitle(alert)}`);
  const omitted = events.length - FULL_FINDINGS - SHORT_FINDINGS;
  const first = events[0];
  return [
    ...full,
    ...(short.length > 0 ? ['', 'Also', ...short] : []),
    ...(omitted > 0 ? [`- and ${omitted} more`] : []),
    '',
    `Account ${origin.accountId ?? 'unknown'}, ${origin.region}, ${origin.at}`,
    ...(dashboard ? [`Dashboard  ${dashboard}`] : []),
    `Quotas     ${quotaPageOf(origin.region, first?.finding.quotaCode ?? null)}`,
    ...(first ? [`Runbook    ${runbookSectionOf(first.finding)}`] : []),
    '',
  ].join('\n');
}
