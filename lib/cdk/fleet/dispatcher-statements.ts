import { Aws, Stack, Token } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Fleet } from './fleet';

const ROOT_ID = /^r-/;

/** Lets targets be put into their queue. */
export function sendTargets(queueArn: string): PolicyStatement {
  return new PolicyStatement({ sid: 'SendTargets', actions: ['sqs:SendMessage'], resources: [queueArn] });
}

/** Whether accounts right below a root are listed, as far as synth knows. */
function isRootListed({ all, organizationalUnits }: NonNullable<Fleet['organization']>): boolean {
  const mayBeRoot = (id: string) => Token.isUnresolved(id) || ROOT_ID.test(id);
  return all || Token.isUnresolved(organizationalUnits) || organizationalUnits.some(mayBeRoot);
}

/** Units and roots whose accounts are listed: of the own organisation, which units it has is known when they are. */
export function parentArnsOf(scope: Construct, organization: NonNullable<Fleet['organization']>): string[] {
  const prefix = `arn:${Stack.of(scope).partition}:organizations::${ownerOf(organization)}`;
  return [`${prefix}:ou/o-*/ou-*`, ...(isRootListed(organization) ? [`${prefix}:root/o-*/r-*`] : [])];
}

function ownerOf({ delegatedAdministrator }: NonNullable<Fleet['organization']>): string {
  // The management account owns them; a delegated administrator does not know its id.
  return delegatedAdministrator ? '*' : Aws.ACCOUNT_ID;
}

/** The accounts of the own organisation, whose tags rules may go by. */
export function accountArnOf(scope: Construct, organization: NonNullable<Fleet['organization']>): string {
  return `arn:${Stack.of(scope).partition}:organizations::${ownerOf(organization)}:account/o-*/*`;
}

/** Lets the accounts of the organisation be listed; nothing where they are named one by one. */
export function listAccounts(scope: Construct, { organization }: Fleet): PolicyStatement[] {
  if (!organization) return [];
  const below = new PolicyStatement({
    sid: 'ListAccounts',
    actions: ['organizations:ListAccountsForParent', 'organizations:ListOrganizationalUnitsForParent'],
    resources: parentArnsOf(scope, organization),
  });
  const tags = new PolicyStatement({
    sid: 'ReadAccountTags',
    actions: ['organizations:ListTagsForResource'],
    resources: [accountArnOf(scope, organization)],
  });
  if (!organization.all) return [below, tags];
  const roots = new PolicyStatement({ sid: 'ListRoots', actions: ['organizations:ListRoots'], resources: ['*'] });
  return [roots, below, tags];
}
