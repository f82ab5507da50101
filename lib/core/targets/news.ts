import type { Digest } from '../alerts/digest';
import type { AlertEvent } from '../alerts/lifecycle';
import type { TargetPlace } from './target';

/** What one run of one target has to say. */
export interface TargetNews {
  readonly target: TargetPlace;
  /** ISO time in UTC of the run's clock. */
  readonly at: string;
  readonly events: readonly AlertEvent[];
  /** Topics that own some of the events, with the ids of the findings of these. */
  readonly owners: readonly { readonly topicArn: string; readonly findingIds: readonly string[] }[];
  /** `null`: no digest is due. */
  readonly digest: Digest | null;
}
