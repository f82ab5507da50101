import type { Read } from '../lib/core/vocabulary/blind-spot';
import { toStatement } from '../lib/core/vocabulary/statement';

/**
 * The rows of a list that are rows at all: one that is none hides no other, and is told.
 * @param isReadable whether a row has what must be there. @default - what is an object is a row
 */
export function takeRows<Row>(
  action: string,
  { value, blindSpots }: Read<readonly Row[]>,
  isReadable: (row: NonNullable<Row>) => boolean = () => true,
): Read<NonNullable<Row>[]> {
  const rows = value.filter(
    (row): row is NonNullable<Row> => typeof row === 'object' && row !== null && isReadable(row),
  );
  const junk = value.length - rows.length;
  const told = junk > 0 ? [{ source: action, ...toStatement('nullRows', action, `${junk}`) }] : [];
  return { value: rows, blindSpots: [...blindSpots, ...told] };
}
