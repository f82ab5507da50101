import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';

/** Real SDK clients that talk to a local account. */
export function clientsOf(url: string, options: { maxAttempts?: number; requestTimeout?: number } = {}) {
  const config = {
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: options.maxAttempts ?? 1,
    requestHandler: { requestTimeout: options.requestTimeout ?? 5_000, throwOnRequestTimeout: true },
  };
  const serviceQuotas = new ServiceQuotasClient(config);
  return {
    bedrock: new BedrockClient(config),
    // The runtime's client speaks HTTP/2 by itself; the local account speaks HTTP/1.1, as do the other clients.
    runtime: new BedrockRuntimeClient({ ...config, requestHandler: serviceQuotas.config.requestHandler }),
    cloudTrail: new CloudTrailClient(config),
    cloudWatch: new CloudWatchClient(config),
    dynamoDb: new DynamoDBClient(config),
    eventBridge: new EventBridgeClient(config),
    ssm: new SSMClient(config),
    serviceQuotas,
    sns: new SNSClient(config),
    sts: new STSClient(config),
  };
}
