import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BedrockQuotaWatchdog } from './bedrock-quota-watchdog';
import { SERVICE_QUOTAS_PAGE, SUBSCRIPTIONS_PAGE } from './dashboard/console-links';
import type { BedrockQuotaWatchdogProps } from './watchdog-props';

/** Properties of {@link WatchdogStack}. */
export interface WatchdogStackProps extends StackProps, BedrockQuotaWatchdogProps {}

/** Name → value and what it is for. */
type Outputs = Record<string, readonly [value: string, description: string]>;

/** Of a watchdog of several accounts or Regions. */
function fleetOutputsOf({ dispatcher, targetQueue, readers }: BedrockQuotaWatchdog): Outputs {
  if (!dispatcher || !targetQueue || !readers) return {};
  return {
    DispatcherFunctionName: [
      dispatcher.functionName,
      'The function that sends out what is due and speaks for all accounts and Regions; its logs say what each tick saw',
    ],
    TargetQueueUrl: [targetQueue.queueUrl, 'The accounts and Regions that wait for a worker'],
    ReaderRoleName: [readers.roleName, 'The role by which each other account is read'],
    ReaderTrustedRoleArns: [readers.trustedRoleArns, 'All who may assume the reader roles'],
    ReaderExternalId: [readers.externalId, 'What they must know besides'],
    ReaderCommand: [
      readers.command,
      'Makes the role in an account that no StackSet reaches: run it in the project with credentials of that account',
    ],
  };
}

/** The stock stack: one watchdog, and outputs that say where to look and what to do next. */
export class WatchdogStack extends Stack {
  /** All that is in the stack. */
  readonly watchdog: BedrockQuotaWatchdog;

  constructor(scope: Construct, id: string, props: WatchdogStackProps = {}) {
    super(scope, id, props);
    // The stack's name is unique in the account and Region, and the one its operators know.
    this.watchdog = new BedrockQuotaWatchdog(this, 'Watchdog', { watchdogName: this.stackName, ...props });
    const { alertTopic, alarmTopic, chatTopic, rulesParameterName, limitsParameterName } = this.watchdog;
    const { dashboardUrl, poller, runbook } = this.watchdog;
    const outputs: Outputs = {
      DashboardUrl: [dashboardUrl, 'Utilization, throttles and traffic by model'],
      AlertTopicArn: [
        alertTopic.topicArn,
        "Messages of the watchdog and alarms about itself; subscribe people's tools",
      ],
      AlarmTopicArn: [alarmTopic.topicArn, 'CloudWatch alarms about the quotas; subscribe pagers and automation'],
      ...(chatTopic
        ? {
            ChatTopicArn: [
              chatTopic.topicArn,
              'Messages for a chat; choose it as the topic of a channel in Amazon Q Developer in chat applications',
            ],
          }
        : {}),
      PollerFunctionName: [poller.functionName, 'The function that watches; its logs say what each run saw'],
      ServiceQuotasUrl: [SERVICE_QUOTAS_PAGE, 'The Bedrock quotas of this account and Region'],
      ConfirmEmails: [
        SUBSCRIPTIONS_PAGE,
        'Each address gets a mail "AWS Notification - Subscription Confirmation" and must follow its link; until then its subscription shows as pending here',
      ],
      RulesParameterName: [
        rulesParameterName,
        'Make this SSM parameter (String, JSON) to mute, set quiet hours, owners or thresholds without a deployment: docs/alert-rules.md',
      ],
      LimitsParameterName: [
        limitsParameterName,
        'The limits in force, for applications: limitsFrom of the client library; grantReadLimits lets a role read it',
      ],
      Runbook: [runbook, 'What each alarm and each finding means and what to do; a path is one within the project'],
    };
    const all = { ...outputs, ...fleetOutputsOf(this.watchdog) };
    for (const [name, [value, description]] of Object.entries(all)) new CfnOutput(this, name, { value, description });
  }
}
