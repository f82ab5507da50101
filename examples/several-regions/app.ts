/** One watchdog for three Regions of one account: see README.md beside it. */
import { App, Stack } from 'aws-cdk-lib';
import { BedrockQuotaWatchdog } from 'bedrock-quota-watchdog';

const app = new App();
/** Deployed into one Region; it reads the others from there. */
export const stack = new Stack(app, 'BedrockQuotas', { env: { account: '111122223333', region: 'us-east-1' } });

new BedrockQuotaWatchdog(stack, 'Watchdog', {
  alertEmails: ['ops@example.com'],
  // The stack's own Region is watched because it is named.
  regions: ['us-east-1', 'us-west-2', 'eu-central-1'],
  // An alarm of each Region, with its name: $1.30 a Region and month.
  metricsPerRegion: true,
});
