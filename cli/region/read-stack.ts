import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { describeAwsError } from '../../aws/aws-error';
import { boundBy } from '../../aws/bound';
import { clientConfigOf } from '../../aws/client-config';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
import { adviseOn } from './advice';

/** A stack of a Region, and the language in which it is complained of. */
export interface StackPlace {
  readonly stack: string;
  readonly region: string;
  readonly words: CommandWords;
  /** Ends the call. @default - after {@link CALL_MS} */
  readonly end?: AbortSignal;
}

/** A call with its retries: an answer that begins and never comes whole would hang for good. */
const CALL_MS = 25_000;

const ACTION = 'cloudformation:DescribeStacks';

/** CloudFormation has no error of its own for a stack that is not there: a ValidationError stands for it. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError';
}

/**
 * The outputs of a stack by name; `null`: there is no such stack.
 * @throws CliError 3 when AWS does not say. @param advice where no better one is known.
 */
export async function readStackOutputs(
  { stack: name, region, words, end = AbortSignal.timeout(CALL_MS) }: StackPlace,
  advice: string | null = null,
): Promise<ReadonlyMap<string, string> | null> {
  const client = boundBy(new CloudFormationClient(clientConfigOf(region)), () => end, 'noAnswer');
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const outputs = (stack?.Outputs ?? []).map(
      ({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue] as const,
    );
    return new Map(outputs);
  } catch (cause) {
    if (isMissing(cause)) return null;
    const said = [spellStatement(describeAwsError(ACTION, cause), words), adviseOn(cause, words) ?? advice];
    const text = said.filter((one) => one !== null).join('; ');
    throw new CliError(EXIT.unreadable, `${region}: ${text}`, { cause });
  } finally {
    client.destroy();
  }
}
