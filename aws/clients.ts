import { BedrockClient } from '@aws-sdk/client-bedrock';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { type CallCounter, countCalls } from './call-counter';
import { clientConfigOf } from './client-config';

/** The AWS clients of one Region, each counting its calls. */
export interface AwsClients {
  readonly serviceQuotas: ServiceQuotasClient;
  readonly cloudWatch: CloudWatchClient;
  readonly bedrock: BedrockClient;
  readonly sns: SNSClient;
  readonly eventBridge: EventBridgeClient;
  readonly dynamoDb: DynamoDBClient;
  readonly ssm: SSMClient;
  readonly sqs: SQSClient;
}

/** Builds the clients. Credentials and endpoints come from the standard AWS variables. */
export function createClients(region: string | undefined, counter: CallCounter): AwsClients {
  const config = clientConfigOf(region);
  const clients: AwsClients = {
    serviceQuotas: new ServiceQuotasClient(config),
    cloudWatch: new CloudWatchClient(config),
    bedrock: new BedrockClient(config),
    // An answer that is lost may stand for a message that was sent: sendOnce knows when to try again.
    sns: new SNSClient({ ...config, maxAttempts: 1 }),
    eventBridge: new EventBridgeClient({ ...config, maxAttempts: 1 }),
    dynamoDb: new DynamoDBClient(config),
    ssm: new SSMClient(config),
    // The queue is of this Region: its host says nothing that the Region does not, and AWS_ENDPOINT_URL counts.
    sqs: new SQSClient({ ...config, useQueueUrlAsEndpoint: false }),
  };
  countCalls(clients.serviceQuotas, 'servicequotas', counter);
  countCalls(clients.cloudWatch, 'cloudwatch', counter);
  countCalls(clients.bedrock, 'bedrock', counter);
  countCalls(clients.sns, 'sns', counter);
  countCalls(clients.eventBridge, 'events', counter);
  countCalls(clients.dynamoDb, 'dynamodb', counter);
  countCalls(clients.ssm, 'ssm', counter);
  countCalls(clients.sqs, 'sqs', counter);
  return clients;
}
