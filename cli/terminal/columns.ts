import { type FitColumn, fitColumns } from './fit-columns';
import { toPlain, widthOf } from './plain-text';

/** A column of a table. */
export interface Column extends FitColumn {
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

/** Between two columns. */
export const GAP = '  ';

/** At the end of a name that was cut. */
const CUT = '…';

function pad(text: string, width: number, align: Column['align']): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? `${space}${text}` : `${text}${space}`;
}

function cut(text: string, width: number): string {
  return widthOf(text) > width ? `${[...text].slice(0, Math.max(0, width - CUT.length)).join('')}${CUT}` : text;
}

/**
 * Aligns rows in columns as wide as their widest cell; columns without any text are left out. Where that is wider than the
 * page, names are cut and the least columns dropped until it fits.
 */
export function alignColumns(
  allColumns: readonly Column[],
  allRows: readonly Row[],
  page: number = Number.POSITIVE_INFINITY,
): AlignedTable {
  const textOf = (row: Row, index: number) => toPlain(row[index]?.text ?? '');
  const used = allColumns.flatMap((column, index) =>
    allRows.some((row) => row[index]?.text)
      ? [
          {
            ...column,
            index,
            width: Math.max(widthOf(column.title), ...allRows.map((row) => widthOf(textOf(row, index)))),
          },
        ]
      : [],
  );
  const columns = fitColumns(used, { page, gap: GAP.length });
  const join = (texts: readonly string[], paints: Row) =>
    columns
      .map(({ width, align, index }, place) => {
        const padded = pad(cut(texts[place] ?? '', width), width, align);
        const shown = place === columns.length - 1 ? padded.trimEnd() : padded;
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
    lines: allRows.map((row) =>
      join(
        columns.map(({ index }) => textOf(row, index)),
        row,
      ),
    ),
  };
}
