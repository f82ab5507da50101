import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import type { QuotaOptions } from '../calls/options';
import { withQuotas } from '../calls/with-quotas';
import { QuotaWaitError } from '../contract/errors';
import type { OnQuotaEvent } from '../contract/events';
import { findRefusal } from './refusal';

/** A way to call a model. */
export interface FallbackTarget {
  /** As the application made it; {@link withQuotas} is for its maker. @default - one of `region`, which keeps to its quotas */
  readonly client?: BedrockRuntimeClient;
  /** @default - that of the surroundings */
  readonly region?: string;
  /** A model id or an inference profile id. */
  readonly modelId: string;
}

/** A target with its circuit. */
export interface OpenedTarget {
  readonly client: BedrockRuntimeClient;
  readonly modelId: string;
  readonly circuit: CircuitBreakerPolicy;
}

/** Refusals in a row after which a target is left alone. */
const REFUSALS = 3;

/** How long, before one call finds out whether it is well again. */
const HALF_OPEN_AFTER_MS = 30_000;

/** Whether a target is left alone for now, so that it was not called. */
export function isLeftAlone(error: unknown): boolean {
  return error instanceof BrokenCircuitError;
}

/** Opens a target: its client, and a circuit that its refusals break. */
export function openTarget(
  { client, region, modelId }: FallbackTarget,
  quotas: QuotaOptions,
  emit: OnQuotaEvent,
): OpenedTarget {
  const circuit = circuitBreaker(
    // Who finds the queue of a target too long has not called it.
    handleWhen((error) => findRefusal(error) !== null && !(error instanceof QuotaWaitError)),
    { halfOpenAfter: HALF_OPEN_AFTER_MS, breaker: new ConsecutiveBreaker(REFUSALS) },
  );
  circuit.onBreak(() =>
    emit({ type: 'opened', modelId, retryAt: new Date(Date.now() + HALF_OPEN_AFTER_MS), kind: 'failures' }),
  );
  circuit.onReset(() => emit({ type: 'closed', modelId }));
  const own =
    client ??
    withQuotas(new BedrockRuntimeClient(region === undefined ? {} : { region }), { ...quotas, onEvent: emit });
  return { client: own, modelId, circuit };
}
