import {
  type MessageAttributeValue,
  PublishCommand,
  type PublishCommandInput,
  type SNSClient,
} from '@aws-sdk/client-sns';
import type { ChatNotification } from '../lib/core/messages/chat';
import type { AlertMessage } from '../lib/core/messages/mail';
import { unfoldBodies } from '../lib/core/messages/protocols';
import { toStatement } from '../lib/core/vocabulary/statement';
import { StatementError } from './aws-error';
import { sendOnce } from './send-once';

function toAttribute(value: string | readonly string[]): MessageAttributeValue {
  return typeof value === 'string'
    ? { DataType: 'String', StringValue: value }
    : { DataType: 'String.Array', StringValue: JSON.stringify(value) };
}

/** @returns the MessageId. @throws the SDK's error when SNS did not take it, or did not say so. */
async function publish(client: SNSClient, input: PublishCommandInput): Promise<string> {
  const command = new PublishCommand(input);
  return sendOnce(async () => {
    const { MessageId } = await client.send(command);
    // The SDK takes any XML of status 200 for success.
    if (!MessageId) throw new StatementError(toStatement('noMessageId'));
    return MessageId;
  });
}

/** Publishes the message of a run. @returns its MessageId. @throws the SDK's error when SNS did not take it, or did not say so. */
export async function publishAlert(client: SNSClient, topicArn: string, alert: AlertMessage): Promise<string> {
  const attributes = Object.entries(alert.attributes).filter(([, value]) => value.length > 0);
  return publish(client, {
    TopicArn: topicArn,
    Subject: alert.subject,
    MessageStructure: 'json',
    Message: JSON.stringify(unfoldBodies(alert.message)),
    MessageAttributes: Object.fromEntries(attributes.map(([name, value]) => [name, toAttribute(value)])),
  });
}

/** Publishes one notification for a chat. @returns its MessageId. @throws the SDK's error when SNS did not take it, or did not say so. */
export async function publishChat(
  client: SNSClient,
  topicArn: string,
  notification: ChatNotification,
): Promise<string> {
  return publish(client, { TopicArn: topicArn, Message: JSON.stringify(notification) });
}
