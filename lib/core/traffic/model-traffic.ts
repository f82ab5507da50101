import type { Provenance } from '../vocabulary/finding';
import type { Endpoint } from '../vocabulary/quota';
import { type SeriesIdentity, seriesKeyOf } from '../vocabulary/series-key';
import type { EpochMinute } from '../vocabulary/time';
import type { UnknownReason } from '../vocabulary/unknown-reason';

/** The scopes calls are made in; each (endpoint, scope, base model) has quotas of its own. */
export type CallScope = 'onDemand' | 'crossRegion' | 'globalCrossRegion' | 'customDeployment';

/** The model and scope whose quotas the calls of a CloudWatch `ModelId` spend, or why none can be named. */
export type ResolvedModelId =
  | {
      readonly kind: 'model';
      readonly scope: CallScope;
      readonly baseModelId: string;
      /** By what the caller reached the model. */
      readonly via: 'base' | 'profile' | 'applicationProfile' | 'customDeployment';
      /** What a person calls the caller: the application profile's name, else the id without its ARN. */
      readonly name: string;
    }
  | { readonly kind: 'unmapped'; readonly reason: UnknownReason }
  /** Known, and no quota holds its calls. */
  | { readonly kind: 'noQuota'; readonly reason: UnknownReason };

/** One minute of a model's traffic, or of a sum of several models'. */
export interface TrafficMinute {
  /** Which one. */
  readonly minute: EpochMinute;
  /** Tokens as the quota counts them: CloudWatch's own number, else tokens burned down. */
  readonly quotaTokens: number;
  /** Where {@link TrafficMinute.quotaTokens} come from. */
  readonly provenance: Provenance;
  /** Accepted requests; throttled ones are not among them. */
  readonly invocations: number;
  /** Requests refused for a quota or for capacity. */
  readonly throttles: number;
  /** Requests refused as wrong. */
  readonly clientErrors: number;
  /** Requests that failed at AWS. */
  readonly serverErrors: number;
  /** Raw tokens: what mantle quotas count, what a call reserved of them, and for the average per call. */
  readonly input: number;
  /** Raw tokens. */
  readonly output: number;
  /** Raw tokens read of a prompt cache. */
  readonly cacheRead: number;
  /** Raw tokens written into a prompt cache. */
  readonly cacheWrite: number;
}

/** One metric ModelId that calls a model. */
export interface Caller {
  readonly modelId: string;
  /** What a person calls it: the application profile's name, else the ModelId. */
  readonly name: string;
  /** `null`: it is no application profile. */
  readonly profileName: string | null;
  /** What is before this minute was read; `null`: a part of it was not; absent: all up to the clock. */
  readonly readUntil?: EpochMinute | null;
  /** The day, ascending. */
  readonly minutes: readonly TrafficMinute[];
}

/** All traffic of one base model in one scope of one endpoint: what its quotas are compared with. */
export interface ModelTraffic {
  /** Whose quotas are spent. */
  readonly endpoint: Endpoint;
  /** In which the calls are made. */
  readonly scope: CallScope;
  /** The model, by whatever id it is called. */
  readonly baseModelId: string;
  /** Quota tokens per output token; `null`: no rate is known, and minutes without native estimate are counted with 1. */
  readonly rate: number | null;
  /** By whose ids it is called. */
  readonly callers: readonly Caller[];
  /** Sum over the callers of the day, ascending; minutes without traffic are absent. */
  readonly minutes: readonly TrafficMinute[];
  /** First minute of the look-back: what per-minute quotas and throttles are judged by. */
  readonly lookFrom: EpochMinute;
  /** The minutes of the look-back. */
  readonly recent: readonly TrafficMinute[];
}

/** Traffic that spends no known quota: said with its amount, never guessed, never dropped. */
export interface UnmappedUsage extends SeriesIdentity {
  /** Whether the model is known and only its quotas are not. */
  readonly isModelKnown: boolean;
  readonly reason: UnknownReason;
  /** The look-back. Quota tokens are counted with rate 1 where CloudWatch gives none, so they are lower bounds. */
  readonly recent: readonly TrafficMinute[];
}

/** The key of the series that a caller is. */
export function callerKeyOf(modelTraffic: Pick<ModelTraffic, 'endpoint'>, caller: Pick<Caller, 'modelId'>): string {
  return seriesKeyOf({ endpoint: modelTraffic.endpoint, modelId: caller.modelId });
}
