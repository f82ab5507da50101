import type { EpochMinute } from './time';

/** How long a model will be there. */
export interface ModelLifecycle {
  readonly modelId: string;
  /** AWS's word, `ACTIVE` or `LEGACY`; `null`: AWS did not say. */
  readonly status: string | null;
  /** `null`: AWS names no day. */
  readonly endOfLife: EpochMinute | null;
}

/** A CloudWatch alarm. */
export interface AlarmState {
  readonly name: string;
  /** AWS's word: `OK`, `ALARM`, `INSUFFICIENT_DATA`. */
  readonly state: string;
}

/** A trail of CloudTrail that records a Region. */
export interface TrailState {
  readonly name: string;
  /** `null`: not known. */
  readonly isLogging: boolean | null;
  /** Whether it records calls of models; `null`: not known, or of some. */
  readonly takesModelCalls: boolean | null;
}

/** Someone a topic sends to. */
export interface Recipient {
  readonly protocol: string;
  readonly endpoint: string;
  readonly state: 'confirmed' | 'pending' | 'deleted';
}
