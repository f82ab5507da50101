import { ListSubscriptionsByTopicCommand, type SNSClient } from '@aws-sdk/client-sns';
import { readPages } from '../../aws/aws-error';
import type { Read } from '../../lib/core/vocabulary/blind-spot';

/** Who gets what a topic carries. */
export interface TopicSubscription {
  /** `email`, `sqs`, `https` … */
  readonly protocol: string;
  readonly endpoint: string;
  /** `pending`: AWS's mail or request asks to confirm it, and until then nothing is sent there. */
  readonly state: 'confirmed' | 'pending' | 'deleted';
}

/** SNS puts a word in the place of the ARN while there is none. */
function stateOf(subscriptionArn: string): TopicSubscription['state'] {
  if (subscriptionArn === 'Deleted') return 'deleted';
  return subscriptionArn.startsWith('arn:') ? 'confirmed' : 'pending';
}

/** The subscriptions of a topic, in the order of SNS. */
export function readSubscriptions(client: SNSClient, topicArn: string): Promise<Read<TopicSubscription[]>> {
  return readPages('sns:ListSubscriptionsByTopic', async (token) => {
    const reply = await client.send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, NextToken: token }));
    const items = (reply.Subscriptions ?? []).map(({ Protocol = '', Endpoint = '', SubscriptionArn = '' }) => ({
      protocol: Protocol,
      endpoint: Endpoint,
      state: stateOf(SubscriptionArn),
    }));
    return { items, next: reply.NextToken || undefined };
  });
}
