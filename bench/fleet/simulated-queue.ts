/** A batch that workers took. */
export interface TakenBatch {
  /** Seconds of its messages at which they could be received. */
  readonly ready: readonly number[];
  /** Seconds that the worker was about it. */
  readonly seconds: number;
}

/** What a queue and its workers came to. */
export interface QueueCourse {
  /** Seconds from the first message to the end of the last. */
  readonly sweepSeconds: number;
  /** The longest that a message waited for a worker. */
  readonly oldestSeconds: number;
}

/** Messages in batches, as an event source takes them: what is ready within a second goes together, up to so many. */
export function toBatches<T extends { readonly ready: number }>(messages: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (const message of [...messages].sort((a, b) => a.ready - b.ready)) {
    const last = batches.at(-1);
    const fits = last && last.length < size && Math.floor(last[0]?.ready ?? 0) === Math.floor(message.ready);
    if (fits) last.push(message);
    else batches.push([message]);
  }
  return batches;
}

/** Plays workers side by side: each takes the next batch when it is free. */
export function playQueue(batches: readonly TakenBatch[], workers: number): QueueCourse {
  const free = Array.from({ length: workers }, () => 0);
  let oldestSeconds = 0;
  let end = 0;
  for (const { ready, seconds } of batches) {
    const next = free.indexOf(Math.min(...free));
    const start = Math.max(free[next] ?? 0, Math.max(...ready));
    oldestSeconds = Math.max(oldestSeconds, start - Math.min(...ready));
    free[next] = start + seconds;
    end = Math.max(end, start + seconds);
  }
  return { sweepSeconds: end, oldestSeconds };
}
