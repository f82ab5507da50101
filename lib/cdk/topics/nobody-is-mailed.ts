import { Annotations, AspectPriority, Aspects } from 'aws-cdk-lib';
import { CfnSubscription, type ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct, IConstruct } from 'constructs';

const WARNING =
  'nobody is mailed: alertEmails is empty and nothing is subscribed to alertTopic; addresses that an earlier deployment subscribed are taken away. Name one, or subscribe to alertTopic. In a clone keep them in cdk.json ("context": { "alertEmail": "ops@example.com" }): -c alertEmail=… counts for one deployment only';

function isSubscribed(root: IConstruct, { topicArn }: ITopic): boolean {
  return root.node.findAll().some((node) => node instanceof CfnSubscription && node.topicArn === topicArn);
}

/** Warns of a topic that nobody has subscribed to when the whole app is there. */
export function warnIfNobodyIsMailed(scope: Construct, topic: ITopic): void {
  const visit = (node: IConstruct) => {
    if (node !== scope || isSubscribed(scope.node.root, topic)) return;
    Annotations.of(scope).addWarningV2('bedrock-quota-watchdog:nobody-is-mailed', WARNING);
  };
  Aspects.of(scope).add({ visit }, { priority: AspectPriority.READONLY });
}
