import type { ThrottleKind } from './classify-throttle';
import type { LimitsEvent } from './limits-events';
import type { StoreEvent } from './store-events';

/** What happened to a call, to the limits, or to a shared store, with its numbers: tokens are quota tokens, times milliseconds. */
export type QuotaEvent =
  /** A call waits for its quota, behind so many others. */
  | { readonly type: 'waiting'; readonly modelId: string; readonly tokens: number; readonly queued: number }
  /** A call may go; `waited` is 0 where there was room at once. */
  | { readonly type: 'admitted'; readonly modelId: string; readonly tokens: number; readonly waited: number }
  /** AWS refused an attempt. `limit`: tokens or requests a minute as they are taken to be now; `null`: not known. */
  | {
      readonly type: 'throttled';
      readonly modelId: string;
      readonly kind: ThrottleKind;
      readonly attempt: number;
      readonly limit: number | null;
    }
  /** What a call came to in the end; `isEstimate`: the answer did not say. */
  | {
      readonly type: 'settled';
      readonly modelId: string;
      readonly reserved: number;
      readonly used: number;
      readonly isEstimate: boolean;
    }
  /** `max_tokens` is not set, so that AWS reserves as much as the model can answer. */
  | { readonly type: 'maxTokensUnset'; readonly modelId: string; readonly reserved: number }
  /** Calls of a model, or of a target, fail at once from now on. */
  | {
      readonly type: 'opened';
      readonly modelId: string;
      readonly retryAt: Date;
      readonly kind: ThrottleKind | 'failures';
    }
  /** They are made again. */
  | { readonly type: 'closed'; readonly modelId: string }
  | LimitsEvent
  | StoreEvent;

/** Takes events. What it throws is not caught. */
export type OnQuotaEvent = (event: QuotaEvent) => void;
