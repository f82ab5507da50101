import { Duration, Stack } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { POLLER_TIMEOUT_SECONDS } from '../../contract';
import { acknowledgeCustomModels, acknowledgeLists } from './acknowledge-wildcard';
import { createHandler } from './handler';
import {
  customModelArnsOf,
  keyArnsOf,
  rulesArnsOf,
  topicArnsOf,
  type WatchSettings,
  watchVariablesOf,
} from './settings';
import {
  encryptAlerts,
  fetchRefusals,
  keepState,
  publishAlerts,
  publishLimits,
  publishOwnMetrics,
  putEvents,
  readAccount,
  readRules,
} from './statements';
import { ASYNC_PATIENCE, WATCH_MEMORY_MIB } from './tick-limits';

/** The poller Lambda, with a role that may do just what the adapters call. */
export class PollerFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, settings: WatchSettings) {
    super(scope, id);
    const { watchdogName, options, logRetention, removalPolicy } = settings;
    const customModelArns = customModelArnsOf(this);
    const handler = createHandler(this, {
      bundle: 'poller',
      description: `Compares the Bedrock quotas with the traffic that spends them (${watchdogName})`,
      roleDescription: `Role of the poller of ${watchdogName}`,
      memoryMib: WATCH_MEMORY_MIB,
      // Shorter than the tick of one minute, so that a slow run is over when the next one starts.
      timeout: Duration.seconds(POLLER_TIMEOUT_SECONDS),
      patience: ASYNC_PATIENCE,
      statements: [
        ...readAccount({ customModelArns }),
        publishOwnMetrics(),
        keepState(settings.table.tableArn),
        readRules(rulesArnsOf(this, settings)),
        publishLimits(settings.limits.parameterArn),
        publishAlerts(topicArnsOf(settings)),
        ...putEvents(settings.eventBus?.eventBusArn),
        ...fetchRefusals(settings.refusalQueue?.queueArn),
        ...encryptAlerts(keyArnsOf(settings), Stack.of(this).region),
      ],
      environment: watchVariablesOf(settings),
      options,
      logRetention,
      removalPolicy,
    });
    acknowledgeLists(handler.policy);
    acknowledgeCustomModels(handler.policy, customModelArns);
    this.function = handler.function;
    this.logGroup = handler.logGroup;
  }
}
