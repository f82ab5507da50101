import { boundBy } from '../../aws/bound';
import type { CallCounter } from '../../aws/call-counter';
import type { AwsClients } from '../../aws/clients';
import type { TablePartition } from '../../aws/dynamodb';
import type { PollerConfig } from '../config';
import { createWarmMemory, type WarmMemory } from '../memory/warm';
import type { Budget } from './budget';
import { createLimitsPublisher, type PublishLimits } from './publish-limits';

/** All that a process keeps of one target between its runs. */
export interface Watch {
  readonly config: PollerConfig;
  /** Read the target; what is kept and said goes by those of the watchdog's own account. */
  readonly clients: AwsClients;
  /** Counts the calls of these clients. */
  readonly counter: CallCounter;
  /** Calls of earlier runs that no saved state counts yet. */
  readonly uncounted: CallCounter;
  /** Where the target's state is kept; its calls end with the part of the run they are made in. */
  readonly table: TablePartition;
  readonly memory: WarmMemory;
  readonly publishLimits: PublishLimits;
  /** Whether a run publishes the watchdog's own metrics; of a fleet the dispatcher does, for all targets as one. */
  readonly hasOwnMetrics: boolean;
  /** Ends the calls of table and limits from now on with a part of a run. */
  enter(budget: Budget, part: 'reading' | 'all'): void;
}

/** What a watch is made of. */
export interface WatchParts extends Pick<Watch, 'config' | 'clients' | 'counter' | 'hasOwnMetrics'> {
  /** Partition of the table in which the target's state is kept. */
  readonly partition: string;
}

/** A watch that knows nothing yet. */
export function createWatch({ config, clients, counter, hasOwnMetrics, partition }: WatchParts): Watch {
  let endSignal: AbortSignal | null = null;
  const signalOf = () => endSignal;
  return {
    config,
    clients,
    counter,
    uncounted: new Map(),
    table: { client: boundBy(clients.dynamoDb, signalOf), tableName: config.tableName, partition },
    memory: createWarmMemory(),
    hasOwnMetrics,
    publishLimits: createLimitsPublisher({ ssm: boundBy(clients.ssm, signalOf) }, config),
    enter: ({ signals }, part) => {
      endSignal = signals[part];
    },
  };
}
