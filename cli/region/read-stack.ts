import { CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { describeAwsError } from '../../aws/aws-error';
import { boundBy } from '../../aws/bound';
import { clientConfigOf } from '../../aws/client-config';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
import { adviseOn } from './advice';

/** A stack of a Region, or all of them, and the language in which it is complained of. */
export interface StackPlace {
  /** `null`: all. */
  readonly stack: string | null;
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

/** A stack as CloudFormation tells of it. */
export interface DescribedStack {
  readonly name: string;
  readonly outputs: ReadonlyMap<string, string>;
}

function toDescribed({ StackName: name = '', Outputs = [] }: Stack): DescribedStack {
  return {
    name,
    outputs: new Map(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue] as const)),
  };
}

/** More pages of stacks than a Region has stacks for, by AWS's quota of 2,000. */
const MOST_PAGES = 100;

async function describeAll(client: CloudFormationClient, name: string | null): Promise<Stack[]> {
  const stacks: Stack[] = [];
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const input = { ...(name === null ? {} : { StackName: name }), ...(token ? { NextToken: token } : {}) };
    const reply = await client.send(new DescribeStacksCommand(input));
    stacks.push(...(reply.Stacks ?? []));
    token = reply.NextToken || undefined;
    if (token === undefined) break;
  }
  return stacks;
}

/**
 * A stack, or all of the Region where its name is `null`; none where there is none of that name.
 * @throws CliError 3 when AWS does not say. @param advice where no better one is known.
 */
export async function describeStacks(
  { stack: name, region, words, end = AbortSignal.timeout(CALL_MS) }: StackPlace,
  advice: string | null = null,
): Promise<DescribedStack[]> {
  const client = boundBy(new CloudFormationClient(clientConfigOf(region)), () => end, 'noAnswer');
  try {
    return (await describeAll(client, name)).map(toDescribed);
  } catch (cause) {
    if (isMissing(cause)) return [];
    const said = [spellStatement(describeAwsError(ACTION, cause), words), adviseOn(cause, words) ?? advice];
    const text = said.filter((one) => one !== null).join('; ');
    throw new CliError(EXIT.unreadable, `${region}: ${text}`, { cause });
  } finally {
    client.destroy();
  }
}
