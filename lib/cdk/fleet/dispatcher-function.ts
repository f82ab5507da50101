import { Duration, Stack } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DISPATCHER_TIMEOUT_SECONDS } from '../../contract';
import { acknowledgeLists, acknowledgeWildcard } from '../functions/acknowledge-wildcard';
import { createHandler } from '../functions/handler';
import { keyArnsOf, rulesArnsOf, topicArnsOf, variablesOf, type WatchSettings } from '../functions/settings';
import {
  encryptAlerts,
  keepState,
  publishAlerts,
  publishOwnMetrics,
  putEvents,
  readRules,
} from '../functions/statements';
import { ASYNC_PATIENCE, WATCH_MEMORY_MIB } from '../functions/tick-limits';
import { accountArnOf, listAccounts, parentArnsOf, sendTargets } from './dispatcher-statements';
import type { Fleet } from './fleet';
import { fleetVariablesOf } from './fleet-variables';

/** Properties of {@link DispatcherFunction}. */
export interface DispatcherFunctionProps {
  readonly settings: WatchSettings;
  readonly fleet: Fleet;
  /** Takes the targets that are due. */
  readonly queue: IQueue;
}

/** The dispatcher Lambda: it knows the targets, sends out those that are due, and speaks for all of them. It reads no quota. */
export class DispatcherFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, { settings, fleet, queue }: DispatcherFunctionProps) {
    super(scope, id);
    const { watchdogName, options, logRetention, removalPolicy } = settings;
    const handler = createHandler(this, {
      bundle: 'dispatcher',
      description: `Sends out the accounts and Regions that are due, and speaks for all of them (${watchdogName})`,
      roleDescription: `Role of the dispatcher of ${watchdogName}`,
      memoryMib: WATCH_MEMORY_MIB,
      timeout: Duration.seconds(DISPATCHER_TIMEOUT_SECONDS),
      patience: ASYNC_PATIENCE,
      statements: [
        ...listAccounts(this, fleet),
        sendTargets(queue.queueArn),
        publishOwnMetrics(),
        keepState(settings.table.tableArn),
        readRules(rulesArnsOf(this, settings)),
        publishAlerts(topicArnsOf(settings)),
        ...putEvents(settings.eventBus?.eventBusArn),
        ...encryptAlerts(keyArnsOf(settings), Stack.of(this).region),
      ],
      environment: {
        ...variablesOf(settings),
        ...fleetVariablesOf(this, { fleet, watchdogName, queueUrl: queue.queueUrl }),
      },
      options,
      logRetention,
      removalPolicy,
    });
    acknowledgeLists(
      handler.policy,
      fleet.organization?.all ? ' Nor does the list of the roots of an organisation.' : '',
    );
    if (fleet.organization) {
      for (const arn of [...parentArnsOf(this, fleet.organization), accountArnOf(this, fleet.organization)]) {
        acknowledgeWildcard(
          handler.policy,
          arn,
          'Which units and accounts are below the chosen ones is known when they are listed; Organizations answers for the own organisation alone.',
        );
      }
    }
    this.function = handler.function;
    this.logGroup = handler.logGroup;
  }
}
