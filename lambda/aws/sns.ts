import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { AlertMessage } from '../../lib/core/message';

/** Tries of a message that SNS refused; the outbox brings it again at the next run. */
const ATTEMPTS = 3;

function toAttribute(value: string | readonly string[]): MessageAttributeValue {
  return typeof value === 'string'
    ? { DataType: 'String', StringValue: value }
    : { DataType: 'String.Array', StringValue: JSON.stringify(value) };
}

/** Whether SNS itself said that it did not take the message now; a lost answer says nothing. */
function isRefusedForNow(error: unknown): boolean {
  const { name = '', $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return name.includes('Throttl') || status === 429 || status >= 500;
}

/**
 * Publishes one message to a topic. Only a plain refusal is tried again: after a lost answer the message may be out
 * already, and each try could mail it once more.
 * @throws the SDK's error when SNS did not take it, or did not say so.
 */
export async function publishAlert(client: SNSClient, topicArn: string, alert: AlertMessage): Promise<void> {
  const attributes = Object.entries(alert.attributes).filter(([, value]) => value.length > 0);
  const command = new PublishCommand({
    TopicArn: topicArn,
    Subject: alert.subject,
    MessageStructure: 'json',
    Message: JSON.stringify(alert.message),
    MessageAttributes: Object.fromEntries(attributes.map(([name, value]) => [name, toAttribute(value)])),
  });
  for (let attempt = 1; ; attempt++) {
    try {
      const { MessageId } = await client.send(command);
      // The SDK takes any XML of status 200 for success.
      if (!MessageId) throw new Error('SNS answered without a MessageId');
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !isRefusedForNow(error)) throw error;
    }
  }
}
