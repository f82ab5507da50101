import type { Overview, TargetSummary } from '../../lib/core/answers/overview';
import { spellAccount } from '../../lib/core/vocabulary/place';
import { type EpochMinute, toMinute, toSpokenTime } from '../../lib/core/vocabulary/time';
import { spellQuantity } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { renderUnseen } from '../fleet/render-unseen';
import { alignColumns, type Column, type Row } from '../terminal/columns';
import type { Style } from '../terminal/style';
import { countSeverities, type Look, spellFull, spellHighest, spellSubject } from './rows';

/** Fewest characters that still tell accounts, and quotas, apart. */
const [LEAST_ACCOUNT, LEAST_SUBJECT] = [14, 20];

function columnsOf({ cli: { check, targets } }: CommandWords): Column[] {
  return [
    { title: check.columns.severity },
    { title: targets.columns.account, least: LEAST_ACCOUNT },
    { title: targets.columns.region },
    { title: targets.columns.open, drop: 2 },
    { title: targets.columns.worst, least: LEAST_SUBJECT },
    { title: check.columns.peak, align: 'right' },
    { title: check.columns.full, drop: 1 },
  ];
}

/** `2 critical, 1 warning` of what is open; empty where nothing is. */
function spellOpen({ counts }: Pick<TargetSummary, 'counts'>, words: CommandWords): string {
  return (['critical', 'warning', 'unknown'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => spellQuantity(counts[severity], words.cli.counted[severity], words))
    .join(', ');
}

function toRow(summary: TargetSummary, { style, words }: Look): Row {
  const { severity, place, worst, report } = summary;
  const now: EpochMinute = toMinute(report.document.evaluatedAt);
  const paint = style.severity[severity];
  return [
    { text: words.cli.severities[severity], paint: (text) => style.bold(paint(text)) },
    { text: spellAccount(place) },
    { text: place.region },
    { text: spellOpen(summary, words), paint },
    { text: worst === null ? words.cli.check.noFindings : spellSubject(worst, words) },
    { text: worst === null ? '' : spellHighest(worst.finding, now, words), paint },
    { text: worst === null ? '' : spellFull(worst.finding, now, words) },
  ];
}

function renderSummary({ targets, unseen, accounts }: Overview, now: EpochMinute, { style, words }: Look): string[] {
  const told = [
    ...countSeverities(
      targets.map(({ severity }) => severity),
      words,
    ),
    ...(unseen.length > 0 ? [spellQuantity(unseen.length, words.cli.targets.counted, words)] : []),
  ];
  const all = spellQuantity(targets.length + unseen.length, words.fleet.target, words);
  const text = words.cli.targets.summary({
    targets: all,
    accounts: spellQuantity(accounts, words.cli.targets.accounts, words),
    time: toSpokenTime(now, 0),
    told: told.join(', '),
  });
  return style.wrap(text, '').map(style.bold);
}

/** Many targets as a table, worst first, and why others were not read; ends with a line break. */
export function renderOverview(
  overview: Overview,
  { now, style, words }: { readonly now: EpochMinute; readonly style: Style; readonly words: CommandWords },
): string {
  const look: Look = { style, words };
  const rows = overview.targets.map((target) => toRow(target, look));
  const table = alignColumns(columnsOf(words), rows, style.columns);
  const lines = [
    ...renderSummary(overview, now, look),
    ...(rows.length === 0 ? [] : ['', style.dim(table.header), ...table.lines]),
    ...renderUnseen(overview.unseen, look),
    '',
    ...style.wrap(words.cli.targets.hint, '').map(style.dim),
  ];
  return `${lines.join('\n')}\n`;
}
