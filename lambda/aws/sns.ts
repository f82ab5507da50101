import {
  type MessageAttributeValue,
  PublishCommand,
  type PublishCommandInput,
  type SNSClient,
} from '@aws-sdk/client-sns';
import type { ChatNotification } from '../../lib/core/chat-notification';
import type { AlertMessage } from '../../lib/core/message';
import { sendOnce } from './send-once';

function toAttribute(value: string | readonly string[]): MessageAttributeValue {
  return typeof value === 'string'
    ? { DataType: 'String', StringValue: value }
    : { DataType: 'String.Array', StringValue: JSON.stringify(value) };
}

/** @throws the SDK's error when SNS did not take it, or did not say so. */
async function publish(client: SNSClient, input: PublishCommandInput): Promise<void> {
  const command = new PublishCommand(input);
  await sendOnce(async () => {
    const { MessageId } = await client.send(command);
    // The SDK takes any XML of status 200 for success.
    if (!MessageId) throw new Error('SNS answered without a MessageId');
  });
}

/** Publishes the message of a run. @throws the SDK's error when SNS did not take it, or did not say so. */
export async function publishAlert(client: SNSClient, topicArn: string, alert: AlertMessage): Promise<void> {
  const attributes = Object.entries(alert.attributes).filter(([, value]) => value.length > 0);
  await publish(client, {
    TopicArn: topicArn,
    Subject: alert.subject,
    MessageStructure: 'json',
    Message: JSON.stringify(alert.message),
    MessageAttributes: Object.fromEntries(attributes.map(([name, value]) => [name, toAttribute(value)])),
  });
}

/** Publishes one notification for a chat. @throws the SDK's error when SNS did not take it, or did not say so. */
export async function publishChat(client: SNSClient, topicArn: string, notification: ChatNotification): Promise<void> {
  await publish(client, { TopicArn: topicArn, Message: JSON.stringify(notification) });
}
