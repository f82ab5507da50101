import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { APPLICATION, ENVIRONMENT, REFUSAL_EVIDENCE_VARIABLE, RUNBOOK } from '../../contract';
import type { BurndownRates } from '../../core/traffic/burndown';
import type { Thresholds } from '../../core/vocabulary/severity';
import type { Language } from '../../language/language';
import { findLambdaBundle } from './lambda-bundle';

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
  readonly thresholds: Thresholds;
  /** Base model id → quota tokens per output token. */
  readonly burndownRates: BurndownRates;
  readonly language: Language;
  /** {@link RUNBOOK} or a URL. */
  readonly runbook: string;
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
    const { logRetention: retention, removalPolicy } = props;
    const logGroup = new LogGroup(this, 'Logs', { retention, removalPolicy });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Role of the dashboard widget of ${props.watchdogName}`,
    });
    const policy = new Policy(this, 'Policy', {
      roles: [role],
      statements: [
        new PolicyStatement({
          sid: 'ReadState',
          actions: ['dynamodb:GetItem', 'dynamodb:Query'],
          resources: [props.table.tableArn],
        }),
        new PolicyStatement({
          sid: 'WriteLogs',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
      ],
    });
    this.function = new LambdaFunction(this, 'Function', {
      description: `Draws the quota table of the dashboard (${props.watchdogName})`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(findLambdaBundle('widget')),
      handler: 'index.handler',
      memorySize: MEMORY_MIB,
      timeout: TIMEOUT,
      role: role.withoutPolicyUpdates(),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: {
        [ENVIRONMENT.tableName]: props.table.tableName,
        ...(props.refusalEvidence ? { [REFUSAL_EVIDENCE_VARIABLE]: 'true' } : {}),
        ...(props.principals ? {} : { [ENVIRONMENT.principals]: 'false' }),
        [ENVIRONMENT.warningPercent]: String(props.thresholds.warningPercent),
        [ENVIRONMENT.criticalPercent]: String(props.thresholds.criticalPercent),
        [ENVIRONMENT.burndownRates]: JSON.stringify(props.burndownRates),
        ...(props.language === 'en' ? {} : { [ENVIRONMENT.language]: props.language }),
        ...(props.runbook === RUNBOOK ? {} : { [ENVIRONMENT.runbook]: props.runbook }),
        POWERTOOLS_SERVICE_NAME: APPLICATION,
      },
    });
    this.function.node.addDependency(policy);
  }
}
