import { CfnCondition, Fn, Token } from 'aws-cdk-lib';
import { CfnSubscription, type ITopic, Subscription, SubscriptionProtocol } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

/** Addresses that a list can have whose length is known at deployment only. */
export const MOST_LATER_EMAILS = 10;

/** Properties of {@link EmailSubscriptions}. */
export interface EmailSubscriptionsProps {
  readonly topic: ITopic;
  /** A list that is a token comes from parameters of the stack, for conditions know no other. */
  readonly emails: readonly string[];
}

/** Subscribes each address once. */
export class EmailSubscriptions extends Construct {
  constructor(scope: Construct, id: string, { topic, emails }: EmailSubscriptionsProps) {
    super(scope, id);
    if (Token.isUnresolved(emails)) this.subscribeLater(topic, emails);
    else for (const email of new Set(emails)) topic.addSubscription(new EmailSubscription(email));
  }

  /** A subscription for each place of the list, made where there is an address at it. */
  private subscribeLater(topic: ITopic, emails: readonly string[]): void {
    const padded = Fn.split(',', Fn.join('', [Fn.join(',', [...emails]), ','.repeat(MOST_LATER_EMAILS)]));
    for (let index = 0; index < MOST_LATER_EMAILS; index++) {
      const endpoint = Fn.select(index, padded);
      const expression = Fn.conditionNot(Fn.conditionEquals(endpoint, ''));
      const condition = new CfnCondition(this, `Has${index + 1}`, { expression });
      const protocol = SubscriptionProtocol.EMAIL;
      const subscription = new Subscription(this, `Email${index + 1}`, { topic, protocol, endpoint });
      const { defaultChild } = subscription.node;
      if (defaultChild instanceof CfnSubscription) defaultChild.cfnOptions.condition = condition;
    }
  }
}
