/** The watchdog with nothing but an address: see README.md beside it. */
import { App, Stack } from 'aws-cdk-lib';
import { BedrockQuotaWatchdog } from 'bedrock-quota-watchdog';

const app = new App();
/** A stack for the watchdog alone. */
export const stack = new Stack(app, 'BedrockQuotas');

new BedrockQuotaWatchdog(stack, 'Watchdog', { alertEmails: ['ops@example.com'] });
