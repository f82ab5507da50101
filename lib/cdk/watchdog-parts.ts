import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import type { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { dashboardPageOf } from './dashboard/console-links';
import { dashboardNameOf } from './dashboard/watchdog-dashboard';
import { LimitsParameter } from './functions/limits-parameter';
import { MinuteSchedule } from './functions/minute-schedule';
import { AlertRulesParameter } from './functions/rules-parameter';
import type { WatchSettings } from './functions/settings';
import { RefusalQueue } from './stores/refusal-queue';
import { StateTable } from './stores/state-table';
import { WatchdogTopics } from './topics/watchdog-topics';
import type { Choices } from './watchdog-choices';
import type { BedrockQuotaWatchdogProps } from './watchdog-props';
import { createWatchers, type Watchers } from './watchers';

/** What watches and speaks. */
export interface WatchdogParts {
  readonly topics: WatchdogTopics;
  readonly eventBus: IEventBus | undefined;
  readonly limits: StringParameter;
  readonly settings: WatchSettings;
  readonly watchers: Watchers;
  readonly schedule: MinuteSchedule;
}

function toEventBus(scope: Construct, { eventBus, emitEvents }: BedrockQuotaWatchdogProps): IEventBus | undefined {
  return eventBus ?? (emitEvents ? EventBus.fromEventBusName(scope, 'DefaultBus', 'default') : undefined);
}

function createTopics(scope: Construct, props: BedrockQuotaWatchdogProps, choices: Choices): WatchdogTopics {
  const { encryptionKey, alertTopic } = props;
  const { watchdogName, alertEmails, hasChat } = choices;
  return new WatchdogTopics(scope, 'Topics', {
    watchdogName,
    alertEmails,
    hasChat,
    ...(encryptionKey ? { encryptionKey } : {}),
    ...(alertTopic ? { alertTopic } : {}),
  });
}

/** Makes what watches and speaks. */
export function createParts(scope: Construct, props: BedrockQuotaWatchdogProps, choices: Choices): WatchdogParts {
  const { watchdogName, removalPolicy, fleet } = choices;
  const eventBus = toEventBus(scope, props);
  const topics = createTopics(scope, props, choices);
  const { table } = new StateTable(scope, 'State', { removalPolicy });
  const rules = props.rules && new AlertRulesParameter(scope, 'Rules', { watchdogName, rules: props.rules });
  const { parameter: limits } = new LimitsParameter(scope, 'Limits', { watchdogName });
  const refusals = props.refusalEvidence ? new RefusalQueue(scope, 'Refusals', { watchdogName }) : undefined;
  const settings: WatchSettings = {
    ...choices,
    table,
    limits,
    alertTopic: topics.alertTopic,
    ...(topics.chatTopic ? { chatTopic: topics.chatTopic } : {}),
    ...(eventBus ? { eventBus } : {}),
    ...(refusals ? { refusalQueue: refusals.queue } : {}),
    ...(rules ? { stackRules: rules.parameter } : {}),
    ownerTopicArns: (props.rules?.owners ?? []).map(({ topicArn }) => topicArn),
    ...(choices.dashboard ? { dashboardUrl: dashboardPageOf(scope, dashboardNameOf(watchdogName)) } : {}),
    options: props,
  };
  const watchers = createWatchers(scope, settings, fleet);
  const target = watchers.fleet?.dispatcher ?? watchers.poller.function;
  const schedule = new MinuteSchedule(scope, 'EveryMinute', { watchdogName, target });
  return { topics, eventBus, limits, settings, watchers, schedule };
}
