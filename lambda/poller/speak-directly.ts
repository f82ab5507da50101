import type { Logger } from '@aws-lambda-powertools/logger';
import type { AwsClients } from '../../aws/clients';
import { toDigestMessage } from '../../lib/core/messages/digest-mail';
import { wordsOf } from '../../lib/language/language';
import type { PollerConfig } from '../config';
import { createChannels } from '../outbox/channels';
import { toOutboxEntry, toOwnerMails } from '../outbox/compose';
import type { OutboxEntry } from '../outbox/entry';
import { createOwners } from '../outbox/owners';
import { queueUp } from '../outbox/queue-up';
import { boundClients } from './budget';
import { deliver } from './deliver';
import type { News, Voice } from './voice';

/** News as messages: alerts and digest are two, for not everyone wants both. */
function toEntries({ origin, events, byOwner, digest }: News, config: PollerConfig): OutboxEntry[] {
  const owners = toOwnerMails(byOwner, origin, config);
  const alerts = events.length > 0 ? [{ ...toOutboxEntry(events, origin, config), owners }] : [];
  if (digest === null) return alerts;
  const alert = toDigestMessage(digest, origin, config.places, wordsOf(config.language));
  return [...alerts, { id: origin.at, alert }];
}

/** The voice of a watchdog with one target: its own outbox, and the channels that the stack has. */
export function speakDirectly(clients: AwsClients, config: PollerConfig, logger: Pick<Logger, 'info'>): Voice {
  return {
    prepare(state, news, speaker) {
      const queueing = { origin: news.origin, config, speaker };
      return { ...state, outbox: queueUp(state.outbox, toEntries(news, config), queueing) };
    },
    async speak(saved, { budget, speaker }) {
      const bound = boundClients(clients, budget, 'all');
      const { said, blindSpots } = await deliver({
        channels: [...createChannels(bound, config), ...createOwners(bound, saved.state.outbox, config)],
        table: saved.table,
        saved,
        now: saved.now,
        speaker,
        signal: budget.signals.telling,
      });
      for (const { channel, entry } of said) {
        const { subject, attributes } = entry.alert;
        logger.info('alert published', { channel, subject, attributes });
      }
      return blindSpots;
    },
  };
}
