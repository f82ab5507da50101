import type { TablePartition } from '../../aws/dynamodb';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { saveState, type WatchdogState } from '../memory/state';
import type { Channel, ChannelName } from '../outbox/channel';
import { isSaid, isStale, type OutboxEntry } from '../outbox/entry';

/** What was said and what could not be. */
export interface Delivery {
  /** One for each message and each call of EventBridge, in order. */
  readonly said: readonly { readonly channel: ChannelName; readonly entry: OutboxEntry }[];
  readonly blindSpots: readonly BlindSpot[];
}

/** Takes out what nobody will say any more: channels that are gone, and what they did not take for too long. */
function clear(
  entry: OutboxEntry,
  channels: readonly Channel[],
  now: EpochMinute,
): { entry: OutboxEntry; blindSpots: BlindSpot[] } {
  let current = entry;
  const blindSpots: BlindSpot[] = [];
  for (const name of ['chat', 'events'] as const) {
    const waiting = current[name]?.length ?? 0;
    const isGone = !channels.some((channel) => channel.name === name);
    if (waiting === 0 || !(isGone || isStale(current, now))) continue;
    current = { ...current, [name]: [] };
    if (!isGone) blindSpots.push({ source: name, ...toStatement('gaveUp', `${waiting}`, entry.id, name) });
  }
  const { owners = [] } = current;
  if (owners.length === 0 || !isStale(current, now)) return { entry: current, blindSpots };
  for (const { topicArn } of owners)
    blindSpots.push({ source: 'owner', ...toStatement('gaveUpOwner', entry.id, topicArn) });
  return { entry: { ...current, owners: [] }, blindSpots };
}

/**
 * Says what waits in the outbox, oldest first, in every channel, and takes out of the state what was said. The state was
 * saved with the outbox before, so a crash anywhere repeats at most one call and loses nothing; what a channel does not
 * take waits for the next run, and holds up no other channel.
 * @param version the version of the saved state.
 */
export async function deliver(
  channels: readonly Channel[],
  table: TablePartition,
  saved: { readonly state: WatchdogState; readonly version: number },
  now: EpochMinute,
): Promise<Delivery> {
  const cleared = saved.state.outbox.map((entry) => clear(entry, channels, now));
  const blindSpots = cleared.flatMap((one) => one.blindSpots);
  const said: { channel: ChannelName; entry: OutboxEntry }[] = [];
  const failed = new Set<ChannelName>();
  const outbox = cleared.map(({ entry }) => entry);
  let { version } = saved;
  const save = async () => {
    const state = { ...saved.state, outbox: outbox.filter((entry) => !isSaid(entry)) };
    return saveState(table, state, version++);
  };
  const isChanged = outbox.some((entry, index) => entry !== saved.state.outbox[index]);
  if (isChanged && !(await save())) return { said, blindSpots };
  for (const [index, first] of outbox.entries()) {
    let entry = first;
    for (const channel of channels) {
      if (failed.has(channel.name)) continue;
      for await (const step of channel.say(entry)) {
        blindSpots.push(...step.blindSpots);
        if (step.blindSpots.length > 0) failed.add(channel.name);
        if (step.entry === entry) continue;
        entry = step.entry;
        outbox[index] = entry;
        said.push({ channel: channel.name, entry });
        if (!(await save())) return { said, blindSpots };
      }
    }
  }
  return { said, blindSpots };
}
