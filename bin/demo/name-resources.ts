import type { LocalAccount } from '../../local/account/local-account';
import { type ReferenceValues, resolveValue, type SynthesisedStack } from '../../local/deployed/cloud-assembly';

/** Makes the tables, topics and parameters of a stack in the local account and names everything the template refers to. */
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
    } else {
      references[id] = id;
      references[`${id}.Arn`] = `arn:aws:local:${region}:${accountId}:${id}`;
    }
  }
  return references;
}
