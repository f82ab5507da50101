/** The stack of a fleet as a team with several accounts has it: named accounts, several Regions, a topic for one account's owner. */
import { App } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnManagedPolicy, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { WatchdogStack } from '../../../lib/cdk/watchdog-stack';
import { STACK_NAME } from '../../../lib/contract';
import { HOME, OWNED, OWNER_TOPIC, READ, REFUSING, REGIONS } from './places';

const app = new App();
const [home] = REGIONS;
const owners = [{ match: { accountId: OWNED }, topicArn: `arn:aws:sns:${home}:${HOME}:${OWNER_TOPIC}` }];
const stack = new WatchdogStack(app, STACK_NAME, {
  env: { account: HOME, region: home },
  alertEmails: ['ops@example.com'],
  regions: REGIONS,
  accounts: [...READ, REFUSING],
  rules: { owners },
});
// The engine takes no alarm on a sum of metrics, as those of both functions and of both queues of dead letters are.
for (const alarm of stack.node.findAll()) {
  if (!(alarm instanceof CfnAlarm) || alarm.metrics === undefined) continue;
  alarm.addPropertyDeletionOverride('Metrics');
  const one = { Namespace: 'AWS/Lambda', MetricName: 'Errors', Statistic: 'Sum', Period: 60 };
  for (const [name, value] of Object.entries(one)) alarm.addPropertyOverride(name, value);
}

// It asks for an action of batches, which IAM does not have, takes several parameters for all of them, and knows no namespaces.
const { dispatcher, poller, targetQueue } = stack.watchdog;
new CfnManagedPolicy(stack, 'OfTheEngine', {
  roles: [dispatcher, poller].flatMap((handler) => handler?.role?.roleName ?? []),
  policyDocument: new PolicyDocument({
    statements: [
      new PolicyStatement({ actions: ['sqs:SendMessageBatch'], resources: [targetQueue?.queueArn ?? ''] }),
      new PolicyStatement({ actions: ['ssm:GetParameters', 'cloudwatch:PutMetricData'], resources: ['*'] }),
    ],
  }),
});
