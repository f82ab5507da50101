import type { MiddlewareStack } from '@smithy/types';

/** Number of HTTP requests per action (`cloudwatch:GetMetricData`), retries included, for these are billed too. */
export type CallCounter = Map<string, number>;

/** Adds to a named count. */
export function addToCount(counter: CallCounter, name: string, amount: number): void {
  counter.set(name, (counter.get(name) ?? 0) + amount);
}

/** Counts every request an SDK client sends. */
export function countCalls<Input extends object, Output extends object>(
  client: { readonly middlewareStack: MiddlewareStack<Input, Output> },
  service: string,
  counter: CallCounter,
): void {
  client.middlewareStack.add(
    (next, context) => (args) => {
      addToCount(counter, `${service}:${String(context.commandName ?? 'Unknown').replace(/Command$/, '')}`, 1);
      return next(args);
    },
    { step: 'deserialize', name: 'countCalls', priority: 'low' },
  );
}
