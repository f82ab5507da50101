import type { Template } from 'aws-cdk-lib/assertions';
import { importsOf, sourceFiles, textOf } from '../../../house/imports';
import { type Resource, resourceNamed, resourcesOf } from '../fixtures';

/** The properties of the one function whose id has a part. */
export function functionNamed(template: Template, part: string): Resource {
  return resourceNamed(template, 'AWS::Lambda::Function', part).Properties;
}

/** All that a role may do. @param roleArn as a function refers to it. */
export function statementsOf(roleArn: unknown, template: Template): Record<string, unknown>[] {
  const roleId = (roleArn as { 'Fn::GetAtt': string[] })['Fn::GetAtt'][0];
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === roleId))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
}

/** The actions of statements, each once, without those that no adapter calls by name. */
export function actionsOf(statements: readonly Record<string, unknown>[]): string[] {
  const actions = statements
    .flatMap(({ Action }) => Action as string | string[])
    .filter((action) => !action.startsWith('kms:') && !action.startsWith('logs:'));
  return [...new Set(actions)].sort();
}

/** IAM prefixes that are not the name of the client. */
const PREFIXES: Readonly<Record<string, string>> = { 'service-quotas': 'servicequotas', eventbridge: 'events' };

/** Imports of types alone: nothing of such a file runs. */
const OF_TYPES = /^import type [^;]*;$/gm;

/** The adapters that a Lambda reaches by its imports; the command line has others beside. */
function adaptersOf(handler: string): string[] {
  const files = new Set(sourceFiles());
  const reached = new Set([handler]);
  for (const file of reached) {
    if (!files.has(file)) continue;
    for (const { to } of importsOf(file, textOf(file).replace(OF_TYPES, ''), files)) reached.add(to);
  }
  return [...reached].filter((file) => file.startsWith('aws/'));
}

/** Calls of several things at once that AWS allows by the action for one. */
const BATCHES: Readonly<Record<string, string>> = {
  'sqs:DeleteMessageBatch': 'sqs:DeleteMessage',
  'sqs:SendMessageBatch': 'sqs:SendMessage',
};

/**
 * The actions behind the commands that the adapters of a Lambda import, each once: `GetItemCommand` of client-dynamodb →
 * `dynamodb:GetItem`.
 * @param handler its file.
 */
export function calledActions(handler: string): string[] {
  const actions = adaptersOf(handler).flatMap((file) =>
    [...textOf(file).matchAll(/import {([^}]*)} from '@aws-sdk\/client-([\w-]+)'/g)].flatMap(
      ([, names = '', client = '']) =>
        [...names.matchAll(/\b(\w+)Command\b/g)]
          .map(([, call]) => `${PREFIXES[client] ?? client}:${call}`)
          .map((action) => BATCHES[action] ?? action),
    ),
  );
  return [...new Set(actions)].sort();
}
