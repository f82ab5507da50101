import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { LimitsFrom, ParameterClient } from './limits-from';

/** The package of Parameter Store's client could not be loaded: an application may do without it. */
export class MissingSsmError extends Error {
  override readonly name = 'MissingSsmError';

  constructor(cause: unknown) {
    super('limitsFrom needs the package @aws-sdk/client-ssm beside the application: npm install @aws-sdk/client-ssm', {
      cause,
    });
  }
}

/** Reads the text of the parameter. @throws what Parameter Store refuses it with, and {@link MissingSsmError}. */
export type ReadParameter = (signal: AbortSignal) => Promise<string>;

/** Loaded when it is needed, so that nobody else carries a second client of the SDK. */
async function loadSsm() {
  try {
    return await import('@aws-sdk/client-ssm');
  } catch (error) {
    throw new MissingSsmError(error);
  }
}

/** A reader of the parameter, by the client that is given or by one like the Bedrock client. */
export function createParameterReader(
  { parameterName, client }: LimitsFrom,
  { config: { region, credentials } }: Pick<BedrockRuntimeClient, 'config'>,
): ReadParameter {
  let used = client ?? null;
  return async (abortSignal) => {
    const { GetParameterCommand, SSMClient } = await loadSsm();
    used ??= new SSMClient({ region, credentials }) satisfies ParameterClient;
    const command = new GetParameterCommand({ Name: parameterName });
    const reply = (await used.send(command as never, { abortSignal } as never)) as {
      readonly Parameter?: { readonly Value?: string };
    } | null;
    return reply?.Parameter?.Value ?? '';
  };
}
