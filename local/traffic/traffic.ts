import type { QuotaBook } from '../quotas/book';
import { ServiceError } from '../wire/service-error';
import { Admission, type CallLimits, type Refusal, type TrueCause } from './admission';
import { addValues, type MetricsStore, type StoredMetric } from './metrics-store';
import type { MinuteForm } from './minute-forms';
import { toServiceError } from './refusal-error';
import type { Visibility } from './visibility';

/** The quotas that hold the calls of a ModelId; ModelIds with the same codes share them. */
export interface TrafficPool {
  readonly baseModelId: string;
  /** Metric ModelIds that spend it. */
  readonly modelIds: readonly string[];
  /** Quota codes; `null`: there is no such quota. */
  readonly tokensPerMinute: string | null;
  readonly requestsPerMinute: string | null;
  /** Quota codes of daily limits: the account's pool, a row of the model. */
  readonly daily: readonly string[];
  /** Of these, the codes whose value AWS doubles for such calls. @default - none */
  readonly doubled?: readonly string[];
}

/** One call of an application. Calls come in the order of time. */
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
  /** By which it is made. @default 'Converse' */
  readonly operation?: string;
}

/** Why a call was refused: by a quota, or for want of capacity; `null` when it was served. */
export type CallRefusal = Refusal | 'capacity';

/** A call that was refused, and what was behind it. */
export interface RefusedCall {
  readonly modelId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly cause: TrueCause;
}

/** What an application spends on the bedrock-mantle endpoint in one minute. */
export interface MantleSpending {
  /** As the `Model` dimension has it. */
  readonly model: string;
  /** @default 'default' */
  readonly project?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Accepted requests. @default 1 */
  readonly inferences?: number;
  /** Tokens. */
  readonly input: number;
  readonly output: number;
  /** Refused requests, of whatever kind. @default 0 */
  readonly clientErrors?: number;
}

/** What traffic is held against and counted in. */
export interface TrafficSettings {
  readonly book: QuotaBook;
  readonly store: MetricsStore;
  readonly visibility: Visibility;
  /** @throws ServiceError for a ModelId that Bedrock refuses. */
  readonly findPool: (modelId: string) => TrafficPool;
  /** Quota tokens per output token of a base model. */
  readonly rateOf: (baseModelId: string) => number;
  /** @default 'fixed' */
  readonly minuteForm?: MinuteForm;
  /** Told of every call that was refused, and how, quota or not. @default - nobody is */
  readonly onRefused?: (call: Pick<Call, 'modelId' | 'at' | 'operation'>, error: ServiceError) => void;
}

const MINUTE_MS = 60_000;
const MODEL_MAXIMUM_TOKENS = 64_000;

/** Bedrock's runtime: admits calls against the quotas and counts them in CloudWatch. */
export class Traffic {
  private readonly admission: Admission;
  private readonly series = new Map<string, readonly StoredMetric[]>();
  private readonly pools = new Map<string, TrafficPool>();
  private isShort: (modelId: string) => boolean = () => false;
  private burstSeconds: number | null = null;
  /** Every call that was refused, in order. */
  readonly refusals: RefusedCall[] = [];

  constructor(private readonly settings: TrafficSettings) {
    this.admission = new Admission(settings.minuteForm);
  }

  /** Sets which quotas hold ModelIds, instead of what their names say. */
  definePool(pool: TrafficPool): void {
    for (const modelId of pool.modelIds) this.pools.set(modelId, pool);
  }

  /**
   * Has AWS run short of capacity for some calls, whatever their quotas. Whether CloudWatch counts a 503 as a throttle is not
   * documented; here it does.
   */
  runShort(isShort: (modelId: string) => boolean): void {
    this.isShort = isShort;
  }

  /** Lets no more than their share of a minute in within so many seconds; `null`: a minute may come at once. */
  limitBursts(seconds: number | null): void {
    this.burstSeconds = seconds;
  }

  private refuse(call: Call, refusal: NonNullable<CallRefusal>, cause: TrueCause): CallRefusal {
    const { modelId, at } = call;
    this.tellRefused(call, toServiceError(refusal));
    this.refusals.push({ modelId, at, cause });
    this.count(modelId, at, [['InvocationThrottles', 1]]);
    return refusal;
  }

  /** The quotas that hold the calls of a ModelId. @throws ServiceError for one that Bedrock refuses. */
  poolOf(modelId: string): TrafficPool {
    return this.pools.get(modelId) ?? this.settings.findPool(modelId);
  }

  /** Tells of a call that was refused for something else than a quota or capacity: no metric shows it. */
  tellRefused(call: Pick<Call, 'modelId' | 'at' | 'operation'>, error: ServiceError): void {
    this.settings.onRefused?.(call, error);
  }

  private findPool(call: Call): TrafficPool {
    try {
      return this.poolOf(call.modelId);
    } catch (error) {
      if (error instanceof ServiceError) this.tellRefused(call, error);
      throw error;
    }
  }

  /** Makes a call. @throws ServiceError for a ModelId Bedrock refuses. @returns why it was throttled; `null`: served. */
  call(call: Call): CallRefusal {
    const pool = this.findPool(call);
    const { input, output, cacheRead = 0, cacheWrite = 0, maxTokens = MODEL_MAXIMUM_TOKENS, seconds = 5 } = call;
    const quotaTokens = input + cacheWrite + output * this.settings.rateOf(pool.baseModelId);
    if (this.isShort(call.modelId)) return this.refuse(call, 'capacity', 'capacity');
    const attempt = {
      pool: `${pool.tokensPerMinute} ${pool.requestsPerMinute}`,
      at: call.at,
      duration: seconds * 1000,
      reservation: input + cacheWrite + cacheRead + maxTokens,
      settlement: quotaTokens,
    };
    const limits = this.limitsOf(pool);
    const refusal = this.admission.attempt(attempt, limits);
    if (refusal !== null) return this.refuse(call, refusal, this.admission.causeOf(attempt, refusal, limits));
    const values: [string, number][] = [
      ['Invocations', 1],
      ['InputTokenCount', input],
      ['OutputTokenCount', output],
      ['EstimatedTPMQuotaUsage', quotaTokens],
      ['InvocationLatency', seconds * 1000],
    ];
    if (cacheRead > 0) values.push(['CacheReadInputTokenCount', cacheRead]);
    if (cacheWrite > 0) values.push(['CacheWriteInputTokenCount', cacheWrite]);
    this.count(call.modelId, call.at + seconds * 1000, values);
    return null;
  }

  /** Counts traffic of the mantle endpoint. It is not admitted: how that endpoint refuses calls is not documented. */
  spendMantle({
    model,
    project = 'default',
    at,
    inferences = 1,
    input,
    output,
    clientErrors = 0,
  }: MantleSpending): void {
    const values: [string, number][] = [
      ['Inferences', inferences],
      ['TotalInputTokens', input],
      ['TotalOutputTokens', output],
    ];
    if (clientErrors > 0) values.push(['InferenceClientErrors', clientErrors]);
    const levels = [{ Project: project, Model: model }, { Project: project }, { Model: model }, {}];
    const minute = Math.floor(at / MINUTE_MS);
    const visibleAt = this.settings.visibility(model, minute, (at - minute * MINUTE_MS) / 1000);
    for (const [name, sum] of values) {
      for (const dimensions of levels) {
        this.settings.store.record({ namespace: 'AWS/BedrockMantle', name, dimensions }, { minute, sum, visibleAt });
      }
    }
  }

  private limitsOf(pool: TrafficPool): CallLimits {
    const appliedOf = (code: string | null) => (code === null ? null : this.settings.book.appliedValueOf(code));
    return {
      tokensPerMinute: appliedOf(pool.tokensPerMinute),
      requestsPerMinute: appliedOf(pool.requestsPerMinute),
      ...(this.burstSeconds === null ? {} : { burstSeconds: this.burstSeconds }),
      daily: pool.daily.flatMap((code) => {
        const applied = this.settings.book.appliedValueOf(code);
        return applied === null ? [] : [{ name: code, limit: pool.doubled?.includes(code) ? 2 * applied : applied }];
      }),
    };
  }

  private count(modelId: string, at: number, values: readonly (readonly [name: string, value: number])[]): void {
    const minute = Math.floor(at / MINUTE_MS);
    const visibleAt = this.settings.visibility(modelId, minute, (at - minute * MINUTE_MS) / 1000);
    for (const [name, sum] of values) {
      for (const metric of this.seriesOf(modelId, name)) addValues(metric, { minute, sum, visibleAt });
    }
  }

  /** The metric at both dimension sets in which Bedrock counts a call. */
  private seriesOf(modelId: string, name: string): readonly StoredMetric[] {
    const key = `${name} ${modelId}`;
    const known = this.series.get(key);
    if (known) return known;
    const sets = [{ ModelId: modelId }, { ModelId: modelId, ServiceTier: 'default', ResolvedServiceTier: 'default' }];
    const opened = sets.map((dimensions) => this.settings.store.open({ namespace: 'AWS/Bedrock', name, dimensions }));
    this.series.set(key, opened);
    return opened;
  }
}
