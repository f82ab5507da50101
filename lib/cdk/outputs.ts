import { CfnOutput, Fn, Stack, Token } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type OutputName, STACK_NAME } from '../contract';
import type { Language } from '../language/language';
import { stackWordsOf } from '../language/stack-words';
import { serviceQuotasPageOf, subscriptionsPageOf } from './dashboard/console-links';
import type { ReaderRoles } from './fleet/reader-roles';

/** What the outputs tell of. */
export interface Deployed {
  readonly alertTopic: ITopic;
  readonly alarmTopic: ITopic;
  readonly chatTopic: ITopic | undefined;
  readonly dashboardUrl: string | undefined;
  readonly poller: IFunction;
  readonly dispatcher: IFunction | undefined;
  readonly targetQueue: IQueue | undefined;
  readonly readers: ReaderRoles | undefined;
  readonly rulesParameterName: string;
  readonly limitsParameterName: string;
  readonly runbook: string;
}

/** What is told, and how. */
export interface OutputsProps {
  readonly watchdog: Deployed;
  readonly alertEmails: readonly string[];
  readonly language: Language;
}

type Values = Partial<Record<OutputName, string | undefined>>;

/** Of a watchdog of several accounts or Regions. */
function fleetValuesOf({ dispatcher, targetQueue, readers }: Deployed): Values {
  return {
    DispatcherFunctionName: dispatcher?.functionName,
    TargetQueueUrl: targetQueue?.queueUrl,
    ReaderRoleName: readers?.roleName,
    ReaderTrustedRoleArns: readers?.trustedRoleArns,
    ReaderExternalId: readers?.externalId,
    ReaderCommand: readers?.command,
  };
}

/** Those that are known to wait for a person. */
function emailsToConfirm({ alertEmails }: OutputsProps): string | undefined {
  if (Token.isUnresolved(alertEmails)) return Fn.join(', ', [...alertEmails]);
  return alertEmails.length === 0 ? undefined : [...new Set(alertEmails)].join(', ');
}

/** The command that tells whether messages arrive, as it can be pasted. */
function nextCommand(scope: Construct, { language }: OutputsProps): string {
  const { region, stackName } = Stack.of(scope);
  return [
    `npx quota-watchdog test-alert --region ${region}`,
    ...(stackName === STACK_NAME ? [] : [`--stack ${stackName}`]),
    ...(language === 'en' ? [] : [`--language ${language}`]),
  ].join(' ');
}

/** Says by outputs of the stack where to look and what to do next. */
export function createOutputs(scope: Construct, props: OutputsProps): CfnOutput[] {
  const descriptions = stackWordsOf(props.language).outputs;
  const { watchdog } = props;
  const values: Values = {
    DashboardUrl: watchdog.dashboardUrl,
    AlertTopicArn: watchdog.alertTopic.topicArn,
    AlarmTopicArn: watchdog.alarmTopic.topicArn,
    ChatTopicArn: watchdog.chatTopic?.topicArn,
    PollerFunctionName: watchdog.poller.functionName,
    ServiceQuotasUrl: serviceQuotasPageOf(scope),
    ConfirmEmails: subscriptionsPageOf(scope),
    EmailsToConfirm: emailsToConfirm(props),
    NextCommand: nextCommand(scope, props),
    RulesParameterName: watchdog.rulesParameterName,
    LimitsParameterName: watchdog.limitsParameterName,
    Runbook: watchdog.runbook,
    ...fleetValuesOf(watchdog),
  };
  return (Object.entries(values) as [OutputName, string | undefined][]).flatMap(([name, value]) =>
    value === undefined ? [] : [new CfnOutput(scope, name, { value, description: descriptions[name] })],
  );
}
