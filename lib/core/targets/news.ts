import type { Digest } from '../alerts/digest';
import type { AlertEvent } from '../alerts/lifecycle';
import type { TargetPlace } from './target';

/** What one run of one target has to say. */
export interface TargetNews {
  readonly target: TargetPlace;
  /** ISO time in UTC of the run's clock. */
  readonly at: string;
  readonly events: readonly AlertEvent[];
  /** `null`: no digest is due. */
  readonly digest: Digest | null;
}
