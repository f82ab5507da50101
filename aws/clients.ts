import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SSMClient } from '@aws-sdk/client-ssm';
import { type CallCounter, countCalls } from './call-counter';
import { clientConfigOf } from './client-config';
import { createTargetClients, type TargetClients } from './target-clients';

/** The AWS clients of one Region, each counting its calls: those that read it, and those that keep and say. */
export interface AwsClients extends TargetClients {
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
    ...createTargetClients({ region, credentials: null }, counter),
    // An answer that is lost may stand for a message that was sent: sendOnce knows when to try again.
    sns: new SNSClient({ ...config, maxAttempts: 1 }),
    eventBridge: new EventBridgeClient({ ...config, maxAttempts: 1 }),
    dynamoDb: new DynamoDBClient(config),
    ssm: new SSMClient(config),
    // The queue is of this Region: its host says nothing that the Region does not, and AWS_ENDPOINT_URL counts.
    sqs: new SQSClient({ ...config, useQueueUrlAsEndpoint: false }),
  };
  countCalls(clients.sns, 'sns', counter);
  countCalls(clients.eventBridge, 'events', counter);
  countCalls(clients.dynamoDb, 'dynamodb', counter);
  countCalls(clients.ssm, 'ssm', counter);
  countCalls(clients.sqs, 'sqs', counter);
  return clients;
}
