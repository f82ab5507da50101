import { Aws, CfnCondition, Fn, Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { CONSOLE_DOMAINS, consoleDomainOf } from '../../core/vocabulary/console';

/** The conditions by which a stack of any Region finds its console; one set a stack. */
const CONDITIONS = 'BedrockQuotaWatchdogConsole';

/** Condition → partition. */
const PARTITIONS = { IsGovCloud: 'aws-us-gov', IsChina: 'aws-cn' } as const;

type Condition = keyof typeof PARTITIONS;

function conditionOf(scope: Construct, id: Condition): string {
  const found = scope.node.tryFindChild(id);
  if (found instanceof CfnCondition) return found.logicalId;
  const expression = Fn.conditionEquals(Aws.PARTITION, PARTITIONS[id]);
  return new CfnCondition(scope, id, { expression }).logicalId;
}

/** The domain, which without a Region known at synth is known by the partition at deployment. */
function domainOf(scope: Construct): string {
  const stack = Stack.of(scope);
  if (!Token.isUnresolved(stack.region)) return consoleDomainOf(stack.region);
  const found = stack.node.tryFindChild(CONDITIONS);
  const conditions = found instanceof Construct ? found : new Construct(stack, CONDITIONS);
  const either = (id: Condition, other: string) =>
    Fn.conditionIf(conditionOf(conditions, id), CONSOLE_DOMAINS[PARTITIONS[id]], other).toString();
  return either('IsGovCloud', either('IsChina', CONSOLE_DOMAINS.aws));
}

function consoleOf(scope: Construct): string {
  return `https://${Aws.REGION}.console.${domainOf(scope)}`;
}

/** The console page of a CloudWatch dashboard in the Region of the stack. */
export function dashboardPageOf(scope: Construct, dashboardName: string): string {
  return `${consoleOf(scope)}/cloudwatch/home?region=${Aws.REGION}#dashboards/dashboard/${dashboardName}`;
}

/** The console page of a log group whose name has no slash, as CloudFormation makes them. */
export function logGroupPageOf(scope: Construct, logGroupName: string): string {
  return `${consoleOf(scope)}/cloudwatch/home?region=${Aws.REGION}#logsV2:log-groups/log-group/${logGroupName}`;
}

/** The list of alarms whose names start with a prefix. */
export function alarmsPageOf(scope: Construct, prefix: string): string {
  return `${consoleOf(scope)}/cloudwatch/home?region=${Aws.REGION}#alarmsV2:?search=${prefix}`;
}

/** The Service Quotas page of Bedrock. */
export function serviceQuotasPageOf(scope: Construct): string {
  return `${consoleOf(scope)}/servicequotas/home/services/bedrock/quotas`;
}

/** The subscriptions page of SNS: where a pending e-mail confirmation shows. */
export function subscriptionsPageOf(scope: Construct): string {
  return `${consoleOf(scope)}/sns/v3/home?region=${Aws.REGION}#/subscriptions`;
}
