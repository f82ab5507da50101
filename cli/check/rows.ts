import type { CheckDocument } from '../../lib/core/vocabulary/check-document';
import type { DescribedFinding, Finding, Usage } from '../../lib/core/vocabulary/finding';
import type { Severity } from '../../lib/core/vocabulary/severity';
import { type EpochMinute, toClock, toIso, toMinute, utcMidnight } from '../../lib/core/vocabulary/time';
import { spellCount, spellPercent, spellQuantity } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { alignColumns, type Cell, type Column, type Row } from '../terminal/columns';
import { toPlain, widthOf, wrapText } from '../terminal/plain-text';
import type { Style } from '../terminal/style';
import { toBar } from './usage-bar';

/** How a table is drawn, and in which language. */
export interface Look {
  readonly style: Style;
  readonly words: CommandWords;
}

/** The rows of the findings in their order, each of some lines, under one header. */
export interface FindingRows {
  readonly header: string;
  readonly rows: readonly (readonly string[])[];
}

const BAR_CELLS = 6;
const GAP = '  ';
const NOTHING: Cell = { text: '' };

/** Narrower, a subject is no longer readable; it then stands on lines of its own. */
const LEAST_SUBJECT_COLUMNS = 16;

/** Whether a finding compares traffic with a quota: these have numbers in columns, all others a line of words. */
function isMeasured(finding: Finding): boolean {
  return finding.kind === 'utilization' || finding.kind === 'dailyPool';
}

/** `~` before an estimate, `≥` before a lower bound. */
function spellSurety(provenance: Usage['provenance']): string {
  return provenance === 'estimate' ? '~' : provenance === 'lowerBound' ? '≥' : '';
}

/** `14:29`, with the date before it when that is another day. */
export function spellMinute(minute: EpochMinute, now: EpochMinute): string {
  return utcMidnight(minute) === utcMidnight(now) ? toClock(minute) : toIso(minute).slice(5, 16).replace('T', ' ');
}

/** Since when it is full, or when it will be; empty where no time is known. */
export function spellFull({ exhaustionAt }: Finding, now: EpochMinute, { cli: { check } }: CommandWords): string {
  if (exhaustionAt === null) return '';
  const at = toMinute(exhaustionAt);
  return (at < now ? check.since : check.fullAt)(spellMinute(at, now));
}

const SEVERITIES: readonly Severity[] = ['critical', 'warning', 'unknown', 'ok'];

/** `2 critical`, `1 warning` … of some severities, the worst first; none of which there is none. */
export function countSeverities(all: readonly Severity[], words: CommandWords): string[] {
  return SEVERITIES.map((severity) => ({ severity, count: all.filter((one) => one === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => spellQuantity(count, words.cli.counted[severity], words));
}

/** What a line names: the subject, and of what is measured in which dimension. */
export function spellSubject({ finding, context }: DescribedFinding, words: CommandWords): string {
  const { dimension, utilizationPercent } = finding;
  const isMeasuredIn = dimension !== null && utilizationPercent !== null;
  return isMeasuredIn ? `${context.subject} ${words.cli.dimensions[dimension]}` : context.subject;
}

/** `97% 14:29`, without a time for a quota of the day; empty where there is no percentage. */
export function spellHighest({ usage, utilizationPercent, dimension }: Finding, now: EpochMinute, words: CommandWords) {
  if (utilizationPercent === null) return '';
  const time = usage?.at && dimension !== 'tokensPerDay' ? ` ${spellMinute(toMinute(usage.at), now)}` : '';
  return `${spellPercent(utilizationPercent, words)}${time}`;
}

/** The two lines of a use: its share of the limit over its amount. */
type Pair = readonly [share: string, amount: string];

function spellNow({ usageNow }: Finding, words: CommandWords): Pair {
  if (!usageNow) return [words.cli.check.notRead, ''];
  const { value, provenance, utilizationPercent: percent } = usageNow;
  const share = percent === null ? '' : `${toBar(percent, BAR_CELLS)} ${spellPercent(percent, words).padStart(4)}`;
  return [share, `${spellSurety(provenance)}${spellCount(value, words)}`];
}

/** A quota by the day has no peak: its day is what it is now. */
function spellPeak({ usage, utilizationPercent, dimension }: Finding, now: EpochMinute, words: CommandWords): Pair {
  if (usage === null || dimension === 'tokensPerDay') return ['', ''];
  const share = utilizationPercent === null ? '' : `${spellPercent(utilizationPercent, words)} `;
  const time = usage.at === null ? '' : spellMinute(toMinute(usage.at), now);
  return [`${share}${time}`, `${spellSurety(usage.provenance)}${spellCount(usage.value, words)}`];
}

function toLines({ finding, context }: DescribedFinding, now: EpochMinute, { style, words }: Look): readonly Row[] {
  const { severity, usage, headroom, dimension } = finding;
  const paint = style.severity[severity];
  const [nowShare, nowAmount] = spellNow(finding, words);
  const [peakShare, peakAmount] = spellPeak(finding, now, words);
  const limit = usage !== null && headroom !== null ? spellCount(usage.value + headroom, words) : '';
  const letters = dimension === null ? '' : ` ${words.cli.dimensions[dimension]}`;
  return [
    [
      { text: words.cli.severities[severity], paint: (text) => style.bold(paint(text)) },
      { text: `${context.subject}${letters}` },
      { text: nowShare, ...(dimension === 'tokensPerDay' ? { paint } : {}) },
      { text: peakShare, paint },
      { text: limit },
    ],
    [
      { text: words.cli.kinds[finding.kind], paint: style.dim },
      NOTHING,
      { text: nowAmount },
      { text: peakAmount },
      { text: spellFull(finding, now, words) },
    ],
  ];
}

/** Puts the subject beside the numbers, in as many lines as it takes; one that does not fit stands above them. */
function placeSubject([first = [], second = []]: readonly Row[], columns: number): Row[] {
  const subject = wrapText(first[1]?.text ?? '', '', '', columns);
  const withSubject = (row: Row, text: string): Row => row.map((cell, index) => (index === 1 ? { text } : cell));
  const [one = '', two = '', ...more] = subject;
  if (subject.every((line) => widthOf(line) <= columns))
    return [withSubject(first, one), withSubject(second, two), ...more.map((text): Row => [NOTHING, { text }])];
  return [withSubject(first, ''), withSubject(second, '')];
}

/** `12 requests`, `≥7 tokens`; empty where there is no number. */
function spellAmount({ usage }: Finding, words: CommandWords): string {
  if (usage === null) return '';
  const noun = usage.unit === 'tokens' ? words.nouns.token : words.nouns.request;
  return `: ${spellSurety(usage.provenance)}${spellQuantity(usage.value, noun, words)}`;
}

/** A finding without columns: severity, kind and subject in one line, wrapped. */
function renderPlainRow({ finding, context }: DescribedFinding, width: number, { style, words }: Look): string[] {
  const severity = words.cli.severities[finding.severity];
  const head = `${severity.padEnd(width)}${GAP}`;
  const text = `${context.subject}${spellAmount(finding, words)}`;
  const [first = '', ...more] = style.wrap(
    text,
    ' '.repeat(head.length),
    `${head}${words.cli.kinds[finding.kind]}${GAP}`,
  );
  const paint = style.severity[finding.severity];
  return [first.replace(severity, () => style.bold(paint(severity))), ...more];
}

function columnsOf({ cli: { check } }: CommandWords): Column[] {
  const { severity, subject, now, peak, of } = check.columns;
  return [
    { title: severity },
    { title: subject },
    { title: now, align: 'right', drop: 1 },
    { title: peak, align: 'right' },
    { title: of, align: 'right', drop: 2 },
  ];
}

/** What the numbers leave of the page for the subjects. */
function subjectColumns(lines: readonly Row[], columns: readonly Column[], page: number): number {
  const others = columns
    .filter((_, index) => index !== 1)
    .map(({ title }) => title)
    .map((title, place) =>
      Math.max(widthOf(title), ...lines.map((row) => widthOf(row[place === 0 ? 0 : place + 1]?.text ?? ''))),
    );
  const taken = others.reduce((sum, width) => sum + width + GAP.length, 0);
  return Math.max(LEAST_SUBJECT_COLUMNS, page - taken);
}

/** The findings as rows of the table: what is used now and the peak with its time, side by side. */
export function renderRows(
  described: readonly DescribedFinding[],
  { evaluatedAt }: Pick<CheckDocument, 'evaluatedAt'>,
  look: Look,
): FindingRows {
  const now = toMinute(evaluatedAt);
  const columns = columnsOf(look.words);
  const measured = described.filter(({ finding }) => isMeasured(finding));
  const pairs = new Map(measured.map((one) => [one, toLines(one, now, look)]));
  const width = subjectColumns([...pairs.values()].flat(), columns, look.style.columns);
  const placed = new Map([...pairs].map(([one, lines]) => [one, placeSubject(lines, width)]));
  const table = alignColumns(columns, [...placed.values()].flat(), look.style.columns);
  const lines = [...table.lines];
  const severityWidth = Math.max(
    0,
    ...described.map(({ finding }) => look.words.cli.severities[finding.severity].length),
  );
  const rows = described.map((one) => {
    const ownLines = placed.get(one);
    if (!ownLines) return renderPlainRow(one, severityWidth, look);
    const own = lines.splice(0, ownLines.length);
    const isApart = ownLines[0]?.[1]?.text === '';
    return isApart ? [toPlain(pairs.get(one)?.[0]?.[1]?.text ?? ''), ...own] : own;
  });
  return { header: table.header, rows };
}
