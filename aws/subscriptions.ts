import { ListSubscriptionsByTopicCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Recipient } from '../lib/core/vocabulary/account-state';
import type { Read } from '../lib/core/vocabulary/blind-spot';
import { cleanText } from '../lib/core/vocabulary/outside-text';
import { readPages } from './aws-error';

/** SNS puts a word in the place of the ARN while there is none. */
function stateOf(subscriptionArn: string): Recipient['state'] {
  if (subscriptionArn === 'Deleted') return 'deleted';
  return subscriptionArn.startsWith('arn:') ? 'confirmed' : 'pending';
}

/** The subscriptions of a topic, in the order of SNS. */
export function readSubscriptions(client: SNSClient, topicArn: string): Promise<Read<Recipient[]>> {
  return readPages('sns:ListSubscriptionsByTopic', async (token) => {
    const reply = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, NextToken: token }));
    const items = (reply.Subscriptions ?? []).map(({ Protocol = '', Endpoint = '', SubscriptionArn = '' }) => ({
      protocol: cleanText(Protocol),
      endpoint: cleanText(Endpoint),
      state: stateOf(SubscriptionArn),
    }));
    return { items, next: reply.NextToken || undefined };
  });
}
