import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import type { OutboxEntry } from './entry';

/** The ways out; those of owners are named by their topic. */
export type ChannelName = 'mail' | 'chat' | 'events' | `owner ${string}`;

/** What was refused for good, as it is kept to be read. */
export interface AsideMessage {
  /** ISO time in UTC of its run's clock. */
  readonly id: string;
  readonly channel: ChannelName;
  readonly subject: string;
  /** In English, for logs: what was said when it was refused. */
  readonly why: string;
  /** What people would have read; empty of an event. */
  readonly text: string;
  /** What programs would have read; empty of a chat's notification. */
  readonly json: string;
}

/** How far an entry has come after one more call of a channel. */
export interface Step {
  /** The entry without what was said just now; the very same one when nothing was. */
  readonly entry: OutboxEntry;
  readonly blindSpots: readonly BlindSpot[];
  /** What must be set aside before the entry is noted without it. */
  readonly aside?: readonly AsideMessage[];
  /** Whether what failed is this entry's own fault, so that the channel goes on with the next. @default false */
  readonly isOwnFault?: boolean;
}

/** A way out for what the watchdog says. */
export interface Channel {
  readonly name: ChannelName;
  /** Says what waits in an entry for this channel, a step a call; a step with errors may be followed by others. */
  say(entry: OutboxEntry): AsyncGenerator<Step>;
}
