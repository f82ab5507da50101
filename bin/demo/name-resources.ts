import type { LocalAccount } from '../../local/account/local-account';
import {
  type ReferenceValues,
  resolveValue,
  type SynthesisedStack,
  type TemplateResource,
} from '../../local/deployed/cloud-assembly';

const OF_CLOUDTRAIL = 'AWS API Call via CloudTrail';

/** The ARNs a rule sends CloudTrail's records to; none for a rule of other events. */
function trailTargetsOf({ Type, Properties = {} }: TemplateResource, references: ReferenceValues): string[] {
  const { EventPattern: pattern, Targets: targets = [] } = Properties as {
    EventPattern?: { 'detail-type'?: readonly string[] };
    Targets?: readonly { Arn: unknown }[];
  };
  if (Type !== 'AWS::Events::Rule' || !pattern?.['detail-type']?.includes(OF_CLOUDTRAIL)) return [];
  return targets.map(({ Arn }) => resolveValue(Arn, references));
}

/** Makes the tables, topics, queues and parameters of a stack in the local account and names everything the template refers to. */
export async function nameResources(stack: SynthesisedStack, account: LocalAccount): Promise<ReferenceValues> {
  const { region, accountId } = account;
  const references: Record<string, string> = {
    'AWS::Region': region,
    'AWS::AccountId': accountId,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.stackName,
  };
  for (const [id, resource] of Object.entries(stack.resources)) {
    if (resource.Type === 'AWS::DynamoDB::GlobalTable' || resource.Type === 'AWS::DynamoDB::Table') {
      await account.createTable(id);
      references[id] = id;
    } else if (resource.Type === 'AWS::SNS::Topic') {
      references[id] = await account.createTopic(id);
    } else if (resource.Type === 'AWS::SSM::Parameter') {
      const { Name: name, Value: value } = resource.Properties ?? {};
      references[id] = resolveValue(name, references);
      account.parameters.set(references[id], { value: resolveValue(value, references) });
    } else if (resource.Type === 'AWS::SQS::Queue') {
      account.queues.set(id, []);
      references[id] = `https://sqs.${region}.amazonaws.com/${accountId}/${id}`;
      references[`${id}.Arn`] = `arn:aws:sqs:${region}:${accountId}:${id}`;
    } else {
      references[id] = id;
      references[`${id}.Arn`] = `arn:aws:local:${region}:${accountId}:${id}`;
    }
  }
  for (const [id, condition] of Object.entries(stack.conditions)) references[id] = resolveValue(condition, references);
  const targets = Object.values(stack.resources).flatMap((resource) => trailTargetsOf(resource, references));
  for (const arn of targets) account.refusalTargets.add(arn.replace(/^.*:/, ''));
  return references;
}
