import { AspectPriority, Aspects } from 'aws-cdk-lib';
import type { Policy } from 'aws-cdk-lib/aws-iam';
import { CfnFunction, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { acknowledgeWildcard } from './acknowledge-wildcard';
import { joinNetwork, sendTraces } from './statements';

function isTraced({ tracingConfig }: CfnFunction): boolean {
  return tracingConfig !== undefined && 'mode' in tracingConfig && tracingConfig.mode !== 'PassThrough';
}

/** What the role of a function needs by how the function is set up in the end. */
function addWhatIsNeeded(policy: Policy, lambda: CfnFunction): void {
  if (isTraced(lambda)) policy.addStatements(sendTraces());
  if (lambda.vpcConfig) policy.addStatements(joinNetwork());
  if (!isTraced(lambda) && !lambda.vpcConfig) return;
  acknowledgeWildcard(
    policy,
    '*',
    'X-Ray, and EC2 for the network interfaces of a function, know no resource to name.',
  );
}

/**
 * Lets a function do what its set-up takes, whoever set it up: the properties of the watchdog, or an aspect of an organisation
 * that turns on tracing or a VPC, which Lambda would refuse for a role without these permissions. Judged after all others.
 */
export function followFunction(policy: Policy, lambda: LambdaFunction): void {
  const visit = (node: unknown) => {
    if (node === lambda.node.defaultChild && node instanceof CfnFunction) addWhatIsNeeded(policy, node);
  };
  Aspects.of(lambda).add({ visit }, { priority: AspectPriority.READONLY });
}
