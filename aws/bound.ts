import { setMaxListeners } from 'node:events';
import { toStatement } from '../lib/core/vocabulary/statement';
import { StatementError } from './aws-error';

interface Sender {
  send(command: never, options?: never): Promise<unknown>;
}

/** What is said of a call that was ended: of a run whose time is over, or of a service that does not answer. */
export type Overdue = 'outOfTime' | 'noAnswer';

interface Limit {
  readonly signal: AbortSignal;
  readonly trouble: Overdue;
}

/** Rejects when the signal fires; the call itself is aborted too, yet a retry that sleeps would not notice. */
async function withinTime<T>({ signal, trouble }: Limit, call: () => Promise<T>): Promise<T> {
  const outOfTime = () => new StatementError(toStatement(trouble));
  if (signal.aborted) throw outOfTime();
  // One signal ends all calls of its time, and Node takes more than ten listeners for a leak, and says so to people.
  setMaxListeners(Number.POSITIVE_INFINITY, signal);
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(outOfTime());
    signal.addEventListener('abort', stop, { once: true });
    call()
      .finally(() => signal.removeEventListener('abort', stop))
      .then(resolve, reject);
  });
}

/**
 * The same client, but each call ends when the signal of its moment fires: adapters and their loops need not know of time.
 * @param signalOf asked at each call; `null`: no limit.
 */
export function boundBy<Client extends object>(
  client: Client,
  signalOf: () => AbortSignal | null,
  trouble: Overdue = 'outOfTime',
): Client {
  const { send } = client as Sender;
  return Object.create(client, {
    send: {
      value: (command: never, options?: object) => {
        const signal = signalOf();
        if (!signal) return send.call(client, command, options as never);
        const call = () => send.call(client, command, { abortSignal: signal, ...options } as never);
        return withinTime({ signal, trouble }, call);
      },
    },
  }) as Client;
}

/** All of some clients, each bound by {@link boundBy}. */
export function boundEach<Clients extends object>(
  clients: Clients,
  signalOf: () => AbortSignal | null,
  trouble: Overdue = 'outOfTime',
): Clients {
  const bound = Object.entries(clients).map(([name, client]) => [name, boundBy(client as object, signalOf, trouble)]);
  return Object.fromEntries(bound) as Clients;
}
