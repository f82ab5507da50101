/** Why a shared store is gone without. */
export type StoreTrouble =
  /** It did not answer in time. */
  | 'timeout'
  /** It answered with an error. */
  | 'failed'
  /** What it holds is no record of quotas, or one of another version. */
  | 'unreadable';

/** What happened to a store that processes share; `modelId`: the model whose pool it is, without a prefix. */
export type StoreEvent =
  /** Calls keep to the process's own share from now on; the store is asked again by the first call after `retryAt`. */
  | {
      readonly type: 'storeAway';
      readonly modelId: string;
      readonly why: StoreTrouble;
      readonly error: unknown;
      readonly retryAt: Date;
    }
  /** Processes share again what is left. */
  | { readonly type: 'storeBack'; readonly modelId: string };
