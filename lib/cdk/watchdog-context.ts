import type { Node } from 'constructs';
import { type ModelOverrides, parseModelOverrides } from '../core/quotas/model-overrides';
import type { BurndownRates } from '../core/traffic/burndown';
import { parseBurndownRates } from '../core/traffic/burndown-rates';
import { EN_SETTINGS } from '../language/en/settings';
import { isLanguage, LANGUAGES, type Language } from '../language/language';
import { readNumber, readSwitch, readText } from './context-values';
import { readFleetContext } from './fleet-context';
import { refuseUnknownContext } from './known-context';
import type { WatchdogStackProps } from './watchdog-stack';

function readPercent(node: Node, key: string): number | undefined {
  return readNumber(node, key, 'a number of percent such as 80 is needed');
}

/** Overrides: JSON after `-c`, an object in cdk.json; `undefined` when none are given. */
function readModelOverrides(node: Node): ModelOverrides | undefined {
  const value: unknown = node.tryGetContext('modelOverrides');
  return value === undefined || value === null || value === ''
    ? undefined
    : parseModelOverrides(value, { place: 'context modelOverrides', words: EN_SETTINGS });
}

/** Burndown rates: JSON after `-c`, an object in cdk.json; `undefined` when none are given. */
function readBurndownRates(node: Node): BurndownRates | undefined {
  const value: unknown = node.tryGetContext('burndownRates');
  return value === undefined || value === null || value === ''
    ? undefined
    : parseBurndownRates(value, { place: 'context burndownRates', words: EN_SETTINGS });
}

/** @throws Error for a language there are no words in. */
function readLanguage(node: Node): Language | undefined {
  const text = readText(node, 'language');
  if (text === undefined || isLanguage(text)) return text;
  throw new Error(`context language is ${JSON.stringify(text)}; one of ${LANGUAGES.join(', ')} is needed`);
}

/**
 * Turns the context of the stock app (`-c name=value`, or cdk.json) into properties: `alertEmail` (a comma list),
 * `warningPercent`, `criticalPercent`, `stackName`, `modelOverrides` and `burndownRates` (each an object, or its
 * JSON), `language`, `runbookUrl`, and the switches `chat`, `events`,
 * `refusalEvidence` and `principals`; and the accounts and Regions of {@link readFleetContext}.
 * @throws Error for a name that is not known, a language there are no words in, a percentage that is no number, overrides that are none, and a
 * switch that is neither true nor false.
 */
export function readWatchdogContext(node: Node): WatchdogStackProps {
  refuseUnknownContext(node);
  const emails = (readText(node, 'alertEmail') ?? '').split(',').map((email) => email.trim());
  const warningPercent = readPercent(node, 'warningPercent');
  const criticalPercent = readPercent(node, 'criticalPercent');
  const stackName = readText(node, 'stackName');
  const modelOverrides = readModelOverrides(node);
  const burndownRates = readBurndownRates(node);
  const language = readLanguage(node);
  const runbookUrl = readText(node, 'runbookUrl');
  return {
    alertEmails: emails.filter((email) => email !== ''),
    chatNotifications: readSwitch(node, 'chat'),
    ...(readSwitch(node, 'events') ? { emitEvents: true } : {}),
    ...(readSwitch(node, 'refusalEvidence') ? { refusalEvidence: true } : {}),
    ...(readSwitch(node, 'principals', true) ? {} : { principals: false }),
    thresholds: {
      ...(warningPercent === undefined ? {} : { warningPercent }),
      ...(criticalPercent === undefined ? {} : { criticalPercent }),
    },
    ...(stackName === undefined ? {} : { stackName }),
    ...(modelOverrides === undefined ? {} : { modelOverrides }),
    ...(burndownRates === undefined ? {} : { burndownRates }),
    ...(language === undefined ? {} : { language }),
    ...(runbookUrl === undefined ? {} : { runbookUrl }),
    ...readFleetContext(node),
  };
}
