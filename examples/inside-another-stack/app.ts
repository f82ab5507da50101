/** The watchdog inside a stack of one's own: see README.md beside it. */
import { App, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns';
import { UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { BedrockQuotaWatchdog } from 'bedrock-quota-watchdog';

const app = new App();
/** The stack of the application that calls Bedrock. */
export const stack = new Stack(app, 'ChatbotPlatform');

const watchdog = new BedrockQuotaWatchdog(stack, 'Watchdog', {
  alertEmails: ['ops@example.com'],
  thresholds: { warningPercent: 70 },
  disabledAlarms: ['UtilizationWarning'],
});

watchdog.alertTopic.addSubscription(
  new UrlSubscription('https://chat.example.com/hooks/bedrock', {
    filterPolicy: { severity: SubscriptionFilter.stringFilter({ allowlist: ['critical'] }) },
  }),
);

const tickets = new Topic(stack, 'Tickets');
watchdog.alarms.UtilizationCritical?.addAlarmAction(new SnsAction(tickets));
