import { Aws } from 'aws-cdk-lib';

const CONSOLE = `https://${Aws.REGION}.console.aws.amazon.com`;

/** The console page of a CloudWatch dashboard in the Region of the stack. */
export function dashboardPageOf(dashboardName: string): string {
  return `${CONSOLE}/cloudwatch/home?region=${Aws.REGION}#dashboards/dashboard/${dashboardName}`;
}

/** The console page of a log group whose name has no slash, as CloudFormation makes them. */
export function logGroupPageOf(logGroupName: string): string {
  return `${CONSOLE}/cloudwatch/home?region=${Aws.REGION}#logsV2:log-groups/log-group/${logGroupName}`;
}

/** The list of alarms whose names start with a prefix. */
export function alarmsPageOf(prefix: string): string {
  return `${CONSOLE}/cloudwatch/home?region=${Aws.REGION}#alarmsV2:?search=${prefix}`;
}

/** The Service Quotas page of Bedrock. */
export const SERVICE_QUOTAS_PAGE = `${CONSOLE}/servicequotas/home/services/bedrock/quotas`;

/** The subscriptions page of SNS: where a pending e-mail confirmation shows. */
export const SUBSCRIPTIONS_PAGE = `${CONSOLE}/sns/v3/home?region=${Aws.REGION}#/subscriptions`;
