import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { METRIC_NAMESPACE } from '../../contract';
import { BASE_MODEL_ACTIONS, READ_ACTIONS } from './read-actions';

/** What is read of the own account. */
export interface ReadResources {
  /** Custom models and their deployments: whose base models are looked up when they have traffic. */
  readonly customModelArns: readonly string[];
  /** Regions whose custom models these are. @default - the ARNs name it */
  readonly regions?: readonly string[];
}

/** Lets the account be read that the role is in. */
export function readAccount({ customModelArns, regions }: ReadResources): PolicyStatement[] {
  return [
    new PolicyStatement({ sid: 'ReadQuotasAndUsage', actions: [...READ_ACTIONS], resources: ['*'] }),
    new PolicyStatement({
      sid: 'FindBaseModels',
      actions: [...BASE_MODEL_ACTIONS],
      resources: [...customModelArns],
      ...(regions ? { conditions: { StringEquals: { 'aws:RequestedRegion': [...regions] } } } : {}),
    }),
  ];
}

/** Lets the watchdog's own metrics be put. */
export function publishOwnMetrics(): PolicyStatement {
  return new PolicyStatement({
    sid: 'PublishOwnMetrics',
    actions: ['cloudwatch:PutMetricData'],
    // PutMetricData knows no resource either; the namespace is what can be limited.
    resources: ['*'],
    conditions: { StringEquals: { 'cloudwatch:namespace': METRIC_NAMESPACE } },
  });
}

/** Lets the table be read and written. @param partitions patterns of the partitions, where they are not all. */
export function keepState(tableArn: string, partitions?: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'KeepState',
    actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:BatchWriteItem'],
    resources: [tableArn],
    ...(partitions ? { conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } } } : {}),
  });
}

/** Lets the parameters of rules be read. */
export function readRules(parameterArns: readonly string[]): PolicyStatement {
  return new PolicyStatement({ sid: 'ReadRules', actions: ['ssm:GetParameters'], resources: [...parameterArns] });
}

/** Lets the limits in force be published. */
export function publishLimits(parameterArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'PublishLimits',
    actions: ['ssm:GetParameters', 'ssm:PutParameter'],
    resources: [parameterArn],
  });
}

/** Lets refused calls be fetched; nothing where they are not looked at. */
export function fetchRefusals(queueArn: string | undefined): PolicyStatement[] {
  if (queueArn === undefined) return [];
  return [
    new PolicyStatement({
      sid: 'FetchRefusals',
      actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      resources: [queueArn],
    }),
  ];
}

/** Lets the topics be published to. */
export function publishAlerts(topicArns: readonly string[]): PolicyStatement {
  return new PolicyStatement({ sid: 'PublishAlerts', actions: ['sns:Publish'], resources: [...topicArns] });
}

/** Lets events be put on a bus; nothing where there is none. */
export function putEvents(eventBusArn: string | undefined): PolicyStatement[] {
  if (eventBusArn === undefined) return [];
  return [new PolicyStatement({ sid: 'PutEvents', actions: ['events:PutEvents'], resources: [eventBusArn] })];
}

/**
 * Lets the keys of topics be used by SNS, and by it alone: what else they encrypt is none of the watchdog's business. Nothing
 * where no topic has one.
 */
export function encryptAlerts(keyArns: readonly string[], region: string): PolicyStatement[] {
  if (keyArns.length === 0) return [];
  return [
    new PolicyStatement({
      sid: 'EncryptAlerts',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [...keyArns],
      conditions: { StringEquals: { 'kms:ViaService': `sns.${region}.amazonaws.com` } },
    }),
  ];
}

/** Lets logs be written. @param logGroupArn with `:*`, as CloudFormation returns it: it covers the group's streams. */
export function writeLogs(logGroupArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'WriteLogs',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroupArn],
  });
}

/**
 * Lets a function in a VPC have its network interfaces; EC2 lists them for all or none.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html (read 2026-11)
 */
export function joinNetwork(): PolicyStatement {
  return new PolicyStatement({
    sid: 'JoinNetwork',
    actions: [
      'ec2:CreateNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:DeleteNetworkInterface',
      'ec2:AssignPrivateIpAddresses',
      'ec2:UnassignPrivateIpAddresses',
    ],
    resources: ['*'],
  });
}

/**
 * Lets a traced function send its traces.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html (read 2026-11)
 */
export function sendTraces(): PolicyStatement {
  return new PolicyStatement({
    sid: 'SendTraces',
    actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
    resources: ['*'],
  });
}
