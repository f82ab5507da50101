/** Rules about what is told to whom, and when: see README.md beside it. */
import { App, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { type AlertRulesInput, BedrockQuotaWatchdog } from 'bedrock-quota-watchdog';

const app = new App();
export const stack = new Stack(app, 'BedrockQuotas', { env: { account: '111122223333', region: 'us-east-1' } });

const assistantTeam = new Topic(stack, 'AssistantTeam', { enforceSSL: true });

const rules: AlertRulesInput = {
  thresholds: [
    { match: { model: 'anthropic.*' }, warningPercent: 70, criticalPercent: 90 },
    { match: { dimension: 'tokensPerDay' }, warningPercent: 50 },
  ],
  mutes: [{ match: { model: 'amazon.titan-*', kind: 'zeroQuota' }, reason: 'Not used in this account' }],
  // What is critical is told at night too.
  quietHours: [{ from: '22:00', to: '07:00', timeZone: 'America/Sao_Paulo' }],
  owners: [{ match: { model: 'anthropic.*' }, topicArn: assistantTeam.topicArn }],
  digest: { every: 'week', on: 'Mon', at: '08:00', timeZone: 'America/Sao_Paulo' },
};

new BedrockQuotaWatchdog(stack, 'Watchdog', { alertEmails: ['ops@example.com'], rules });
