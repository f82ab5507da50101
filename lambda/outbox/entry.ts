import type { AlertEvent } from '../../lib/core/alerts/lifecycle';
import { type ChatNotification, toChatNotifications } from '../../lib/core/messages/chat';
import { type AlertEventEntry, toAlertEventEntries } from '../../lib/core/messages/event';
import type { MessageOrigin } from '../../lib/core/messages/links';
import { type AlertMessage, toAlertMessage } from '../../lib/core/messages/mail';
import type { EpochMinute } from '../../lib/core/vocabulary/series';
import { toMinute } from '../../lib/core/vocabulary/time';
import { wordsOf } from '../../lib/language/language';
import type { PollerConfig } from '../config';
import type { OwnerMail } from './owners';

/**
 * What must be said of one run, rendered. Each channel leaves here what it has not taken yet, so that one that fails
 * repeats nothing of another; the entry goes when nothing is left.
 */
export interface OutboxEntry {
  /** ISO time in UTC of the run's clock. */
  readonly id: string;
  readonly alert: AlertMessage;
  /** The mail is out, and another channel still waits. Absent, as in entries of older versions: it is not. */
  readonly isMailed?: boolean;
  /** Absent: nothing for the chat. */
  readonly chat?: readonly ChatNotification[];
  /** Absent: nothing for EventBridge. */
  readonly events?: readonly AlertEventEntry[];
  /** Topics of owners that are still to be told. Absent: none. */
  readonly owners?: readonly OwnerMail[];
}

/**
 * Chat, events and owners are given up after this long: a bus or topic that is gone must not fill the state, which would end
 * the mails too. The mail itself is never given up.
 */
const LIFETIME_MINUTES = 24 * 60;

/** What is to be said of events, for each channel there is. @throws RangeError without events. */
export function toOutboxEntry(events: readonly AlertEvent[], origin: MessageOrigin, config: PollerConfig): OutboxEntry {
  const { places, chatTopicArn, eventBusArn } = config;
  const words = wordsOf(config.language);
  return {
    id: origin.at,
    alert: toAlertMessage(events, origin, places, words),
    ...(chatTopicArn === null ? {} : { chat: toChatNotifications(events, origin, places, words) }),
    ...(eventBusArn === null ? {} : { events: toAlertEventEntries(events, origin, places) }),
  };
}

/** Whether every channel has taken its part. */
export function isSaid({ isMailed = false, chat = [], events = [], owners = [] }: OutboxEntry): boolean {
  return isMailed && [chat, events, owners].every(({ length }) => length === 0);
}

/** Whether all but the mail of an entry are too old to be news. */
export function isStale({ id }: OutboxEntry, now: EpochMinute): boolean {
  return now - toMinute(id) > LIFETIME_MINUTES;
}
