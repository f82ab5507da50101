import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { RUNBOOK } from '../contract';
import type { Thresholds } from '../core/vocabulary/severity';
import type { StackWords } from '../language/en/stack';
import { stackWordsOf } from '../language/stack-words';
import { defaultNameOf } from './default-name';
import type { Fleet } from './fleet/fleet';
import { validateOwnerTopics, validateRules } from './functions/rules-parameter';
import { toFleet, validateForFleet } from './validate-fleet';
import { validateFunctionOptions } from './validation/validate-functions';
import {
  refuse,
  toThresholds,
  validateAlertTopic,
  validateBurndownRates,
  validateDisabledAlarms,
  validateEmails,
  validateEventBus,
  validateLanguage,
  validateModelOverrides,
  validateModels,
  validateRunbook,
  validateWatchdogName,
} from './validation/validate-props';
import type { BedrockQuotaWatchdogProps } from './watchdog-props';

/** Properties that have a default which is no absence. */
type Defaulted = Required<
  Pick<
    BedrockQuotaWatchdogProps,
    | 'alertEmails'
    | 'alarmActions'
    | 'burndownRates'
    | 'dashboard'
    | 'disabledAlarms'
    | 'language'
    | 'logRetention'
    | 'metricsPerQuota'
    | 'metricsPerRegion'
    | 'modelOverrides'
    | 'models'
    | 'ownerTopics'
    | 'principals'
    | 'removalPolicy'
    | 'throttleAlarmByModel'
    | 'watchdogName'
  >
>;

/** All that was chosen of a watchdog: valid, with all defaults. */
export interface Choices extends Defaulted {
  readonly thresholds: Thresholds;
  /** Page of the runbook. */
  readonly runbook: string;
  readonly hasChat: boolean;
  /** `undefined`: the own account and Region alone. */
  readonly fleet: Fleet | undefined;
  readonly words: StackWords;
}

function validate(props: BedrockQuotaWatchdogProps, choices: Omit<Choices, 'fleet' | 'words'>): void {
  validateEmails(choices.alertEmails);
  validateModelOverrides(choices.modelOverrides);
  validateBurndownRates(choices.burndownRates);
  validateDisabledAlarms(choices.disabledAlarms);
  validateModels(choices.models);
  validateLanguage(choices.language);
  validateRunbook(choices.runbook);
  validateWatchdogName(choices.watchdogName);
  validateEventBus(props.emitEvents, props.eventBus !== undefined);
  if (props.rules) validateRules(props.rules, choices.thresholds, props.organization !== undefined);
  validateOwnerTopics(choices.ownerTopics);
  validateAlertTopic(props.alertTopic);
  validateFunctionOptions(props);
}

/** What is chosen by properties, and by their absence. @throws Error for an invalid one: what, got, allowed. */
export function toChoices(scope: Construct, props: BedrockQuotaWatchdogProps): Choices {
  const choices = {
    alertEmails: props.alertEmails ?? [],
    alarmActions: props.alarmActions ?? [],
    burndownRates: props.burndownRates ?? {},
    dashboard: props.dashboard ?? true,
    disabledAlarms: props.disabledAlarms ?? [],
    hasChat: props.chatNotifications ?? false,
    language: props.language ?? 'en',
    logRetention: props.logRetention ?? RetentionDays.ONE_MONTH,
    metricsPerQuota: props.metricsPerQuota ?? false,
    metricsPerRegion: props.metricsPerRegion ?? false,
    modelOverrides: props.modelOverrides ?? {},
    models: props.models ?? [],
    ownerTopics: props.ownerTopics ?? [],
    principals: props.principals ?? true,
    removalPolicy: props.removalPolicy ?? RemovalPolicy.DESTROY,
    runbook: props.runbookUrl ?? RUNBOOK,
    throttleAlarmByModel: props.throttleAlarmByModel ?? false,
    thresholds: toThresholds(props.thresholds ?? {}),
    watchdogName: props.watchdogName ?? defaultNameOf(scope),
  };
  validate(props, choices);
  const fleet = toFleet(scope, props);
  if (fleet) validateForFleet(scope, choices.watchdogName, fleet, props);
  else if (choices.metricsPerRegion) refuse('metricsPerRegion', true, 'it needs regions, accounts or an organization');
  return { ...choices, fleet, words: stackWordsOf(choices.language) };
}
