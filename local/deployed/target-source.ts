import type { FleetHost } from './fleet-host';
import type { Invocation } from './lambda-host';

/** Messages of one batch, as the stack's event source takes them. */
const BATCH_SIZE = 5;

/** How long a message lives, and how long it is hidden when a worker did not do away with it. */
const LIFE_MS = 5 * 60_000;
const HIDDEN_MS = 110_000;

/** Tries after which a message is a dead letter. */
const TRIES = 2;

/** What becomes visible within a minute is taken in it. */
const MINUTE_MS = 60_000;

interface Message {
  readonly body: string;
  readonly sentAt: number;
  visibleAt: number;
  receives: number;
}

/** The queue of targets and its event source, minute by minute: tries, delays and lives as the stack sets them. */
export interface TargetSource {
  /** Messages that wait. */
  readonly waiting: readonly { readonly body: string }[];
  /** Bodies that no worker did away with. */
  readonly deadLetters: readonly string[];
  /** Messages that grew too old in the queue. */
  readonly expired: number;
  /** Puts a message in, as one that comes twice, or late. */
  add(body: string, now: number): void;
  /** Takes what was sent, while no worker takes anything. */
  fill(now: number): void;
  /** Takes what was sent, and lets workers do what can be seen in the minute that begins. @returns what each batch came to. */
  deliver(now: number): Promise<Invocation[]>;
}

function failedOf(batch: readonly Message[], done: Invocation): Message[] {
  if (done.kind === 'failed') return [...batch];
  const { batchItemFailures } = done.value as { batchItemFailures: { itemIdentifier: string }[] };
  return batch.filter((_, index) => batchItemFailures.some(({ itemIdentifier }) => itemIdentifier === `${index}`));
}

/** Starts an empty queue before the workers of a host. */
export function startTargetSource({ work, takeJobs }: Pick<FleetHost, 'work' | 'takeJobs'>): TargetSource {
  let waiting: Message[] = [];
  const deadLetters: string[] = [];
  let expired = 0;
  const add = (body: string, now: number, visibleAt = now) =>
    waiting.push({ body, sentAt: now, visibleAt, receives: 0 });
  const tryAgain = (message: Message, now: number) => {
    if (message.receives < TRIES) waiting.push({ ...message, visibleAt: now + HIDDEN_MS });
    else deadLetters.push(message.body);
  };
  const workOn = async (batch: readonly Message[], now: number): Promise<Invocation> => {
    for (const message of batch) message.receives++;
    const done = await work(batch.map(({ body }) => body)).catch(
      (error: Error): Invocation => ({ kind: 'failed', message: error.message }),
    );
    for (const message of failedOf(batch, done)) tryAgain(message, now);
    return done;
  };
  const fill = (now: number) => {
    for (const { body, visibleAt = now } of takeJobs()) add(body, now, visibleAt);
  };
  return {
    fill,
    get waiting() {
      return waiting;
    },
    deadLetters,
    get expired() {
      return expired;
    },
    add: (body, now) => {
      add(body, now);
    },
    async deliver(now) {
      fill(now);
      const living = waiting.filter(({ sentAt }) => now - sentAt < LIFE_MS);
      expired += waiting.length - living.length;
      const isVisible = ({ visibleAt }: Message) => visibleAt < now + MINUTE_MS;
      const taken = living.filter(isVisible).sort((a, b) => a.visibleAt - b.visibleAt);
      waiting = living.filter((message) => !isVisible(message));
      const runs: Invocation[] = [];
      while (taken.length > 0) runs.push(await workOn(taken.splice(0, BATCH_SIZE), now));
      return runs;
    },
  };
}
