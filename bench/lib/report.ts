import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRICE_DATE, PRICE_REGION } from '../../lib/core/alerts/digest';

const RESULTS = join(__dirname, '..', 'results');

/** A cell of a printed table. */
export type Cell = string | number;

/** Renders rows under a header; numbers stand to the right. */
export function renderTable(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => String(row[column] ?? '').length)));
  const isNumeric = (column: number) => rows.some((row) => typeof row[column] === 'number');
  const line = (row: readonly Cell[]) =>
    row
      .map((cell, column) =>
        isNumeric(column) ? String(cell).padStart(widths[column] ?? 0) : String(cell).padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** A number with so many digits after the point, as a number, so that tables align it. */
export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** What a benchmark is held to. */
export interface Aim {
  readonly what: string;
  readonly measured: number;
  /** The largest value that is good. */
  readonly atMost: number;
}

/** Prints the aims with `met` or `missed`. */
export function printAims(aims: readonly Aim[]): void {
  for (const { what, measured, atMost } of aims) {
    console.log(`${measured <= atMost ? 'met   ' : 'MISSED'}  ${what}: ${round(measured)} (aim: at most ${atMost})`);
  }
}

/** Prints what the numbers rest on. */
export function printAssumptions(assumptions: readonly string[]): void {
  for (const assumption of assumptions) console.log(`assumes: ${assumption}`);
}

/** Measured times carry no more than three decimals. */
function toThousandths(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? round(value, 3) : value;
}

/** Writes `results/<name>.json`: no paths and no names of the machine. */
export function saveResult(name: string, result: object): void {
  mkdirSync(RESULTS, { recursive: true });
  const head = { benchmark: name, node: process.version, arch: process.arch, prices: `${PRICE_REGION} ${PRICE_DATE}` };
  writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify({ ...head, ...result }, toThousandths, 2)}\n`);
}
