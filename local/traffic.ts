import { Admission, type CallLimits, type Refusal } from './admission';
import { rateOf } from './burndown-table';
import type { MetricsStore } from './metrics-store';
import type { QuotaBook } from './services/service-quotas';

/** Calls that share limits: one base model in one scope, with the codes of its quotas. */
export interface TrafficPool {
  readonly baseModelId: string;
  /** Metric ModelIds that spend it. */
  readonly modelIds: readonly string[];
  readonly tokensPerMinute: string | null;
  readonly requestsPerMinute: string | null;
  /** Quota codes of daily limits: the account's pool, a row of the model. */
  readonly daily: readonly string[];
}

/** One call of an application. */
export interface Call {
  readonly modelId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Tokens. */
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
  /** @default 64,000, the maximum of the model, which is what an unset max_tokens reserves */
  readonly maxTokens?: number;
  /** Seconds until the answer is complete. @default 5 */
  readonly seconds?: number;
}

const MINUTE_MS = 60_000;
const MODEL_MAXIMUM_TOKENS = 64_000;

/** Milliseconds since 1970 from which the values of a ModelId's minute show. */
export type Visibility = (modelId: string, minute: number) => number;

/** Values show 60 to 120 seconds after their minute ended, by a hash of ModelId and minute: the same in every run. */
export function lateByOneToTwoMinutes(modelId: string, minute: number): number {
  let hash = 2166136261;
  for (const character of `${modelId} ${minute}`) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  return (minute + 2) * MINUTE_MS + ((hash >>> 0) % 60) * 1000;
}

/** Bedrock's runtime: admits calls against the quotas and counts them in CloudWatch. */
export class Traffic {
  private readonly admission = new Admission();
  private readonly pools = new Map<string, TrafficPool>();

  constructor(
    private readonly book: QuotaBook,
    private readonly store: MetricsStore,
    private readonly visibility: Visibility,
  ) {}

  /** Tells which ModelIds share which quotas. */
  definePool(pool: TrafficPool): void {
    for (const modelId of pool.modelIds) this.pools.set(modelId, pool);
  }

  /** Makes a call. @throws Error for a ModelId without a pool. @returns why it was refused, `null` when it was served. */
  call(call: Call): Refusal {
    const pool = this.pools.get(call.modelId);
    if (!pool) throw new Error(`the local account has no pool for the model id ${call.modelId}`);
    const { input, output, cacheRead = 0, cacheWrite = 0, maxTokens = MODEL_MAXIMUM_TOKENS, seconds = 5 } = call;
    const quotaTokens = input + cacheWrite + output * rateOf(pool.baseModelId);
    const refusal = this.admission.attempt(
      {
        pool: `${pool.tokensPerMinute} ${pool.requestsPerMinute}`,
        at: call.at,
        duration: seconds * 1000,
        reservation: input + cacheWrite + maxTokens,
        settlement: quotaTokens,
      },
      this.limitsOf(pool),
    );
    if (refusal !== null) {
      this.count(call.modelId, call.at, { InvocationThrottles: 1 });
      return refusal;
    }
    this.count(call.modelId, call.at + seconds * 1000, {
      Invocations: 1,
      InputTokenCount: input,
      OutputTokenCount: output,
      EstimatedTPMQuotaUsage: quotaTokens,
      InvocationLatency: seconds * 1000,
      ...(cacheRead > 0 ? { CacheReadInputTokenCount: cacheRead } : {}),
      ...(cacheWrite > 0 ? { CacheWriteInputTokenCount: cacheWrite } : {}),
    });
    return null;
  }

  private limitsOf(pool: TrafficPool): CallLimits {
    const appliedOf = (code: string | null) => (code === null ? null : this.book.appliedValueOf(code));
    return {
      tokensPerMinute: appliedOf(pool.tokensPerMinute),
      requestsPerMinute: appliedOf(pool.requestsPerMinute),
      daily: pool.daily.flatMap((code) => {
        const limit = this.book.appliedValueOf(code);
        return limit === null ? [] : [{ name: code, limit }];
      }),
    };
  }

  /** Counts values at both dimension sets of a call, as Bedrock does. */
  private count(modelId: string, at: number, values: Readonly<Record<string, number>>): void {
    const minute = Math.floor(at / MINUTE_MS);
    const visibleAt = this.visibility(modelId, minute);
    const sets = [{ ModelId: modelId }, { ModelId: modelId, ServiceTier: 'default', ResolvedServiceTier: 'default' }];
    for (const dimensions of sets) {
      for (const [name, sum] of Object.entries(values)) {
        this.store.record({ namespace: 'AWS/Bedrock', name, dimensions }, { minute, sum, visibleAt });
      }
    }
  }
}
