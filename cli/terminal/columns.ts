import { toPlain, widthOf } from './plain-text';

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** @default 'left' */
  readonly align?: 'left' | 'right';
}

/** A cell; `paint` sets it off without changing its width. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** One row, a cell a column. */
export type Row = readonly Cell[];

/** The aligned lines of a table, header apart so that headings can stand between the rows. */
export interface AlignedTable {
  readonly header: string;
  readonly lines: readonly string[];
}

const GAP = '  ';

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? `${space}${text}` : `${text}${space}`;
}

/** Aligns rows in columns as wide as their widest cell; columns without any text are left out. */
export function alignColumns(allColumns: readonly Column[], allRows: readonly Row[]): AlignedTable {
  const isUsed = allColumns.map((_, index) => allRows.some((row) => row[index]?.text));
  const columns = allColumns.filter((_, index) => isUsed[index]);
  const rows = allRows.map((row) => row.filter((_, index) => isUsed[index]));
  const texts = rows.map((row) => columns.map((_, index) => toPlain(row[index]?.text ?? '')));
  const widths = columns.map(({ title }, index) =>
    texts.reduce((widest, row) => Math.max(widest, widthOf(row[index] ?? '')), widthOf(title)),
  );
  const join = (cells: readonly string[], paints: Row) =>
    cells
      .map((text, index) => {
        const padded = pad(text, widths[index] ?? 0, columns[index]?.align);
        const shown = index === cells.length - 1 ? padded.trimEnd() : padded;
        const painted = shown.trim();
        const paint = paints[index]?.paint;
        return paint && painted !== '' ? shown.replace(painted, () => paint(painted)) : shown;
      })
      .join(GAP)
      .trimEnd();
  return {
    header: join(
      columns.map(({ title }) => title),
      [],
    ),
    lines: texts.map((cells, index) => join(cells, rows[index] ?? [])),
  };
}
