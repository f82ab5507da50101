import type { Digest } from '../../lib/core/alerts/digest';
import type { AlertEvent } from '../../lib/core/alerts/lifecycle';
import type { MessageOrigin } from '../../lib/core/messages/incident';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { WatchdogState } from '../memory/state';
import type { Speaker } from '../outbox/claim';
import type { Budget } from './budget';
import type { Gathered } from './material';

/** What a run has to say. */
export interface News {
  readonly origin: MessageOrigin;
  readonly events: readonly AlertEvent[];
  /** The events of each topic that owns some of them, by ARN. */
  readonly byOwner: ReadonlyMap<string, readonly AlertEvent[]>;
  /** `null`: none is due. */
  readonly digest: Digest | null;
}

/** A state as the table has it. */
export type Saved = Pick<Gathered, 'now' | 'state' | 'version' | 'table'>;

/** When something is said, and by whom. */
export interface Moment {
  readonly budget: Budget;
  readonly speaker: Speaker;
}

/** How what a run has to say leaves it: straight to people, or by a fleet's dispatcher. */
export interface Voice {
  /** The state with all that is to be said in it: it is saved before a word is said, so that a crash loses none. */
  prepare(state: WatchdogState, news: News, speaker: Speaker): WatchdogState;
  /** Says what waits. @returns what was not taken; it waits for the next run. */
  speak(saved: Saved, moment: Moment): Promise<readonly BlindSpot[]>;
}
