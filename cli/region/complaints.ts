import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { spellStatement } from '../../lib/core/vocabulary/statement';
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
  readonly fatal: readonly BlindSpot[];
  /** Other reads that failed. */
  readonly blindSpots: readonly BlindSpot[];
  /** Rows of the list that are in doubt. */
  readonly problems: readonly BlindSpot[];
  readonly words: CommandWords;
}

type Told = Pick<RegionComplaints, 'connection' | 'words'>;

interface Advised {
  readonly text: string;
  readonly advice: string | null;
}

function withAdvice({ connection: { region, failures }, words }: Told, error: BlindSpot): Advised {
  const failure = failures.findLast(({ action }) => action === error.source);
  const advice = failure === undefined ? null : adviseOn(failure.error, words);
  return { text: `${region}: ${spellStatement(error, words)}${advice === null ? '' : `; ${advice}`}`, advice };
}

/** One line a failure; failures that ask for the same step are told once. */
function toLines(told: Told, blindSpots: readonly BlindSpot[]): string[] {
  const all = blindSpots.map((error) => withAdvice(told, error));
  const isFirst = ({ advice }: Advised, index: number) =>
    advice === null || all.findIndex((other) => other.advice === advice) === index;
  return all.filter(isFirst).map(({ text }) => text);
}

/** Says what failed in a Region: the fatal failures, or else a warning for each that hides a part. */
export function complainOf(
  { connection, fatal, blindSpots, problems, words }: RegionComplaints,
  io: CliIo,
  verbose: boolean,
): void {
  const told = { connection, words };
  const { region } = connection;
  const { warning, moreRowsInDoubt } = words.complaints;
  for (const line of toLines(told, fatal)) complain(io, line);
  if (fatal.length === 0) {
    for (const line of toLines(told, blindSpots)) complain(io, warning(line));
    for (const problem of problems.slice(0, TOLD_PROBLEMS))
      complain(io, warning(`${region}: ${spellStatement(problem, words)}`));
    const untold = problems.length - TOLD_PROBLEMS;
    if (untold > 0) complain(io, warning(moreRowsInDoubt(region, spellCount(untold, words))));
  }
  if (verbose) for (const { error } of connection.failures) showStack(io, error);
}
