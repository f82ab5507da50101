import type { AlertEvent } from '../../lib/core/alerts/lifecycle';
import { toChatNotifications } from '../../lib/core/messages/chat';
import { toAlertEventEntries } from '../../lib/core/messages/event';
import type { MessageOrigin } from '../../lib/core/messages/incident';
import { toAlertMessage } from '../../lib/core/messages/mail';
import { wordsOf } from '../../lib/language/language';
import type { PollerConfig } from '../config';
import type { OutboxEntry, OwnerMail } from './entry';

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

/** A message for each topic that owns some of the events; the alert topic has them all already. */
export function toOwnerMails(
  byTopic: ReadonlyMap<string, readonly AlertEvent[]>,
  origin: MessageOrigin,
  { topicArn: alertTopicArn, places, language }: PollerConfig,
): OwnerMail[] {
  return [...byTopic]
    .filter(([topicArn]) => topicArn !== alertTopicArn)
    .map(([topicArn, events]) => ({
      topicArn,
      alert: toAlertMessage(events, origin, places, wordsOf(language)),
    }));
}
