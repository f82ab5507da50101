import { describeAwsError } from '../../aws/aws-error';
import type { AwsClients } from '../../aws/clients';
import { publishAlert } from '../../aws/sns';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { Channel } from './channel';
import type { OutboxEntry } from './entry';

const ACTION = 'sns:Publish';

function createOwner({ sns }: Pick<AwsClients, 'sns'>, topicArn: string): Channel {
  return {
    name: `owner ${topicArn}`,
    async *say(entry) {
      const { owners = [] } = entry;
      const mine = owners.find((owner) => owner.topicArn === topicArn);
      if (!mine) return;
      try {
        await publishAlert(sns, topicArn, mine.alert);
        yield { entry: { ...entry, owners: owners.filter((owner) => owner !== mine) }, blindSpots: [] };
      } catch (error) {
        const failure = toStatement('onTopic', describeAwsError(ACTION, error), topicArn);
        yield { entry, blindSpots: [{ source: ACTION, ...failure }] };
      }
    },
  };
}

/** A channel for each owner that waits in the outbox, so that a topic that fails holds up no other. */
export function createOwners(clients: Pick<AwsClients, 'sns'>, outbox: readonly OutboxEntry[]): Channel[] {
  const topics = outbox.flatMap(({ owners = [] }) => owners.map(({ topicArn }) => topicArn));
  return [...new Set(topics)].map((topicArn) => createOwner(clients, topicArn));
}

/** Owners that did not take what earlier runs had to say: nobody else would tell them. */
export function findUnheardOwners(outbox: readonly OutboxEntry[]): BlindSpot[] {
  const since = new Map<string, string>();
  for (const { id, owners = [] } of outbox)
    for (const { topicArn } of owners) if (!since.has(topicArn)) since.set(topicArn, id);
  return [...since].map(([topicArn, id]) => ({
    source: `${ACTION} ${topicArn}`,
    ...toStatement('ownerUntold', ACTION, topicArn, id),
  }));
}
