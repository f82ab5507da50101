import type { Clock } from '../contract/clock';

/** Ends with what comes first: the work, or an error after so many milliseconds, which aborts it. Leaves no timer behind. */
export async function within<T>(
  clock: Clock,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const patience = new AbortController();
  const ended = new AbortController();
  const late = clock.sleep(milliseconds, ended.signal).then((): never => {
    patience.abort();
    throw new Error(`no answer within ${milliseconds} ms`);
  });
  try {
    return await Promise.race([late, work(patience.signal)]);
  } finally {
    ended.abort();
  }
}
