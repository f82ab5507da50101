/** CDK entry: context → props → stack. */
import { App } from 'aws-cdk-lib';
import { readWatchdogContext } from '../lib/cdk/watchdog-context';
import { WatchdogStack } from '../lib/cdk/watchdog-stack';
import { STACK_NAME } from '../lib/contract';

const app = new App();
new WatchdogStack(app, STACK_NAME, {
  description: 'Watches the Amazon Bedrock quotas of this account and Region',
  ...readWatchdogContext(app.node),
});
