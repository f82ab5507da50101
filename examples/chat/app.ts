/** Alerts in a Slack channel, one thread an incident, and a queue of critical ones: see README.md beside it. */
import { App, Stack } from 'aws-cdk-lib';
import { SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { BedrockQuotaWatchdog, EVENT_SOURCE } from 'bedrock-quota-watchdog';

const app = new App();
export const stack = new Stack(app, 'QuotaChannels');

const { chatTopic } = new BedrockQuotaWatchdog(stack, 'Watchdog', { chatNotifications: true, emitEvents: true });

new SlackChannelConfiguration(stack, 'Slack', {
  slackChannelConfigurationName: 'bedrock-quotas',
  slackWorkspaceId: 'T0000000000',
  slackChannelId: 'C0000000000',
  ...(chatTopic ? { notificationTopics: [chatTopic] } : {}),
});

// Whatever slows callers down, or opens a ticket, reads this queue.
new Rule(stack, 'CriticalAlerts', {
  eventPattern: {
    source: [EVENT_SOURCE],
    detailType: ['Bedrock Quota Alert Opened', 'Bedrock Quota Alert Escalated'],
    detail: { finding: { severity: ['critical'] } },
  },
  targets: [new SqsQueue(new Queue(stack, 'Critical', { enforceSSL: true }))],
});
