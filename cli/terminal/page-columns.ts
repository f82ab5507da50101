import type { CliIo } from './process-io';

/** Columns of a line that goes to a file or a pipe. */
const PIPE_COLUMNS = 100;

/** Wider lines are hard to read, narrower tables cannot be drawn. */
const [LEAST_COLUMNS, MOST_COLUMNS] = [40, 120];

/** Columns of the lines on standard output: as many as the terminal has, 40 to 120; 100 where there is none. */
export function pageColumns({ isTerminal, terminal }: Pick<CliIo, 'isTerminal' | 'terminal'>): number {
  if (!isTerminal.out) return PIPE_COLUMNS;
  return Math.min(MOST_COLUMNS, Math.max(LEAST_COLUMNS, terminal.size().columns));
}
