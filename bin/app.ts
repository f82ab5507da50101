/** CDK entry: context → props → stack. */
import { App } from 'aws-cdk-lib';
import { STACK_NAME } from '../lib/contract';
import { readWatchdogContext } from '../lib/watchdog-context';
import { WatchdogStack } from '../lib/watchdog-stack';

const app = new App();
new WatchdogStack(app, STACK_NAME, {
  description: 'Watches the Amazon Bedrock quotas of this account and Region',
  ...readWatchdogContext(app.node),
});
