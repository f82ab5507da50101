import type { WriteStream } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../lib/contract';
import type { FleetChoice } from '../../lib/core/targets';
import type { LocalFleet } from '../fleet/local-fleet';
import type { WaitingMessage } from '../services/sqs';
import { type Invocation, type LambdaHost, startLambda } from './lambda-host';

/** Names of what the home account has. */
const TABLE = 'watchdog';
const QUEUE = 'targets';

/** External id that the reader roles of a fleet ask for. */
export const EXTERNAL_ID = 'watchdog';

/** A function of a fleet; the poller is what was there before. */
type FleetFunction = 'dispatcher' | 'worker' | 'poller';

/** How the functions are started. */
export interface FleetHostOptions {
  readonly fleet: LocalFleet;
  readonly choice: FleetChoice;
  /** Folder in which each function's bundle has a folder of its name. */
  readonly bundles: string;
  /** Where functions write to. */
  readonly log: WriteStream;
  readonly environment?: Readonly<Record<string, string>>;
  /** What functions are told is left of their time, in milliseconds. @default - they are told nothing */
  readonly lifetimeMs?: number;
}

/** Dispatcher and worker against a local fleet: what the stack deploys, without the stack. */
export interface FleetHost {
  /** Moves all clocks and runs a dispatcher. @param dispatcher which of several. @default 0 */
  dispatch(time: string, dispatcher?: number): Promise<Invocation>;
  /** Moves all clocks and runs the poller alone. */
  poll(time: string): Promise<Invocation>;
  /** Runs a worker with messages, as one batch. @param worker which of several. @default 0 */
  work(bodies: readonly string[], worker?: number): Promise<Invocation>;
  /** What waits in the queue; it is taken out of it. */
  takeJobs(): WaitingMessage[];
  /** Ends the processes of all functions, as a crash would. */
  crash(): void;
}

/** Makes table, topic and queue in the home account, and starts functions when they are first run. */
export async function startFleetHost(options: FleetHostOptions): Promise<FleetHost> {
  const { fleet, choice, bundles, log, lifetimeMs } = options;
  const { home } = fleet;
  await home.createTable(TABLE);
  const topicArn = await home.createTopic('alerts');
  home.queues.set(QUEUE, []);
  const environment = {
    [ENVIRONMENT.tableName]: TABLE,
    [ENVIRONMENT.topicArn]: topicArn,
    [ENVIRONMENT.targets]: JSON.stringify(choice),
    [ENVIRONMENT.accountId]: home.accountId,
    [ENVIRONMENT.targetQueueUrl]: `https://sqs.${home.region}.amazonaws.com/${home.accountId}/${QUEUE}`,
    [ENVIRONMENT.readerRoleArn]: 'arn:aws:iam::{accountId}:role/watchdog-reader',
    [ENVIRONMENT.externalId]: EXTERNAL_ID,
    ...options.environment,
  };
  const hosts = new Map<string, LambdaHost>();
  const invoke = (name: FleetFunction, event: unknown, nth = 0) => {
    const code = { codeDirectory: join(bundles, name), handler: 'index.handler', environment };
    const key = `${name} ${nth}`;
    const host = hosts.get(key) ?? startLambda(code, fleet.environment, log);
    hosts.set(key, host);
    const machineTime = home.clock.now().getTime();
    return host.invoke(event, { machineTime, ...(lifetimeMs === undefined ? {} : { lifetimeMs }) });
  };
  const at = (name: FleetFunction, time: string, nth?: number) => {
    fleet.setTime(new Date(time));
    return invoke(name, { time }, nth);
  };
  return {
    dispatch: (time, dispatcher) => at('dispatcher', time, dispatcher),
    poll: (time) => at('poller', time),
    work: (bodies, worker) =>
      invoke('worker', { Records: bodies.map((body, index) => ({ messageId: `${index}`, body })) }, worker),
    takeJobs: () => (home.queues.get(QUEUE) ?? []).splice(0),
    crash() {
      for (const host of hosts.values()) host.kill();
      hosts.clear();
    },
  };
}
