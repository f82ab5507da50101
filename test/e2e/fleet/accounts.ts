import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudFormationClient, CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SONNET_ID } from '../../lambda/deployed';
import { waitFor } from '../engines';
import { REGIONS } from './places';

const MINUTE_MS = 60_000;
const TEMPLATE = join(__dirname, '..', '..', '..', 'docs', 'reader-role.template.json');

/** Minutes of traffic, up to now: so that whenever a target is looked at first, one of them counts. */
const SPENT_MINUTES = 4;

/** Clients of an account's root, as the engine knows it by a key that is the account's id. */
export function clientsOf(endpoint: string, accountId: string, region: string = REGIONS[0]) {
  const config = { endpoint, region, credentials: { accessKeyId: accountId, secretAccessKey: 'e2e' } };
  return {
    cloudFormation: new CloudFormationClient(config),
    cloudWatch: new CloudWatchClient(config),
    sns: new SNSClient(config),
    sqs: new SQSClient(config),
  };
}

/** Outputs of a stack by their names. */
export async function outputsOf(
  { cloudFormation }: Pick<ReturnType<typeof clientsOf>, 'cloudFormation'>,
  stackName: string,
): Promise<Record<string, string>> {
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stackName }));
  const [stack] = Stacks ?? [];
  if (!stack?.StackStatus?.endsWith('_COMPLETE')) return {};
  return Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
  );
}

/** What a reader role is made of, as the watchdog's outputs tell it. */
export interface ReaderParameters {
  readonly RoleName: string;
  readonly TrustedRoleArns: string;
  readonly ExternalId: string;
}

/** Deploys the one template into an account, as `ReaderCommand` does. @returns ARN of the role. */
export async function deployReader(endpoint: string, accountId: string, parameters: ReaderParameters): Promise<string> {
  const clients = clientsOf(endpoint, accountId);
  const StackName = 'BedrockQuotaWatchdog-reader';
  await clients.cloudFormation.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: readFileSync(TEMPLATE, 'utf8'),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
        ParameterKey,
        ParameterValue,
      })),
    }),
  );
  return waitFor(`the reader role of ${accountId}`, 30, async () => (await outputsOf(clients, StackName)).RoleArn);
}

/** Writes what Bedrock would have counted in the last minutes of an account and Region. */
export async function spendIn(endpoint: string, accountId: string, region: string, tokens: number): Promise<void> {
  const now = Math.floor(Date.now() / MINUTE_MS);
  const values = { Invocations: 10, EstimatedTPMQuotaUsage: tokens };
  const MetricData = Array.from({ length: SPENT_MINUTES }, (_, ago) =>
    Object.entries(values).map(([MetricName, Value]) => ({
      MetricName,
      Value,
      Timestamp: new Date((now - ago) * MINUTE_MS),
      Dimensions: [{ Name: 'ModelId', Value: SONNET_ID }],
    })),
  ).flat();
  const { cloudWatch } = clientsOf(endpoint, accountId, region);
  await cloudWatch.send(new PutMetricDataCommand({ Namespace: 'AWS/Bedrock', MetricData }));
}
