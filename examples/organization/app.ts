/** All accounts below two organizational units, in two Regions: see README.md beside it. */
import { App, Stack } from 'aws-cdk-lib';
import { BedrockQuotaWatchdog } from 'bedrock-quota-watchdog';

const app = new App();
/** In the management account of the organization, or, with `delegatedAdministrator`, in that of a delegated administrator. */
export const stack = new Stack(app, 'BedrockQuotas', { env: { account: '000000000000', region: 'us-east-1' } });

new BedrockQuotaWatchdog(stack, 'Watchdog', {
  alertEmails: ['ops@example.com'],
  regions: ['us-east-1', 'us-west-2'],
  organization: {
    organizationalUnits: ['ou-ab12-11112222', 'ou-ab12-33334444'],
    exclude: ['111122223333'],
    delegatedAdministrator: true,
  },
  // May ask with `quota-watchdog check --all`.
  operators: ['arn:aws:iam::000000000000:role/Operator'],
});
