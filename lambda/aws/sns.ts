import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { AlertMessage } from '../../lib/core/message';

function toAttribute(value: string | readonly string[]): MessageAttributeValue {
  return typeof value === 'string'
    ? { DataType: 'String', StringValue: value }
    : { DataType: 'String.Array', StringValue: JSON.stringify(value) };
}

/** Publishes one message to a topic. @throws the SDK's error when SNS did not take it. */
export async function publishAlert(client: SNSClient, topicArn: string, alert: AlertMessage): Promise<void> {
  const attributes = Object.entries(alert.attributes).filter(([, value]) => value.length > 0);
  const { MessageId } = await client.send(
    new PublishCommand({
      TopicArn: topicArn,
      Subject: alert.subject,
      MessageStructure: 'json',
      Message: JSON.stringify(alert.message),
      MessageAttributes: Object.fromEntries(attributes.map(([name, value]) => [name, toAttribute(value)])),
    }),
  );
  // The SDK takes any XML of status 200 for success.
  if (!MessageId) throw new Error('SNS answered without a MessageId');
}
