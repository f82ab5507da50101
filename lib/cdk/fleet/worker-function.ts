import { Duration, Token } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { POLLER_TIMEOUT_SECONDS } from '../../contract';
import { acknowledgeCustomModels, acknowledgeLists, acknowledgeWildcard } from '../functions/acknowledge-wildcard';
import { createHandler } from '../functions/handler';
import { customModelArnsOf, rulesArnsOf, type WatchSettings, watchVariablesOf } from '../functions/settings';
import { fetchRefusals, keepState, publishLimits, readAccount, readRules } from '../functions/statements';
import { WATCH_MEMORY_MIB } from '../functions/tick-limits';
import { readerRoleArnOf } from '../reader/reader-role';
import type { Fleet } from './fleet';
import { fleetVariablesOf } from './fleet-variables';
import { assumeReaders, takeTargets, workerPartitionsOf } from './worker-statements';

/** Targets that one worker looks at side by side: few, so that those that wait are spread over the workers. */
const BATCH_SIZE = 5;

/** Properties of {@link WorkerFunction}. */
export interface WorkerFunctionProps {
  readonly settings: WatchSettings;
  readonly fleet: Fleet;
  /** Where the targets that are due come from. */
  readonly queue: IQueue;
}

/** The worker Lambda: the poller for whatever target it is given. It reads, judges and keeps; it speaks to nobody. */
export class WorkerFunction extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;
  /** What the reader roles trust. */
  readonly role: Role;

  constructor(scope: Construct, id: string, { settings, fleet, queue }: WorkerFunctionProps) {
    super(scope, id);
    const { watchdogName, options, logRetention, removalPolicy } = settings;
    const customModelArns = customModelArnsOf(this, '*');
    const handler = createHandler(this, {
      bundle: 'worker',
      description: `Compares the Bedrock quotas of an account and Region with the traffic that spends them (${watchdogName})`,
      roleDescription: `Role of the workers of ${watchdogName}`,
      memoryMib: WATCH_MEMORY_MIB,
      timeout: Duration.seconds(POLLER_TIMEOUT_SECONDS),
      statements: [
        ...readAccount({ customModelArns, regions: fleet.regions }),
        ...assumeReaders(this, watchdogName, fleet),
        takeTargets(queue.queueArn),
        keepState(settings.table.tableArn, workerPartitionsOf(this)),
        readRules(rulesArnsOf(this, settings)),
        publishLimits(settings.limits.parameterArn),
        ...fetchRefusals(settings.refusalQueue?.queueArn),
      ],
      environment: {
        ...watchVariablesOf(settings),
        ...fleetVariablesOf(this, { fleet, watchdogName, queueUrl: queue.queueUrl }),
      },
      options,
      logRetention,
      removalPolicy,
    });
    acknowledgeLists(handler.policy);
    acknowledgeCustomModels(handler.policy, customModelArns);
    if (fleet.organization || Token.isUnresolved(fleet.accounts)) {
      acknowledgeWildcard(
        handler.policy,
        readerRoleArnOf(this, watchdogName, '*'),
        'Which accounts there are is known when it runs: one role by its name, in accounts of the own organisation or of a list alone.',
      );
    }
    const source = new EventSourceMapping(this, 'Targets', {
      target: handler.function,
      eventSourceArn: queue.queueArn,
      batchSize: BATCH_SIZE,
      reportBatchItemFailures: true,
      maxConcurrency: fleet.maxConcurrency,
    });
    source.node.addDependency(handler.policy);
    this.function = handler.function;
    this.logGroup = handler.logGroup;
    this.role = handler.role;
  }
}
