/** CDK entry: context → props → stack. */
import { App } from 'aws-cdk-lib';
import { readWatchdogContext } from '../lib/cdk/watchdog-context';
import { WatchdogStack } from '../lib/cdk/watchdog-stack';
import { STACK_NAME } from '../lib/contract';

const app = new App();
const props = readWatchdogContext(app.node);
const { regions, accounts, organization } = props;
const places = regions || accounts || organization ? 'its accounts and Regions' : 'this account and Region';
new WatchdogStack(app, STACK_NAME, { description: `Watches the Amazon Bedrock quotas of ${places}`, ...props });
