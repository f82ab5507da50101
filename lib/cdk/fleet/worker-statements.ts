import { Stack, Token } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { FLEET_PARTITIONS } from '../../contract';
import { readerRoleArnOf } from '../reader/reader-role';
import type { Fleet } from './fleet';

/** Patterns of the partitions that workers keep: of the home target, of all others, of records and news. That of the fleet's outbox is not theirs. */
export function workerPartitionsOf(scope: Construct): string[] {
  return [Stack.of(scope).region, '*#*', FLEET_PARTITIONS.targets, FLEET_PARTITIONS.news];
}

/** Lets a queue be worked on. */
export function takeTargets(queueArn: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'TakeTargets',
    actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    resources: [queueArn],
  });
}

/** Lets the reader roles of named accounts be assumed. */
function assumeReadersOfAccounts(
  scope: Construct,
  watchdogName: string,
  accounts: readonly string[],
): PolicyStatement[] {
  if (accounts.length === 0) return [];
  const sid = 'ReadAccounts';
  const actions = ['sts:AssumeRole'];
  if (!Token.isUnresolved(accounts)) {
    return [
      new PolicyStatement({
        sid,
        actions,
        resources: accounts.map((accountId) => readerRoleArnOf(scope, watchdogName, accountId)),
      }),
    ];
  }
  // How many there are is not known at synth, so they are a condition.
  return [
    new PolicyStatement({
      sid,
      actions,
      resources: [readerRoleArnOf(scope, watchdogName, '*')],
      conditions: { StringEquals: { 'aws:ResourceAccount': [...accounts] } },
    }),
  ];
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: IAM fills it in at each call.
const OWN_ORGANIZATION = '${aws:PrincipalOrgID}';

/** Lets the reader roles of the own organisation be assumed, whatever accounts it has at the time. */
function assumeReadersOfOrganization(scope: Construct, watchdogName: string): PolicyStatement {
  return new PolicyStatement({
    sid: 'ReadOrganization',
    actions: ['sts:AssumeRole'],
    resources: [readerRoleArnOf(scope, watchdogName, '*')],
    conditions: { StringEquals: { 'aws:ResourceOrgID': OWN_ORGANIZATION } },
  });
}

/** Lets the accounts of a fleet be read by their reader roles. */
export function assumeReaders(scope: Construct, watchdogName: string, fleet: Fleet): PolicyStatement[] {
  return [
    ...assumeReadersOfAccounts(scope, watchdogName, fleet.accounts),
    ...(fleet.organization ? [assumeReadersOfOrganization(scope, watchdogName)] : []),
  ];
}
