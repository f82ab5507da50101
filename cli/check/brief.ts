import type { Report } from '../../lib/core/findings/report';
import type { DescribedFinding } from '../../lib/core/vocabulary/finding';
import { toMinute } from '../../lib/core/vocabulary/time';
import { type CommandWords, EN_COMMANDS } from '../../lib/language/command-words';
import { alignColumns, type Column, type Row } from '../terminal/columns';
import type { Style } from '../terminal/style';
import { spellSummary } from './render';
import { spellFull, spellHighest, spellSubject } from './rows';

/** Fewest characters of a subject that still tell quotas apart. */
const LEAST_SUBJECT = 20;

function columnsOf({ cli: { check } }: CommandWords): Column[] {
  const { severity, kind, subject, peak, full } = check.columns;
  return [
    { title: severity },
    { title: kind, drop: 1 },
    { title: subject, least: LEAST_SUBJECT },
    { title: peak, align: 'right' },
    { title: full, drop: 2 },
  ];
}

/** A finding in one row: how bad, what, of what, its highest use and when, until when. */
function toRow(described: DescribedFinding, now: number, style: Style, words: CommandWords): Row {
  const { finding } = described;
  const paint = style.severity[finding.severity];
  return [
    { text: words.cli.severities[finding.severity], paint: (text) => style.bold(paint(text)) },
    { text: words.cli.kinds[finding.kind], paint: style.dim },
    { text: spellSubject(described, words) },
    { text: spellHighest(finding, now, words), paint },
    { text: spellFull(finding, now, words) },
  ];
}

/** An evaluation with one line a finding, worst first; ends with a line break. */
export function renderBrief({ document, described }: Report, style: Style, words: CommandWords = EN_COMMANDS): string {
  const now = toMinute(document.evaluatedAt);
  const summary = style.wrap(spellSummary(document, words), '').map(style.bold);
  const rows = described.map((one) => toRow(one, now, style, words));
  const table = alignColumns(columnsOf(words), rows, style.columns);
  const lines = rows.length === 0 ? [] : ['', style.dim(table.header), ...table.lines];
  return `${[...summary, ...lines].join('\n')}\n`;
}
