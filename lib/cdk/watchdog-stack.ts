import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BedrockQuotaWatchdog } from './bedrock-quota-watchdog';
import type { BedrockQuotaWatchdogProps } from './watchdog-props';

/** Properties of {@link WatchdogStack}. */
export interface WatchdogStackProps extends StackProps, BedrockQuotaWatchdogProps {}

/** The stock stack: one watchdog, whose outputs have their names alone. */
export class WatchdogStack extends Stack {
  /** All that is in the stack. */
  readonly watchdog: BedrockQuotaWatchdog;

  constructor(scope: Construct, id: string, props: WatchdogStackProps = {}) {
    super(scope, id, props);
    // The stack's name is unique in the account and Region, and the one its operators know.
    this.watchdog = new BedrockQuotaWatchdog(this, 'Watchdog', { watchdogName: this.stackName, ...props });
    for (const output of this.watchdog.outputs) output.overrideLogicalId(output.node.id);
  }
}
