import type { AwsClients } from '../../aws/clients';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { PollerConfig } from '../config';
import type { Channel } from './channel';
import { type OutboxEntry, withRefused } from './entry';
import { sayAlert } from './say-alert';

const ACTION = 'sns:Publish';

function createOwner({ sns }: Pick<AwsClients, 'sns'>, topicArn: string, config: PollerConfig): Channel {
  const name = `owner ${topicArn}` as const;
  const onTopic = (failure: BlindSpot): BlindSpot => ({
    source: ACTION,
    ...toStatement('onTopic', failure, topicArn),
  });
  return {
    name,
    async *say(entry) {
      const { id, owners = [] } = entry;
      const mine = owners.find((owner) => owner.topicArn === topicArn);
      if (!mine) return;
      const { alert, refusals = 0 } = mine;
      const told = await sayAlert({ sns }, { id, channel: name, topicArn, alert, refusals }, config);
      const others = owners.filter((owner) => owner !== mine);
      const { aside, isOwnFault, refused } = told;
      const blindSpots = told.failures.map(onTopic);
      if (told.isOver) {
        const left = { ...entry, owners: others };
        yield { entry: refused ? withRefused(left, [refused]) : left, blindSpots, aside, isOwnFault };
      } else if (told.refusals === refusals) yield { entry, blindSpots };
      else {
        const tried = { ...mine, refusals: told.refusals };
        yield { entry: { ...entry, owners: [...others, tried] }, blindSpots, isOwnFault };
      }
    },
  };
}

/** A channel for each owner that waits in the outbox, so that a topic that fails holds up no other. */
export function createOwners(
  clients: Pick<AwsClients, 'sns'>,
  outbox: readonly OutboxEntry[],
  config: PollerConfig,
): Channel[] {
  const topics = outbox.flatMap(({ owners = [] }) => owners.map(({ topicArn }) => topicArn));
  return [...new Set(topics)].map((topicArn) => createOwner(clients, topicArn, config));
}
