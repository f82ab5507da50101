import type { CoverageError } from '../lib/core/blind-spot-findings';
import { adviseOn } from './advice';
import type { Connection } from './connection';
import { toOneLine } from './plain-text';
import type { CliIo } from './process-io';

/** Name before every line on standard error. */
export const PROGRAM = 'quota-watchdog';

/** Problems of a quota list that are told one by one; the rest is counted. */
const TOLD_PROBLEMS = 3;

/** What went wrong in one Region. */
export interface RegionComplaints {
  readonly connection: Pick<Connection, 'region' | 'failures'>;
  /** Failures without which there is no full answer. */
  readonly fatal: readonly CoverageError[];
  /** Other reads that failed. */
  readonly errors: readonly CoverageError[];
  /** Rows of the list that are in doubt. */
  readonly problems: readonly CoverageError[];
}

/** Writes one line to standard error. */
export function complain(io: CliIo, text: string): void {
  io.writeError(`${PROGRAM}: ${toOneLine(text)}\n`);
}

/** Writes the stack of an error and of what caused it. */
export function showStack(io: CliIo, error: unknown): void {
  if (!(error instanceof Error)) return;
  io.writeError(`${error.stack ?? error.message}\n`);
  if (error.cause !== undefined) showStack(io, error.cause);
}

interface Advised {
  readonly text: string;
  readonly advice: string | null;
}

function withAdvice({ region, failures }: RegionComplaints['connection'], { source, message }: CoverageError): Advised {
  const failure = failures.findLast(({ action }) => action === source);
  const advice = failure === undefined ? null : adviseOn(failure.error);
  return { text: `${region}: ${message}${advice === null ? '' : `; ${advice}`}`, advice };
}

/** One line a failure; failures that ask for the same step are one trouble, told once. */
function toLines(connection: RegionComplaints['connection'], errors: readonly CoverageError[]): string[] {
  const all = errors.map((error) => withAdvice(connection, error));
  const isFirst = ({ advice }: Advised, index: number) =>
    advice === null || all.findIndex((other) => other.advice === advice) === index;
  return all.filter(isFirst).map(({ text }) => text);
}

/** Says what failed in a Region: the fatal failures, or else a warning for each that hides a part. */
export function complainOf(
  { connection, fatal, errors, problems }: RegionComplaints,
  io: CliIo,
  verbose: boolean,
): void {
  for (const line of toLines(connection, fatal)) complain(io, line);
  if (fatal.length === 0) {
    for (const line of toLines(connection, errors)) complain(io, `warning: ${line}`);
    for (const { message } of problems.slice(0, TOLD_PROBLEMS))
      complain(io, `warning: ${connection.region}: ${message}`);
    const untold = problems.length - TOLD_PROBLEMS;
    if (untold > 0) complain(io, `warning: ${connection.region}: ${untold} more rows of the quota list are in doubt`);
  }
  if (verbose) for (const { error } of connection.failures) showStack(io, error);
}
