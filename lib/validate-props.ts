import { Token } from 'aws-cdk-lib';
import { WATCHDOG_ALARMS, type WatchdogAlarm } from './alarm-definitions';
import { DEFAULT_THRESHOLDS } from './contract';
import type { Thresholds } from './core/severity';

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;
const QUOTA_CODE = /^L-[0-9A-F]{8}$/;
const WATCHDOG_NAME = /^[A-Za-z0-9_-]{1,128}$/;
const HIGHEST_PERCENT = 1000;

/** Lambda takes 4 KB of environment in all; names and the other values use less than 1 KB of it. */
const MODEL_OVERRIDES_BYTES = 3000;

/** The one shape of a complaint about a property: what, got, allowed. */
function refuse(what: string, got: unknown, allowed: string): never {
  throw new Error(`BedrockQuotaWatchdog: ${what} is ${JSON.stringify(got)}; ${allowed}`);
}

/** @throws Error when one is no e-mail address; tokens pass. */
export function validateEmails(emails: readonly string[]): void {
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
  for (const [code, ids] of Object.entries(overrides)) {
    if (!QUOTA_CODE.test(code)) {
      refuse('a key of modelOverrides', code, 'a quota code such as L-F4DDD3EB is needed');
    }
    if (ids.length === 0 || ids.some((id) => id.trim() === '')) {
      refuse(`modelOverrides["${code}"]`, ids, 'at least one base model id, none of them empty, is needed');
    }
  }
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

/** @throws Error for a name that is no alarm's. */
export function validateDisabledAlarms(names: readonly WatchdogAlarm[]): void {
  for (const name of names) {
    if (!WATCHDOG_ALARMS.includes(name)) {
      refuse('an entry of disabledAlarms', name, `one of ${WATCHDOG_ALARMS.join(', ')} is needed`);
    }
  }
}
