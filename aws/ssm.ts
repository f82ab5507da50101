import { GetParametersCommand, PutParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { BlindSpot } from '../lib/core/vocabulary/blind-spot';
import { toStatement } from '../lib/core/vocabulary/statement';
import { describeAwsError, StatementError } from './aws-error';

const ACTION = 'ssm:GetParameters';
const PUT_ACTION = 'ssm:PutParameter';

/** What Parameter Store says of one name. */
export type ParameterReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** Encrypted: the watchdog has no right to the key, and needs none. */
  | { readonly kind: 'secret' };

/** All names by what is said of them, or why nothing is. */
export type ParametersReading =
  | { readonly parameters: ReadonlyMap<string, ParameterReading>; readonly error: null }
  | { readonly parameters: null; readonly error: BlindSpot };

/** Reads up to ten parameters in one call. That one does not exist is no error. */
export async function readParameters(client: SSMClient, names: readonly string[]): Promise<ParametersReading> {
  try {
    const reply = await client.send(new GetParametersCommand({ Names: [...names] }));
    const parameters = new Map<string, ParameterReading>();
    for (const name of reply.InvalidParameters ?? []) parameters.set(name, { kind: 'absent' });
    for (const { Name: name = '', Type: type, Value: text } of reply.Parameters ?? []) {
      if (type === 'SecureString') parameters.set(name, { kind: 'secret' });
      else if (text !== undefined) parameters.set(name, { kind: 'text', text });
    }
    const untold = names.filter((name) => !parameters.has(name));
    if (untold.length > 0) throw new StatementError(toStatement('saysNothingOf', untold.join(', ')));
    return { parameters, error: null };
  } catch (error) {
    return { parameters: null, error: describeAwsError(ACTION, error) };
  }
}

/**
 * Puts a text in the place of a parameter's, which stays a standard one: those cost nothing. @returns why it could not.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html (read 2026-11)
 */
export async function putParameter(client: SSMClient, name: string, text: string): Promise<readonly BlindSpot[]> {
  try {
    const change = { Name: name, Value: text, Type: 'String', Tier: 'Standard', Overwrite: true } as const;
    await client.send(new PutParameterCommand(change));
    return [];
  } catch (error) {
    return [describeAwsError(PUT_ACTION, error)];
  }
}
