import { BedrockClient } from '@aws-sdk/client-bedrock';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SNSClient } from '@aws-sdk/client-sns';
import { type CallCounter, countCalls } from './call-counter';

/** How long one HTTP request may take before it is tried again; far below the life of the Lambda. */
const REQUEST_TIMEOUT_MS = 5_000;
const CONNECTION_TIMEOUT_MS = 2_000;

/** Tries of one call, the first included. */
const MAXIMUM_ATTEMPTS = 4;

/** The AWS clients of one Region, each counting its calls. */
export interface AwsClients {
  readonly serviceQuotas: ServiceQuotasClient;
  readonly cloudWatch: CloudWatchClient;
  readonly bedrock: BedrockClient;
  readonly sns: SNSClient;
  readonly eventBridge: EventBridgeClient;
  readonly dynamoDb: DynamoDBClient;
}

/** Builds the clients. Credentials and endpoints come from the standard AWS variables. */
export function createClients(region: string | undefined, counter: CallCounter): AwsClients {
  const config = {
    ...(region === undefined ? {} : { region }),
    maxAttempts: MAXIMUM_ATTEMPTS,
    requestHandler: {
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      // Without it the SDK only warns, and a call that hangs outlives the Lambda.
      throwOnRequestTimeout: true,
    },
  };
  const clients: AwsClients = {
    serviceQuotas: new ServiceQuotasClient(config),
    cloudWatch: new CloudWatchClient(config),
    bedrock: new BedrockClient(config),
    // An answer that is lost may stand for a message that was sent: sendOnce knows when to try again.
    sns: new SNSClient({ ...config, maxAttempts: 1 }),
    eventBridge: new EventBridgeClient({ ...config, maxAttempts: 1 }),
    dynamoDb: new DynamoDBClient(config),
  };
  countCalls(clients.serviceQuotas, 'servicequotas', counter);
  countCalls(clients.cloudWatch, 'cloudwatch', counter);
  countCalls(clients.bedrock, 'bedrock', counter);
  countCalls(clients.sns, 'sns', counter);
  countCalls(clients.eventBridge, 'events', counter);
  countCalls(clients.dynamoDb, 'dynamodb', counter);
  return clients;
}
