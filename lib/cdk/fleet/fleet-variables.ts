import { Fn, Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ACCOUNT_PLACEHOLDER, ENVIRONMENT } from '../../contract';
import { externalIdOf, readerRoleArnOf } from '../reader/reader-role';
import type { Fleet } from './fleet';

/** A list as JSON. By hand: for a list that is a token `toJsonString` makes a Lambda of its own. */
function toJsonList(texts: readonly string[]): string {
  if (texts.length === 0) return '[]';
  return `["${Token.isUnresolved(texts) ? Fn.join('","', [...texts]) : texts.join('","')}"]`;
}

/** Which targets there are, as `lambda/fleet/fleet-config.ts` reads it. */
export function targetsOf({ regions, accounts, organization }: Fleet): string {
  const { organizationalUnits = [], all = false, exclude = [] } = organization ?? {};
  const choice = `{"organizationalUnits":${toJsonList(organizationalUnits)},"all":${all},"exclude":${toJsonList(exclude)}}`;
  return `{"regions":${toJsonList(regions)},"accounts":${toJsonList(accounts)},"organization":${organization ? choice : 'null'}}`;
}

/** What dispatcher and workers of a fleet are told besides what a poller is. */
export function fleetVariablesOf(
  scope: Construct,
  { fleet, watchdogName, queueUrl }: { fleet: Fleet; watchdogName: string; queueUrl: string },
): Record<string, string> {
  return {
    [ENVIRONMENT.targets]: targetsOf(fleet),
    [ENVIRONMENT.accountId]: Stack.of(scope).account,
    [ENVIRONMENT.targetQueueUrl]: queueUrl,
    [ENVIRONMENT.readerRoleArn]: readerRoleArnOf(scope, watchdogName, ACCOUNT_PLACEHOLDER),
    [ENVIRONMENT.externalId]: externalIdOf(watchdogName),
    ...(fleet.monitoringAccount ? { [ENVIRONMENT.monitoringAccount]: 'true' } : {}),
  };
}
