import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { describeAwsError } from '../../lambda/aws/aws-error';
import { clientConfigOf } from '../../lambda/aws/client-config';
import { adviseOn } from '../advice';
import { CliError, EXIT } from '../cli-error';
import { toOneLine } from '../plain-text';
import { parseTopicArn, type TopicName } from './topic-arn';

/** The topics of a deployed watchdog. */
export interface WatchdogTopicNames {
  readonly alert: TopicName;
  /** `null` when there is no topic for a chat. */
  readonly chat: TopicName | null;
  /** Link to the dashboard; `null` when it is not known. */
  readonly dashboard: string | null;
}

const ACTION = 'cloudformation:DescribeStacks';

const OTHER_WAY = 'or give the topic by --topic-arn';

/** CloudFormation has no error of its own for a stack that is not there: a ValidationError stands for it. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError';
}

async function readOutputs(stackName: string, region: string): Promise<ReadonlyMap<string, string>> {
  const client = new CloudFormationClient(clientConfigOf(region));
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: stackName }));
    const outputs = (stack?.Outputs ?? []).map(
      ({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue] as const,
    );
    return new Map(outputs);
  } catch (cause) {
    if (isMissing(cause)) {
      const message = `there is no stack "${toOneLine(stackName)}" in ${region}; name it by --stack or its Region by --region, ${OTHER_WAY}`;
      throw new CliError(EXIT.wrongCall, message, { cause });
    }
    const advice = adviseOn(cause) ?? OTHER_WAY;
    throw new CliError(EXIT.unreadable, `${region}: ${describeAwsError(ACTION, cause).message}; ${advice}`, { cause });
  } finally {
    client.destroy();
  }
}

/** The topics by the outputs of a stack. @throws CliError 2 when it has none of that name, 3 when AWS does not say. */
export async function findTopics(stackName: string, region: string): Promise<WatchdogTopicNames> {
  const outputs = await readOutputs(stackName, region);
  const alertTopicArn = outputs.get('AlertTopicArn');
  if (alertTopicArn === undefined) {
    const message = `the stack "${toOneLine(stackName)}" in ${region} has no output AlertTopicArn; name the watchdog's stack by --stack, ${OTHER_WAY}`;
    throw new CliError(EXIT.wrongCall, message);
  }
  const chatTopicArn = outputs.get('ChatTopicArn');
  return {
    alert: parseTopicArn(alertTopicArn, 'the output AlertTopicArn'),
    chat: chatTopicArn === undefined ? null : parseTopicArn(chatTopicArn, 'the output ChatTopicArn'),
    dashboard: outputs.get('DashboardUrl') ?? null,
  };
}
