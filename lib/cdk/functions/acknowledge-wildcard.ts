import { Stack } from 'aws-cdk-lib';
import type { Policy } from 'aws-cdk-lib/aws-iam';
import { acknowledgeRule } from './acknowledge-rule';

/** A resolved text as cdk-nag spells it: `arn:<AWS::Partition>:…`. */
function spell(resolved: unknown): string {
  if (typeof resolved === 'string') return resolved;
  const { Ref, 'Fn::Join': join } = resolved as { Ref?: string; 'Fn::Join'?: [string, unknown[]] };
  if (Ref !== undefined) return `<${Ref}>`;
  return (join?.[1] ?? []).map(spell).join(join?.[0] ?? '');
}

/** Says why a policy names a resource with a wildcard in it. */
export function acknowledgeWildcard(policy: Policy, resource: string, reason: string): void {
  const finding = `Resource::${spell(Stack.of(policy).resolve(resource))}`;
  acknowledgeRule(policy, { rule: 'AwsSolutions-IAM5', finding, reason });
}

/** Why lists are read of the account as a whole. */
export function acknowledgeLists(policy: Policy, others = ''): void {
  acknowledgeWildcard(
    policy,
    '*',
    `The lists of Service Quotas, CloudWatch and Bedrock, GetMetricData and PutMetricData know no resource; PutMetricData is limited to one namespace.${others}`,
  );
}

/** Why custom models are not named one by one. */
export function acknowledgeCustomModels(policy: Policy, customModelArns: readonly string[]): void {
  for (const arn of customModelArns) {
    acknowledgeWildcard(
      policy,
      arn,
      'Which custom models will have traffic is known to CloudWatch only; what they were made from is all that is read.',
    );
  }
}
