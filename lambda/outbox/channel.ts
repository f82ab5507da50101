import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { OutboxEntry } from './entry';

/** The ways out; those of owners are named by their topic. */
export type ChannelName = 'mail' | 'chat' | 'events' | `owner ${string}`;

/** How far an entry has come after one more call of a channel. */
export interface Step {
  /** The entry without what was said just now; the very same one when nothing was. */
  readonly entry: OutboxEntry;
  readonly blindSpots: readonly BlindSpot[];
}

/** A way out for what the watchdog says. */
export interface Channel {
  readonly name: ChannelName;
  /** Says what waits in an entry for this channel, a step a call; a step with errors may be followed by others. */
  say(entry: OutboxEntry): AsyncGenerator<Step>;
}
