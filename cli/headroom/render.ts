import type { SCHEMA_VERSION } from '../../lib/contract';
import type { HeadroomRow } from '../../lib/core/answers/headroom';
import { spellCount } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { alignColumns, type Row } from '../terminal/columns';
import { wrapText } from '../terminal/plain-text';
import type { Style } from '../terminal/style';

/** The document of `headroom --json`. */
export interface HeadroomDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** As it was given. */
  readonly model: string;
  /** ISO time in UTC. */
  readonly evaluatedAt: string;
  readonly rows: readonly HeadroomRow[];
  /** The row with the most room; `null` when none has any. */
  readonly best: HeadroomRow | null;
}

function toRow(row: HeadroomRow, isBest: boolean, style: Style, words: CommandWords): Row {
  const { headroom } = words;
  const spell = (value: number | null) => (value === null ? '' : spellCount(value, words));
  const paintState =
    row.state === 'ok' ? style.severity.ok : row.state === 'zero' ? style.severity.critical : style.dim;
  return [
    { text: row.region, paint: isBest ? style.bold : (text) => text },
    { text: row.state === 'unreadable' ? '' : headroom.scopes[row.scope] },
    { text: headroom.states[row.state], paint: paintState },
    { text: spell(row.headroomTokensPerMinute), paint: isBest ? style.bold : (text) => text },
    { text: spell(row.headroomRequestsPerMinute) },
    { text: spell(row.appliedValue) },
    { text: spell(row.peak) },
    { text: row.state === 'notOffered' || row.dataMayLeave === null ? '' : headroom.data[row.dataMayLeave] },
    { text: row.quotaCode ?? '', paint: style.dim },
    { text: row.modelId ?? '' },
  ];
}

function spellBest({ best }: HeadroomDocument, words: CommandWords): string {
  const { headroom } = words;
  if (!best) return headroom.none;
  const tokens = best.headroomTokensPerMinute;
  const free = tokens === null ? headroom.freeUnknown : headroom.free(spellCount(tokens, words));
  return headroom.best(best.modelId ?? '', best.region, free);
}

/** The ways to call a model as a table, the best named below; ends with a line break. */
export function renderHeadroom(document: HeadroomDocument, style: Style, words: CommandWords): string {
  const { columns, head, failed } = words.headroom;
  const table = alignColumns(
    [
      { title: columns.region },
      { title: columns.scope },
      { title: columns.state },
      { title: columns.tokens, align: 'right' },
      { title: columns.requests, align: 'right' },
      { title: columns.applied, align: 'right' },
      { title: columns.peak, align: 'right' },
      { title: columns.data },
      { title: columns.quota },
      { title: columns.call },
    ],
    document.rows.map((row) => toRow(row, row === document.best, style, words)),
  );
  const unread = document.rows.flatMap(({ region, reason }) =>
    reason === null ? [] : wrapText(failed(region, reason), '  ', ''),
  );
  const lines = [
    style.bold(head(document.model)),
    '',
    style.dim(table.header),
    ...table.lines,
    '',
    ...wrapText(spellBest(document, words), '').map(style.bold),
    ...unread,
  ];
  return `${lines.join('\n')}\n`;
}
