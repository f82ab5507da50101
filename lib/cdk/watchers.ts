import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DispatcherFunction } from './fleet/dispatcher-function';
import type { Fleet } from './fleet/fleet';
import { ReaderRoles } from './fleet/reader-roles';
import { TargetQueue } from './fleet/target-queue';
import { WorkerFunction } from './fleet/worker-function';
import { PollerFunction } from './functions/poller-function';
import type { WatchSettings } from './functions/settings';

/** Who watches. */
export interface Watchers {
  /** Reads, evaluates, and speaks where it is alone. */
  readonly poller: { readonly function: LambdaFunction; readonly logGroup: LogGroup };
  /** `undefined` where there is one target. */
  readonly fleet:
    | { readonly dispatcher: LambdaFunction; readonly targets: TargetQueue; readonly readers: ReaderRoles }
    | undefined;
}

/** Makes who watches: a poller for the own account and Region, or a dispatcher with workers for a fleet. */
export function createWatchers(scope: Construct, settings: WatchSettings, fleet: Fleet | undefined): Watchers {
  if (!fleet) return { poller: new PollerFunction(scope, 'Poller', settings), fleet: undefined };
  const targets = new TargetQueue(scope, 'Targets');
  const { queue } = targets;
  const worker = new WorkerFunction(scope, 'Worker', { settings, fleet, queue });
  const dispatcher = new DispatcherFunction(scope, 'Dispatcher', { settings, fleet, queue });
  const { watchdogName } = settings;
  const workerRoleArn = worker.role.roleArn;
  const readers = new ReaderRoles(scope, 'Readers', { watchdogName, fleet, worker: worker.function, workerRoleArn });
  return { poller: worker, fleet: { dispatcher: dispatcher.function, targets, readers } };
}

/** The queues of what was given up, beside that of the schedule. */
export function letterBoxesOf({ fleet }: Watchers): Queue[] {
  return fleet ? [fleet.targets.deadLetters] : [];
}
