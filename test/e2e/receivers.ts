import { createServer } from 'node:http';
import { type SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** A message as a queue got it from a topic. */
export interface QueuedMessage {
  readonly subject: string;
  /** The body for the protocol. */
  readonly body: string;
  readonly attributes: Readonly<Record<string, { readonly Type: string; readonly Value: string }>>;
}

/** A queue subscribed to a topic, and what it got so far. */
export interface QueueReceiver {
  readonly messages: readonly QueuedMessage[];
  /** Takes what waits in the queue. */
  poll(): Promise<void>;
}

/** Makes a queue and subscribes it to a topic. @param filterPolicy of the subscription. */
export async function subscribeQueue(
  clients: { sqs: SQSClient; sns: SNSClient },
  name: string,
  topicArn: string,
  filterPolicy?: object,
): Promise<QueueReceiver> {
  const { QueueUrl } = await clients.sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await clients.sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }),
  );
  const Policy = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: Attributes?.QueueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
      },
    ],
  };
  await clients.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy: JSON.stringify(Policy) } }));
  await clients.sns.send(
    new SubscribeCommand({
      TopicArn: topicArn,
      Protocol: 'sqs',
      Endpoint: Attributes?.QueueArn,
      ...(filterPolicy ? { Attributes: { FilterPolicy: JSON.stringify(filterPolicy) } } : {}),
    }),
  );
  const messages: QueuedMessage[] = [];
  return {
    messages,
    async poll() {
      const reply = await clients.sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 600 }),
      );
      for (const { Body } of reply.Messages ?? []) {
        const envelope = JSON.parse(Body ?? '{}') as {
          Subject?: string;
          Message?: string;
          MessageAttributes?: QueuedMessage['attributes'];
        };
        messages.push({
          subject: envelope.Subject ?? '',
          body: envelope.Message ?? '',
          attributes: envelope.MessageAttributes ?? {},
        });
      }
    },
  };
}

/** An HTTP endpoint subscribed to a topic; it confirms the subscription as SNS asks, and keeps what is posted. */
export async function subscribeHttp(
  sns: SNSClient,
  topicArn: string,
): Promise<{ readonly bodies: readonly string[]; close(): void }> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      response.end();
      const post = JSON.parse(text || '{}') as { Type?: string; SubscribeURL?: string; Message?: string };
      if (post.Type === 'SubscriptionConfirmation' && post.SubscribeURL) void fetch(post.SubscribeURL);
      else if (post.Type === 'Notification') bodies.push(post.Message ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await sns.send(new SubscribeCommand({ TopicArn: topicArn, Protocol: 'http', Endpoint: `http://127.0.0.1:${port}/` }));
  return {
    bodies,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
