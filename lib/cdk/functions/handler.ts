import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Policy, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  CfnFunction,
  Code,
  type FunctionProps,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  RuntimeFamily,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { followFunction } from './follow-function';
import type { FunctionOptions } from './function-options';
import { findLambdaBundle } from './lambda-bundle';
import { writeLogs } from './statements';

/**
 * What the Lambdas run on, by its name: older CDKs have no constant for it.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
const RUNTIME = new Runtime('nodejs24.x', RuntimeFamily.NODEJS);

/** A Lambda of the watchdog. */
export interface HandlerProps {
  /** Its folder in `lambda`. */
  readonly bundle: string;
  readonly description: string;
  readonly roleDescription: string;
  /** Unless `options` say otherwise. */
  readonly memoryMib: number;
  readonly timeout: Duration;
  /** All it may do but write its logs. */
  readonly statements: readonly PolicyStatement[];
  readonly environment: Readonly<Record<string, string>>;
  readonly options: FunctionOptions;
  /** Of events that are handed over and not waited for. @default - it is never called so */
  readonly patience?: { readonly retryAttempts: number; readonly maxEventAge: Duration };
  readonly logRetention: RetentionDays;
  /** What becomes of the logs when they leave the stack. */
  readonly removalPolicy: RemovalPolicy;
}

/** A Lambda with all it needs. */
export interface Handler {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;
  readonly role: Role;
  readonly policy: Policy;
}

/** Where it runs. */
function networkOf({ vpc, vpcSubnets, securityGroups }: FunctionOptions): Partial<FunctionProps> {
  if (!vpc) return {};
  return {
    vpc,
    ...(vpcSubnets ? { vpcSubnets } : {}),
    ...(securityGroups ? { securityGroups: [...securityGroups] } : {}),
  };
}

/** Traced by its template alone: the library would write the permission into a policy of its own. */
function trace(lambda: LambdaFunction, { tracing }: FunctionOptions): void {
  const { defaultChild } = lambda.node;
  if (tracing === undefined || tracing === Tracing.DISABLED || !(defaultChild instanceof CfnFunction)) return;
  defaultChild.tracingConfig = { mode: tracing };
}

/** The one way a Lambda is made: from its bundle, with a log group and a role of its own. */
export function createHandler(scope: Construct, props: HandlerProps): Handler {
  const { logRetention: retention, removalPolicy, options } = props;
  const logGroup = new LogGroup(scope, 'Logs', { retention, removalPolicy });
  // A role of its own: the managed AWSLambdaBasicExecutionRole may write to every log group of the account.
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: props.roleDescription,
  });
  const policy = new Policy(scope, 'Policy', {
    roles: [role],
    statements: [...props.statements, writeLogs(logGroup.logGroupArn)],
  });
  // No reserved concurrency: new accounts have 10 environments in all, and Lambda refuses to reserve of the last 10.
  const lambda = new LambdaFunction(scope, 'Function', {
    description: props.description,
    runtime: RUNTIME,
    architecture: options.architecture ?? Architecture.ARM_64,
    code: Code.fromAsset(findLambdaBundle(props.bundle)),
    handler: 'index.handler',
    memorySize: options.memorySize ?? props.memoryMib,
    timeout: props.timeout,
    ...props.patience,
    ...networkOf(options),
    role,
    logGroup,
    // Powertools writes JSON lines past the runtime's console, and Lambda takes a line of JSON as it is: nothing is
    // encoded twice, and crashes and the runtime's own lines are JSON too.
    loggingFormat: LoggingFormat.JSON,
    environment: { ...props.environment },
  });
  // The first call must find its permissions.
  lambda.node.addDependency(policy);
  trace(lambda, options);
  followFunction(policy, lambda);
  return { function: lambda, logGroup, role, policy };
}
