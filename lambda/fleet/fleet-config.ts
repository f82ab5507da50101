import { ACCOUNT_PLACEHOLDER, ENVIRONMENT } from '../../lib/contract';
import type { FleetChoice, TargetPlace } from '../../lib/core/targets';
import { type Environment, required } from '../environment';

/** What the stack tells dispatcher and workers of a fleet. */
export interface FleetConfig {
  readonly choice: FleetChoice;
  /** The watchdog's own account and Region. */
  readonly home: TargetPlace;
  readonly queueUrl: string;
  readonly roleArnOf: (accountId: string) => string;
  /** `null`: the reader roles ask for none. */
  readonly externalId: string | null;
  /** Whether metrics of other accounts are read from the own one, which is linked to them. */
  readonly isMonitoringAccount: boolean;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isChoice(value: unknown): value is FleetChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { regions, accounts, organization } = value as Readonly<Record<string, unknown>>;
  if (!isTexts(regions) || regions.length === 0 || !isTexts(accounts)) return false;
  if (organization === null) return true;
  if (typeof organization !== 'object') return false;
  const { organizationalUnits, all, exclude } = organization as Readonly<Record<string, unknown>>;
  return isTexts(organizationalUnits) && typeof all === 'boolean' && isTexts(exclude);
}

function readChoice(text: string): FleetChoice {
  const place = `environment variable ${ENVIRONMENT.targets}`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${place} is no JSON: ${text.slice(0, 100)}`, { cause: error });
  }
  if (isChoice(value)) return value;
  throw new Error(`${place} is ${text.slice(0, 200)}; { regions, accounts, organization } is needed`);
}

/** Reads a fleet's configuration. @throws Error that names the variable, its value and what is needed. */
export function readFleetConfig(environment: Environment): FleetConfig {
  const roleArn = required(environment, ENVIRONMENT.readerRoleArn);
  return {
    choice: readChoice(required(environment, ENVIRONMENT.targets)),
    home: {
      accountId: required(environment, ENVIRONMENT.accountId),
      region: required(environment, 'AWS_REGION'),
    },
    queueUrl: required(environment, ENVIRONMENT.targetQueueUrl),
    roleArnOf: (accountId) => roleArn.replaceAll(ACCOUNT_PLACEHOLDER, accountId),
    externalId: environment[ENVIRONMENT.externalId] || null,
    isMonitoringAccount: environment[ENVIRONMENT.monitoringAccount] === 'true',
  };
}
