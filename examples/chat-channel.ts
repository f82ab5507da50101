/**
 * Alerts in a Slack channel, one thread an incident, and a rule that acts on them. The workspace must be authorised once
 * in the console of Amazon Q Developer in chat applications; its id stands there. Threads need the channel preference
 * "send notification updates in a thread". Outside this repository import from 'bedrock-quota-watchdog'.
 * Try it: npx cdk synth --app "npx tsx examples/chat-channel.ts"
 */
import { App, Stack } from 'aws-cdk-lib';
import { SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { BedrockQuotaWatchdog, EVENT_SOURCE } from '../lib';

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
