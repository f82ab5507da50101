import type { SCHEMA_VERSION } from '../../lib/contract';
import type { HeadroomRow } from '../../lib/core/answers/headroom';
import { spellCount } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { alignColumns, type Row } from '../terminal/columns';
import { toPlain } from '../terminal/plain-text';
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
  ];
}

/** Below a way that can be called: its id on a line of its own, and what the room was taken from. */
function renderCall(row: HeadroomRow, style: Style, words: CommandWords): string[] {
  if (row.modelId === null || row.state === 'notOffered') return [];
  const { call } = words.headroom;
  const told = [
    row.quotaCode,
    row.appliedValue === null ? null : call.applied(spellCount(row.appliedValue, words)),
    row.peak === null ? null : call.peak(spellCount(row.peak, words)),
    row.dataMayLeave === null ? null : call.data[row.dataMayLeave],
  ].filter((text) => text !== null);
  const details = told.length === 0 ? [] : style.wrap(told.join(', '), '    ').map(style.dim);
  return [`  ${style.bold(toPlain(row.modelId))}`, ...details];
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
      { title: columns.scope, least: 12 },
      { title: columns.state },
      { title: columns.tokens, align: 'right' },
      { title: columns.requests, align: 'right', drop: 1 },
    ],
    document.rows.map((row) => toRow(row, row === document.best, style, words)),
    style.columns,
  );
  const unread = document.rows.flatMap(({ region, reason }) =>
    reason === null ? [] : style.wrap(failed(region, reason), '  ', ''),
  );
  const lines = [
    ...style.wrap(head(document.model), '').map(style.bold),
    '',
    style.dim(table.header),
    ...document.rows.flatMap((row, index) => [table.lines[index] ?? '', ...renderCall(row, style, words)]),
    '',
    ...style.wrap(spellBest(document, words), '').map(style.bold),
    ...unread,
  ];
  return `${lines.join('\n')}\n`;
}
