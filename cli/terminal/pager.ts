import type { CliIo } from './process-io';

/** Variables that name a pager, the first that is set counts; an empty one turns paging off, as `AWS_PAGER` does for the AWS CLI. */
const VARIABLES = ['QUOTA_WATCHDOG_PAGER', 'AWS_PAGER', 'PAGER'] as const;

/** Where none is named: what the AWS CLI takes. */
const STANDARD = { windows: 'more', other: 'less' } as const;

/** The pager of the surroundings; `null`: text is not paged. */
export function findPager({ isTerminal, env }: Pick<CliIo, 'isTerminal' | 'env'>): string | null {
  if (!isTerminal.out || env.TERM === 'dumb') return null;
  const named = VARIABLES.map((name) => env[name]).find((value) => value !== undefined);
  if (named !== undefined) return named.trim() === '' ? null : named.trim();
  return env.OS === 'Windows_NT' ? STANDARD.windows : STANDARD.other;
}

/** Writes a text to standard output, by the pager where it is longer than the screen. */
export function writePaged(text: string, io: CliIo): void {
  const pager = findPager(io);
  const isLong = text.split('\n').length > io.terminal.size().rows;
  if (pager === null || !isLong || io.page?.(text, pager) !== true) io.writeOut(text);
}
