import type { CoverageError } from '../../lib/core/vocabulary/blind-spot';
import { spellTrouble } from '../../lib/core/vocabulary/trouble';
import { spellCount } from '../../lib/core/vocabulary/wording';
import type { CommandWords } from '../../lib/language/command-words';
import { complain, showStack } from '../terminal/complain';
import type { CliIo } from '../terminal/process-io';
import { adviseOn } from './advice';
import type { Connection } from './connection';

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
  readonly words: CommandWords;
}

type Told = Pick<RegionComplaints, 'connection' | 'words'>;

interface Advised {
  readonly text: string;
  readonly advice: string | null;
}

function withAdvice({ connection: { region, failures }, words }: Told, error: CoverageError): Advised {
  const failure = failures.findLast(({ action }) => action === error.source);
  const advice = failure === undefined ? null : adviseOn(failure.error, words);
  return { text: `${region}: ${spellTrouble(error, words)}${advice === null ? '' : `; ${advice}`}`, advice };
}

/** One line a failure; failures that ask for the same step are one trouble, told once. */
function toLines(told: Told, errors: readonly CoverageError[]): string[] {
  const all = errors.map((error) => withAdvice(told, error));
  const isFirst = ({ advice }: Advised, index: number) =>
    advice === null || all.findIndex((other) => other.advice === advice) === index;
  return all.filter(isFirst).map(({ text }) => text);
}

/** Says what failed in a Region: the fatal failures, or else a warning for each that hides a part. */
export function complainOf(
  { connection, fatal, errors, problems, words }: RegionComplaints,
  io: CliIo,
  verbose: boolean,
): void {
  const told = { connection, words };
  const { region } = connection;
  const { warning, moreRowsInDoubt } = words.complaints;
  for (const line of toLines(told, fatal)) complain(io, line);
  if (fatal.length === 0) {
    for (const line of toLines(told, errors)) complain(io, warning(line));
    for (const problem of problems.slice(0, TOLD_PROBLEMS))
      complain(io, warning(`${region}: ${spellTrouble(problem, words)}`));
    const untold = problems.length - TOLD_PROBLEMS;
    if (untold > 0) complain(io, warning(moreRowsInDoubt(region, spellCount(untold, words))));
  }
  if (verbose) for (const { error } of connection.failures) showStack(io, error);
}
