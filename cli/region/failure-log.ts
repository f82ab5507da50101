import type { MiddlewareStack } from '@smithy/types';
import type { TargetClients } from '../../aws/target-clients';

/** An AWS call that failed for good, after the SDK's retries. */
export interface CallFailure {
  /** `servicequotas:ListServiceQuotas` */
  readonly action: string;
  readonly error: unknown;
}

function watch<Input extends object, Output extends object>(
  client: { readonly middlewareStack: MiddlewareStack<Input, Output> },
  service: string,
  failures: CallFailure[],
): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        failures.push({ action: `${service}:${String(context.commandName ?? '').replace(/Command$/, '')}`, error });
        throw error;
      }
    },
    { step: 'initialize', name: 'logFailures', priority: 'high' },
  );
}

/** Keeps the errors of the calls that read, with their stacks: for advice, and for `--verbose`. */
export function logFailures(clients: TargetClients): readonly CallFailure[] {
  const failures: CallFailure[] = [];
  watch(clients.serviceQuotas, 'servicequotas', failures);
  watch(clients.bedrock, 'bedrock', failures);
  watch(clients.cloudWatch, 'cloudwatch', failures);
  return failures;
}
