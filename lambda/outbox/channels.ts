import { describeAwsError } from '../../aws/aws-error';
import type { AwsClients } from '../../aws/clients';
import { putAlertEvents } from '../../aws/eventbridge';
import { refusalOf } from '../../aws/refusal';
import { publishChat } from '../../aws/sns';
import type { ChatNotification } from '../../lib/core/messages/chat';
import { toPlainMessage } from '../../lib/core/messages/mail';
import { foldBodies } from '../../lib/core/messages/protocols';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { spellStatement } from '../../lib/core/vocabulary/statement';
import { EN } from '../../lib/language/en';
import { wordsOf } from '../../lib/language/language';
import type { PollerConfig } from '../config';
import type { AsideMessage, Channel } from './channel';
import { countFindings } from './count-findings';
import { type OutboxEntry, withRefused } from './entry';
import { sayAlert, type Told, tellSetAside } from './say-alert';

type Clients = Pick<AwsClients, 'sns' | 'eventBridge'>;

function createMail({ sns }: Clients, config: PollerConfig): Channel {
  return {
    name: 'mail',
    async *say(entry) {
      if (entry.isMailed) return;
      const { id, alert, refusals = 0 } = entry;
      const { topicArn } = config;
      const told = await sayAlert({ sns }, { id, channel: 'mail', topicArn, alert, refusals }, config);
      const { failures: blindSpots, aside, isOwnFault } = told;
      if (told.isOver) yield { entry: toMailed(entry, told, config), blindSpots, aside, isOwnFault };
      else yield { entry: toTried(entry, told), blindSpots, isOwnFault };
    },
  };
}

/** A mail that is over; what was set aside is not kept twice. */
function toMailed(entry: OutboxEntry, { refused }: Told, { places, language }: PollerConfig): OutboxEntry {
  if (!refused) return { ...entry, isMailed: true };
  const { id, alert } = entry;
  const short = toPlainMessage(alert, { at: id, findings: countFindings(alert), places }, wordsOf(language));
  const kept = { ...short, message: foldBodies(short.message) };
  return { ...withRefused(entry, [refused]), alert: kept, isMailed: true };
}

/** The very same entry when no round was added. */
function toTried(entry: OutboxEntry, { refusals }: Told): OutboxEntry {
  return refusals === (entry.refusals ?? 0) ? entry : { ...entry, refusals };
}

function createChat({ sns }: Clients, topicArn: string): Channel {
  return {
    name: 'chat',
    async *say(entry) {
      let current = entry;
      for (const notification of entry.chat ?? []) {
        const chat = (current.chat ?? []).slice(1);
        try {
          await publishChat(sns, topicArn, notification);
          current = { ...current, chat };
          yield { entry: current, blindSpots: [] };
        } catch (error) {
          const why = describeAwsError('sns:Publish', error);
          if (refusalOf(error) !== 'message') {
            yield { entry: current, blindSpots: [why] };
            return;
          }
          current = withRefused({ ...current, chat }, [tellSetAside(entry.id, 'chat', why)]);
          yield {
            entry: current,
            blindSpots: [why],
            aside: [toAsideChat(entry.id, notification, why)],
            isOwnFault: true,
          };
        }
      }
    },
  };
}

function toAsideChat(id: string, { content, metadata }: ChatNotification, why: BlindSpot): AsideMessage {
  const { title, description } = content;
  return {
    id,
    channel: 'chat',
    subject: title,
    why: spellStatement(why, EN),
    text: description,
    json: JSON.stringify(metadata),
  };
}

function createEvents({ eventBridge }: Clients, busArn: string): Channel {
  return {
    name: 'events',
    async *say(entry) {
      let current = entry;
      for await (const { rest, refused, blindSpots } of putAlertEvents(eventBridge, busArn, entry.events ?? [])) {
        if (rest.length < (current.events ?? []).length) current = { ...current, events: rest };
        const notes = refused.map(({ why }) => tellSetAside(entry.id, 'events', why));
        if (notes.length > 0) current = withRefused(current, notes);
        yield {
          entry: current,
          blindSpots: [...blindSpots, ...refused.map(({ why }) => why)],
          aside: refused.map(({ entry: event, why }) => ({
            id: entry.id,
            channel: 'events',
            subject: event.detailType,
            why: spellStatement(why, EN),
            text: '',
            json: event.detail,
          })),
          isOwnFault: blindSpots.length === 0,
        };
      }
    },
  };
}

/** The channels there are: mail always, chat and events where the stack made them. */
export function createChannels(clients: Clients, config: PollerConfig): readonly Channel[] {
  const { chatTopicArn, eventBusArn } = config;
  return [
    createMail(clients, config),
    ...(chatTopicArn === null ? [] : [createChat(clients, chatTopicArn)]),
    ...(eventBusArn === null ? [] : [createEvents(clients, eventBusArn)]),
  ];
}
