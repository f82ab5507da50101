import { Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { APPLICATION, ENVIRONMENT, REFUSAL_EVIDENCE_VARIABLE, RUNBOOK } from '../../contract';
import type { BurndownRates } from '../../core/traffic/burndown';
import type { Thresholds } from '../../core/vocabulary/severity';
import type { Language } from '../../language/language';
import type { FunctionOptions } from './function-options';
import { createHandler } from './handler';

/** It holds what the poller holds: a day of minutes of the active series. */
const MEMORY_MIB = 256;

/** Longer than a read of the table with all its tries. */
const TIMEOUT = Duration.seconds(30);

/** Properties of {@link WidgetFunction}. */
export interface WidgetFunctionProps {
  readonly watchdogName: string;
  readonly table: TableV2;
  /** Whether the poller reads refused calls. */
  readonly refusalEvidence: boolean;
  /** Whether callers of refused calls are named. */
  readonly principals: boolean;
  /** Whether several accounts or Regions are watched. */
  readonly isFleet: boolean;
  readonly thresholds: Thresholds;
  /** Base model id → quota tokens per output token. */
  readonly burndownRates: BurndownRates;
  readonly language: Language;
  /** {@link RUNBOOK} or a URL. */
  readonly runbook: string;
  readonly options: FunctionOptions;
  readonly logRetention: RetentionDays;
  /** What becomes of the logs when they leave the stack. */
  readonly removalPolicy: RemovalPolicy;
}

/**
 * The Lambda behind the quota table of the dashboard. CloudWatch calls it with the rights of whoever looks, so viewers need
 * `lambda:InvokeFunction` on it; it reads the watchdog's table and may do nothing else.
 */
export class WidgetFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: WidgetFunctionProps) {
    super(scope, id);
    const { options, logRetention, removalPolicy } = props;
    const handler = createHandler(this, {
      bundle: 'widget',
      description: `Draws the quota table of the dashboard (${props.watchdogName})`,
      roleDescription: `Role of the dashboard widget of ${props.watchdogName}`,
      memoryMib: MEMORY_MIB,
      timeout: TIMEOUT,
      statements: [
        new PolicyStatement({
          sid: 'ReadState',
          actions: ['dynamodb:GetItem', 'dynamodb:Query'],
          resources: [props.table.tableArn],
        }),
      ],
      environment: {
        [ENVIRONMENT.tableName]: props.table.tableName,
        ...(props.refusalEvidence ? { [REFUSAL_EVIDENCE_VARIABLE]: 'true' } : {}),
        ...(props.isFleet ? { [ENVIRONMENT.accountId]: Stack.of(this).account } : {}),
        ...(props.principals ? {} : { [ENVIRONMENT.principals]: 'false' }),
        [ENVIRONMENT.warningPercent]: String(props.thresholds.warningPercent),
        [ENVIRONMENT.criticalPercent]: String(props.thresholds.criticalPercent),
        [ENVIRONMENT.burndownRates]: JSON.stringify(props.burndownRates),
        ...(props.language === 'en' ? {} : { [ENVIRONMENT.language]: props.language }),
        ...(props.runbook === RUNBOOK ? {} : { [ENVIRONMENT.runbook]: props.runbook }),
        POWERTOOLS_SERVICE_NAME: APPLICATION,
      },
      options,
      logRetention,
      removalPolicy,
    });
    this.function = handler.function;
  }
}
