import { describeAwsError } from '../../aws/aws-error';
import type { AwsClients } from '../../aws/clients';
import { putAlertEvents } from '../../aws/eventbridge';
import { publishAlert, publishChat } from '../../aws/sns';
import type { PollerConfig } from '../config';
import type { Channel } from './channel';

type Clients = Pick<AwsClients, 'sns' | 'eventBridge'>;

function createMail({ sns }: Clients, topicArn: string): Channel {
  return {
    name: 'mail',
    async *say(entry) {
      if (entry.isMailed) return;
      try {
        await publishAlert(sns, topicArn, entry.alert);
        yield { entry: { ...entry, isMailed: true }, blindSpots: [] };
      } catch (error) {
        yield { entry, blindSpots: [describeAwsError('sns:Publish', error)] };
      }
    },
  };
}

function createChat({ sns }: Clients, topicArn: string): Channel {
  return {
    name: 'chat',
    async *say(entry) {
      let current = entry;
      for (const notification of entry.chat ?? []) {
        try {
          await publishChat(sns, topicArn, notification);
        } catch (error) {
          yield { entry: current, blindSpots: [describeAwsError('sns:Publish', error)] };
          return;
        }
        current = { ...current, chat: (current.chat ?? []).slice(1) };
        yield { entry: current, blindSpots: [] };
      }
    },
  };
}

function createEvents({ eventBridge }: Clients, busArn: string): Channel {
  return {
    name: 'events',
    async *say(entry) {
      let current = entry;
      for await (const { rest, blindSpots } of putAlertEvents(eventBridge, busArn, entry.events ?? [])) {
        if (rest.length < (current.events ?? []).length) current = { ...current, events: rest };
        yield { entry: current, blindSpots };
      }
    },
  };
}

/** The channels there are: mail always, chat and events where the stack made them. */
export function createChannels(clients: Clients, config: PollerConfig): readonly Channel[] {
  const { topicArn, chatTopicArn, eventBusArn } = config;
  return [
    createMail(clients, topicArn),
    ...(chatTopicArn === null ? [] : [createChat(clients, chatTopicArn)]),
    ...(eventBusArn === null ? [] : [createEvents(clients, eventBusArn)]),
  ];
}
