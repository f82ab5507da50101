import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { describeAwsError } from '../../aws/aws-error';
import { clientConfigOf } from '../../aws/client-config';
import { RUNBOOK } from '../../lib/contract';
import type { MessagePlaces } from '../../lib/core/messages/links';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import type { CommandWords } from '../../lib/language/command-words';
import { adviseOn } from '../region/advice';
import { CliError, EXIT } from '../terminal/cli-error';
import { toOneLine } from '../terminal/plain-text';
import { parseTopicArn, type TopicName } from './topic-arn';

/** The topics of a deployed watchdog. */
export interface WatchdogTopicNames {
  readonly alert: TopicName;
  /** `null` when there is no topic for a chat. */
  readonly chat: TopicName | null;
  readonly places: MessagePlaces;
}

const ACTION = 'cloudformation:DescribeStacks';

/** A stack of a Region, and the language in which it is complained of. */
export interface StackPlace {
  readonly stack: string;
  readonly region: string;
  readonly words: CommandWords;
}

/** CloudFormation has no error of its own for a stack that is not there: a ValidationError stands for it. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError';
}

async function readOutputs({ stack: name, region, words }: StackPlace): Promise<ReadonlyMap<string, string>> {
  const { noStack, byArn } = words.complaints.testAlert;
  const client = new CloudFormationClient(clientConfigOf(region));
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const outputs = (stack?.Outputs ?? []).map(
      ({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue] as const,
    );
    return new Map(outputs);
  } catch (cause) {
    if (isMissing(cause)) {
      throw new CliError(EXIT.wrongCall, noStack(toOneLine(name), region), { cause });
    }
    const failure = spellStatement(describeAwsError(ACTION, cause), words);
    const advice = adviseOn(cause, words) ?? byArn;
    throw new CliError(EXIT.unreadable, `${region}: ${failure}; ${advice}`, { cause });
  } finally {
    client.destroy();
  }
}

/** The topics by the outputs of a stack. @throws CliError 2 when it has none of that name, 3 when AWS does not say. */
export async function findTopics(place: StackPlace): Promise<WatchdogTopicNames> {
  const { stack, region, words } = place;
  const { noOutput, output } = words.complaints.testAlert;
  const outputs = await readOutputs(place);
  const alertTopicArn = outputs.get('AlertTopicArn');
  if (alertTopicArn === undefined) {
    throw new CliError(EXIT.wrongCall, noOutput(toOneLine(stack), region));
  }
  const chatTopicArn = outputs.get('ChatTopicArn');
  return {
    alert: parseTopicArn(alertTopicArn, { from: output('AlertTopicArn'), words }),
    chat: chatTopicArn === undefined ? null : parseTopicArn(chatTopicArn, { from: output('ChatTopicArn'), words }),
    places: { dashboard: outputs.get('DashboardUrl') ?? null, runbook: outputs.get('Runbook') ?? RUNBOOK },
  };
}
