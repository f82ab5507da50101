/** How a column gives way where a table is wider than the page. */
export interface FitColumn {
  /** Fewest characters its texts may be cut to: of names. @default - they are not cut */
  readonly least?: number;
  /** Whose turn it is to be left out, 1 first. @default - it stays */
  readonly drop?: number;
}

/** A column with the characters it would take. */
export type WideColumn = FitColumn & { readonly width: number };

function widthOfAll(columns: readonly WideColumn[], gap: number): number {
  return columns.reduce((sum, { width }) => sum + width, 0) + gap * Math.max(0, columns.length - 1);
}

/** Takes the characters that are too many from the columns that may be cut, the widest first. */
function cutNames<T extends WideColumn>(columns: readonly T[], tooMany: number): T[] {
  let left = tooMany;
  const widths = new Map(columns.map((column) => [column, column.width]));
  const spare = (column: T) => (widths.get(column) ?? 0) - (column.least ?? column.width);
  while (left > 0) {
    const widest = [...columns].sort((a, b) => spare(b) - spare(a))[0];
    if (!widest || spare(widest) <= 0) break;
    widths.set(widest, (widths.get(widest) ?? 0) - 1);
    left--;
  }
  return columns.map((column) => ({ ...column, width: widths.get(column) ?? column.width }));
}

/**
 * Makes columns fit into a page: names are cut first, as far as they may be; while that is not enough, the column whose
 * turn it is is left out. What still does not fit stays as wide as it is.
 */
export function fitColumns<T extends WideColumn>(
  columns: readonly T[],
  { page, gap }: { readonly page: number; readonly gap: number },
): T[] {
  const tooMany = widthOfAll(columns, gap) - page;
  if (tooMany <= 0) return [...columns];
  const narrower = cutNames(columns, tooMany);
  if (widthOfAll(narrower, gap) <= page) return narrower;
  const turns = columns.flatMap(({ drop }) => drop ?? []);
  if (turns.length === 0) return narrower;
  const turn = Math.min(...turns);
  return fitColumns(
    columns.filter(({ drop }) => drop !== turn),
    { page, gap },
  );
}
