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
  /** What standard output has told of them. @default 'nothing' */
  readonly shown?: Shown | undefined;
}

/** All failures, those without which there is no full answer, or none. */
export type Shown = 'everything' | 'fatal' | 'nothing';

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

/** What to do about failures, each step once. */
function toAdvice(told: Told, blindSpots: readonly BlindSpot[]): string[] {
  return [...new Set(blindSpots.flatMap((error) => withAdvice(told, error).advice ?? []))];
}

/** Says what failed in a Region: the fatal failures, or else a warning for each that hides a part. */
export function complainOf(
  { connection, fatal, blindSpots, problems, words, shown = 'nothing' }: RegionComplaints,
  io: CliIo,
  verbose: boolean,
): void {
  const told = { connection, words };
  const { region } = connection;
  const { warning, moreRowsInDoubt } = words.complaints;
  // Both stand in one terminal: what is told above is not told again, only what to do about it.
  const isSeen = io.isTerminal.out && io.isTerminal.error && shown !== 'nothing';
  for (const line of isSeen ? toAdvice(told, fatal) : toLines(told, fatal)) complain(io, line);
  if (isSeen && shown === 'everything') {
    if (fatal.length === 0) for (const line of toAdvice(told, blindSpots)) complain(io, line);
  } else if (fatal.length === 0) {
    for (const line of toLines(told, blindSpots)) complain(io, warning(line));
    for (const problem of problems.slice(0, TOLD_PROBLEMS))
      complain(io, warning(`${region}: ${spellStatement(problem, words)}`));
    const untold = problems.length - TOLD_PROBLEMS;
    if (untold > 0) complain(io, warning(moreRowsInDoubt(region, spellCount(untold, words))));
  }
  if (verbose) for (const { error } of connection.failures) showStack(io, error);
}
