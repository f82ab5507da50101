import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

const ROLE_END = '-reader';

/** IAM takes names of roles up to 64 characters. */
const ROLE_NAME_LENGTH = 64;

/** Name of the role by which an account is read; the same in each. */
export function readerRoleNameOf(watchdogName: string): string {
  return `${watchdogName.slice(-(ROLE_NAME_LENGTH - ROLE_END.length))}${ROLE_END}`;
}

/** ARN of the role of an account, in the partition of the stack. @param accountId what stands for one as well. */
export function readerRoleArnOf(scope: Construct, watchdogName: string, accountId: string): string {
  return `arn:${Stack.of(scope).partition}:iam::${accountId}:role/${readerRoleNameOf(watchdogName)}`;
}

/** What the roles ask for besides, so that workers cannot be sent to read with a role that another watchdog was given. */
export function externalIdOf(watchdogName: string): string {
  return watchdogName;
}

/** Name of the StackSet, and of the stack of one account: CloudFormation takes letters, digits and `-`, a letter first. */
export function readerStackNameOf(watchdogName: string): string {
  return readerRoleNameOf(watchdogName)
    .replaceAll('_', '-')
    .replace(/^[^A-Za-z]+/, '');
}
