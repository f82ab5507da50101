/**
 * What is read of the account that is watched, by the poller's role and by reader roles alike. These answer for the account and
 * Region as a whole: there is no resource to name.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/ (read 2026-11)
 */
export const READ_ACTIONS: readonly string[] = [
  'servicequotas:ListServiceQuotas',
  'servicequotas:ListAWSDefaultServiceQuotas',
  'servicequotas:ListRequestedServiceQuotaChangeHistory',
  'cloudwatch:ListMetrics',
  'cloudwatch:GetMetricData',
  'cloudwatch:GetMetricStatistics',
  'bedrock:ListFoundationModels',
  'bedrock:ListInferenceProfiles',
];

/** What tells the base model of a custom one that has traffic. */
export const BASE_MODEL_ACTIONS: readonly string[] = ['bedrock:GetCustomModelDeployment', 'bedrock:GetCustomModel'];

/** The resources of {@link BASE_MODEL_ACTIONS}. */
export const CUSTOM_MODEL_RESOURCES = ['custom-model-deployment', 'custom-model'] as const;
