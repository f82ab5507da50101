import { statementOf } from '../../aws/aws-error';
import type { TablePartition } from '../../aws/dynamodb';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { toStatement } from '../../lib/core/vocabulary/statement';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { setAside } from '../memory/aside';
import { saveState, type WatchdogState } from '../memory/state';
import type { Channel, ChannelName, Step } from '../outbox/channel';
import { claimEntry, isOfOther, isOwn, releaseEntry, type Speaker } from '../outbox/claim';
import { isSaid, isStale, numberParts, type OutboxEntry } from '../outbox/entry';
import { openLedger } from './ledger';

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
  if (isStale(current, now) && current.refused) current = { ...current, refused: [] };
  const { owners = [] } = current;
  if (owners.length === 0 || !isStale(current, now)) return { entry: current, blindSpots };
  for (const { topicArn } of owners)
    blindSpots.push({ source: 'owner', ...toStatement('gaveUpOwner', entry.id, topicArn) });
  return { entry: { ...current, owners: [] }, blindSpots };
}

/** Sets aside what was refused for good; that it could not be is told, and holds up nothing. */
async function keepAside({ table }: Delivering, { aside = [] }: Step): Promise<BlindSpot[]> {
  if (aside.length === 0) return [];
  try {
    return await setAside(table, aside);
  } catch (error) {
    return [{ source: 'outbox:aside', ...toStatement('notSetAside', statementOf(error)) }];
  }
}

/** What a delivery needs. */
export interface Delivering {
  readonly channels: readonly Channel[];
  readonly table: TablePartition;
  /** The state as it was saved, and its version. */
  readonly saved: { readonly state: WatchdogState; readonly version: number };
  readonly now: EpochMinute;
  readonly speaker: Speaker;
  /** When to stop: what is left is released and waits for the next run. @default - never */
  readonly signal?: AbortSignal;
}

/** Claims what this run will say, if it has not. @returns the state with the claims; `null`: another run was faster. */
async function claimOutbox(
  { table, saved, speaker }: Delivering,
  outbox: readonly OutboxEntry[],
): Promise<Delivering['saved'] | null> {
  const claimed = numberParts(outbox).map((entry) => claimEntry(entry, speaker));
  if (claimed.every((entry, index) => entry === saved.state.outbox[index])) return saved;
  const state = { ...saved.state, outbox: claimed };
  const left = { ...state, outbox: claimed.filter((entry) => !isSaid(entry)) };
  return (await saveState(table, left, saved.version)) ? { state: left, version: saved.version + 1 } : null;
}

/**
 * Says what waits in the outbox and no other run says, oldest first, in every channel, and takes out of the state what was
 * said. The state was saved with the outbox and the claims before, so a crash anywhere repeats at most one call and loses
 * nothing (see {@link openLedger} for thousands); what a channel does not take waits for the next run, and holds up no other
 * channel.
 */
export async function deliver(delivering: Delivering): Promise<Delivery> {
  const { channels, table, saved, now, speaker, signal } = delivering;
  const cleared = saved.state.outbox.map((entry) =>
    isOfOther(entry, speaker) ? { entry, blindSpots: [] } : clear(entry, channels, now),
  );
  const blindSpots = cleared.flatMap((one) => one.blindSpots);
  const said: { channel: ChannelName; entry: OutboxEntry }[] = [];
  const claimed = await claimOutbox(
    delivering,
    cleared.map(({ entry }) => entry),
  );
  if (!claimed) return { said, blindSpots };
  const ledger = openLedger(table, claimed, Date.now);
  const failed = new Set<ChannelName>();
  const left: OutboxEntry[] = [];
  for (const first of claimed.state.outbox.filter((entry) => isOwn(entry, speaker))) {
    let entry = first;
    for (const channel of channels) {
      if (failed.has(channel.name) || signal?.aborted) continue;
      for await (const step of channel.say(entry)) {
        for (const one of [...step.blindSpots, ...(await keepAside(delivering, step))]) blindSpots.push(one);
        if (step.blindSpots.length > 0 && !step.isOwnFault) failed.add(channel.name);
        if (step.entry !== entry) {
          entry = step.entry;
          said.push({ channel: channel.name, entry });
          await ledger.note(entry);
        }
        if (signal?.aborted) break;
      }
    }
    left.push(isSaid(entry) ? entry : releaseEntry(entry));
  }
  await ledger.close(left);
  return { said, blindSpots };
}
