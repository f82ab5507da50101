import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { METRIC_NAMESPACE } from '../../contract';

/** The resources the poller may touch. */
export interface PollerResources {
  readonly tableArn: string;
  /** The topics the poller speaks to. */
  readonly topicArns: readonly string[];
  /** Absent: no events are put. */
  readonly eventBusArn?: string;
  /** Absent: refused calls are not looked at. */
  readonly refusalQueueArn?: string;
  /** The keys of these topics. */
  readonly keyArns: readonly string[];
  /** Of the topics and their keys. */
  readonly region: string;
  /** Custom models and their deployments: whose base models are looked up when they have traffic. */
  readonly customModelArns: readonly string[];
  /** The SSM parameters with alert rules. */
  readonly parameterArns: readonly string[];
  /** The SSM parameter in which limits are published. */
  readonly limitsParameterArn: string;
  /** ARN of the log group with `:*`, as CloudFormation returns it: it covers the group's streams. */
  readonly logGroupArn: string;
}

/**
 * All the poller may do. The actions are those the adapters in aws/ call; a test compares the two.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/ (read 2026-11)
 */
export function pollerStatements(allowed: PollerResources): PolicyStatement[] {
  const {
    tableArn,
    topicArns,
    eventBusArn,
    refusalQueueArn,
    keyArns,
    region,
    customModelArns,
    parameterArns,
    limitsParameterArn,
    logGroupArn,
  } = allowed;
  return [
    new PolicyStatement({
      sid: 'ReadQuotasAndUsage',
      actions: [
        'servicequotas:ListServiceQuotas',
        'servicequotas:ListAWSDefaultServiceQuotas',
        'servicequotas:ListRequestedServiceQuotaChangeHistory',
        'cloudwatch:ListMetrics',
        'cloudwatch:GetMetricData',
        'cloudwatch:GetMetricStatistics',
        'bedrock:ListFoundationModels',
        'bedrock:ListInferenceProfiles',
      ],
      // These answer for the account and Region as a whole: there is no resource to name.
      resources: ['*'],
    }),
    new PolicyStatement({
      sid: 'FindBaseModels',
      actions: ['bedrock:GetCustomModelDeployment', 'bedrock:GetCustomModel'],
      resources: [...customModelArns],
    }),
    new PolicyStatement({
      sid: 'PublishOwnMetrics',
      actions: ['cloudwatch:PutMetricData'],
      // PutMetricData knows no resource either; the namespace is what can be limited.
      resources: ['*'],
      conditions: { StringEquals: { 'cloudwatch:namespace': METRIC_NAMESPACE } },
    }),
    new PolicyStatement({
      sid: 'KeepState',
      actions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:BatchWriteItem'],
      resources: [tableArn],
    }),
    new PolicyStatement({ sid: 'ReadRules', actions: ['ssm:GetParameters'], resources: [...parameterArns] }),
    new PolicyStatement({
      sid: 'PublishLimits',
      actions: ['ssm:GetParameters', 'ssm:PutParameter'],
      resources: [limitsParameterArn],
    }),
    new PolicyStatement({ sid: 'PublishAlerts', actions: ['sns:Publish'], resources: [...topicArns] }),
    ...(eventBusArn === undefined
      ? []
      : [new PolicyStatement({ sid: 'PutEvents', actions: ['events:PutEvents'], resources: [eventBusArn] })]),
    ...(refusalQueueArn === undefined
      ? []
      : [
          new PolicyStatement({
            sid: 'FetchRefusals',
            actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
            resources: [refusalQueueArn],
          }),
        ]),
    new PolicyStatement({
      sid: 'EncryptAlerts',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [...keyArns],
      // The keys of topics, for SNS alone: what else they encrypt is none of the poller's business.
      conditions: { StringEquals: { 'kms:ViaService': `sns.${region}.amazonaws.com` } },
    }),
    new PolicyStatement({
      sid: 'WriteLogs',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroupArn],
    }),
  ];
}
