import { Token } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { DEFAULT_THRESHOLDS, MODEL_ALARMS, WATCHDOG_ALARMS } from '../../contract';
import { parseModelOverrides } from '../../core/quotas/model-overrides';
import type { BurndownRates } from '../../core/traffic/burndown';
import { parseBurndownRates } from '../../core/traffic/burndown-rates';
import type { Thresholds } from '../../core/vocabulary/severity';
import { EN_SETTINGS } from '../../language/en/settings';
import { isLanguage, LANGUAGES } from '../../language/language';
import type { WatchedModel } from '../alarms/model-alarms';

/**
 * What SNS takes for an address: printable ASCII without quotes; dots stand between other characters, and the domain has the
 * letters of DNS.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html (read 2026-11)
 */
const EMAIL =
  /^(?=[^@]{1,64}@.{1,255}$)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*$/;
const WATCHDOG_NAME = /^[A-Za-z0-9_-]{1,128}$/;
const HIGHEST_PERCENT = 1000;

/**
 * Printable ASCII and short: it stands in each alarm's description, of which CloudWatch takes 1,024 characters, and in links
 * of Markdown, which a bracket or a parenthesis would end.
 */
const RUNBOOK_PAGE = /^https?:\/\/[\w.-]+(?::\d{1,5})?(?:\/[\w.~!$&*+,;=:@%/?-]{0,300})?$/;

/** Ids, ids with a profile's prefix, and ARNs; shorter than what an alarm's name has room for. */
const METRIC_MODEL_ID = /^[A-Za-z0-9][A-Za-z0-9.:/_-]{1,109}$/;

/** Lambda takes 4 KB of environment in all; names and the other values use less than 1 KB of it. */
const MODEL_OVERRIDES_BYTES = 3000;

/** The one shape of a complaint about a property. @throws Error with what, got, allowed. */
export function refuse(what: string, got: unknown, allowed: string): never {
  throw new Error(`BedrockQuotaWatchdog: ${what} is ${JSON.stringify(got)}; ${allowed}`);
}

/** @throws Error for a language there are no words in; plain JavaScript is not held by the type. */
export function validateLanguage(language: string): void {
  if (!isLanguage(language)) refuse('language', language, `one of ${LANGUAGES.join(', ')} is needed`);
}

/** @throws Error for what is no page that sections can be linked on; tokens pass. */
export function validateRunbook(runbook: string): void {
  if (Token.isUnresolved(runbook) || RUNBOOK_PAGE.test(runbook)) return;
  refuse(
    'runbookUrl',
    runbook,
    'an http or https URL without "#", brackets and blanks such as https://wiki.example.com/runbook is needed',
  );
}

/** @throws Error when one is no e-mail address; tokens pass, and a list that is one. */
export function validateEmails(emails: readonly string[]): void {
  if (Token.isUnresolved(emails)) return;
  emails.forEach((email, index) => {
    if (Token.isUnresolved(email) || EMAIL.test(email)) return;
    refuse(`alertEmails[${index}]`, email, 'an e-mail address such as ops@example.com is needed');
  });
}

/** Fills in the defaults. @throws Error unless 0 < warning < critical ≤ 1000. */
export function toThresholds(given: Partial<Thresholds>): Thresholds {
  const thresholds = {
    warningPercent: given.warningPercent ?? DEFAULT_THRESHOLDS.warningPercent,
    criticalPercent: given.criticalPercent ?? DEFAULT_THRESHOLDS.criticalPercent,
  };
  const { warningPercent, criticalPercent } = thresholds;
  if (!(warningPercent > 0 && warningPercent < criticalPercent && criticalPercent <= HIGHEST_PERCENT)) {
    refuse('thresholds', thresholds, `0 < warningPercent < criticalPercent <= ${HIGHEST_PERCENT} is needed`);
  }
  return thresholds;
}

/** @throws Error for what is no quota code, an empty list or id, or more than the poller's environment can carry. */
export function validateModelOverrides(overrides: Readonly<Record<string, readonly string[]>>): void {
  parseModelOverrides(overrides, { place: 'BedrockQuotaWatchdog: modelOverrides', words: EN_SETTINGS });
  const bytes = Buffer.byteLength(JSON.stringify(overrides));
  if (bytes > MODEL_OVERRIDES_BYTES) {
    refuse(
      'modelOverrides',
      `${bytes} bytes of JSON`,
      `at most ${MODEL_OVERRIDES_BYTES} fit into the poller's environment`,
    );
  }
}

/** @throws Error when the name cannot be part of a dashboard's and an alarm's name. */
export function validateWatchdogName(name: string): void {
  if (Token.isUnresolved(name) || WATCHDOG_NAME.test(name)) return;
  refuse('watchdogName', name, '1 to 128 letters, digits, "-" and "_" are allowed');
}

/** @throws Error for a bus that is named and not to be used. */
export function validateEventBus(emitEvents: boolean | undefined, isBusGiven: boolean): void {
  if (emitEvents === false && isBusGiven)
    refuse('emitEvents', emitEvents, 'with an eventBus leave it out or make it true');
}

/** @throws Error for a FIFO topic: it takes neither e-mail addresses nor alarms. */
export function validateAlertTopic(topic: ITopic | undefined): void {
  if (topic?.fifo) refuse('alertTopic', 'a FIFO topic', 'a standard topic is needed');
}

/** @throws Error with every rate that is none. */
export function validateBurndownRates(rates: BurndownRates): void {
  parseBurndownRates(rates, { place: 'BedrockQuotaWatchdog: burndownRates', words: EN_SETTINGS });
}

/** @throws Error for a name that is no alarm's. */
export function validateDisabledAlarms(names: readonly string[]): void {
  const known: readonly string[] = [...WATCHDOG_ALARMS, ...MODEL_ALARMS];
  for (const name of names) {
    if (!known.includes(name)) refuse('an entry of disabledAlarms', name, `one of ${known.join(', ')} is needed`);
  }
}

/** @throws Error for an id that no metric can carry, one given twice, and tokens that are no whole number above 0. */
export function validateModels(models: readonly WatchedModel[]): void {
  models.forEach(({ modelId, tokensPerMinute }, index) => {
    if (!METRIC_MODEL_ID.test(modelId)) {
      refuse(
        `models[${index}].modelId`,
        modelId,
        'an id as the metric shows it, such as us.anthropic.claude-sonnet-4-5-20250929-v1:0, is needed',
      );
    }
    if (models.findIndex((other) => other.modelId === modelId) !== index) {
      refuse(`models[${index}].modelId`, modelId, 'it stands there twice');
    }
    if (tokensPerMinute !== undefined && !(Number.isSafeInteger(tokensPerMinute) && tokensPerMinute > 0)) {
      refuse(
        `models[${index}].tokensPerMinute`,
        tokensPerMinute,
        'a whole number of quota tokens above 0 is needed, or leave it out',
      );
    }
  });
}
