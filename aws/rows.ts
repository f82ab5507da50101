import type { Read } from '../lib/core/vocabulary/blind-spot';
import { toStatement } from '../lib/core/vocabulary/statement';

/** The rows of a list that are rows at all: one that is none hides no other, and is told. */
export function takeRows<Row>(action: string, { value, blindSpots }: Read<readonly Row[]>): Read<NonNullable<Row>[]> {
  const rows = value.filter((row): row is NonNullable<Row> => typeof row === 'object' && row !== null);
  const junk = value.length - rows.length;
  const told = junk > 0 ? [{ source: action, ...toStatement('nullRows', action, `${junk}`) }] : [];
  return { value: rows, blindSpots: [...blindSpots, ...told] };
}
