import { describeAwsError, StatementError } from '../../aws/aws-error';
import { boundBy } from '../../aws/bound';
import { openPartition, readItem } from '../../aws/dynamodb';
import type { StoredItem } from '../../aws/stored-item';
import { FLEET_PARTITIONS } from '../../lib/contract';
import type { OutboxHealth } from '../../lib/core/answers/checklist';
import { type BlindSpot, type Read, storedSource } from '../../lib/core/vocabulary/blind-spot';
import { cleanText } from '../../lib/core/vocabulary/outside-text';
import { toStatement } from '../../lib/core/vocabulary/statement';
import { type EpochMinute, toMinute } from '../../lib/core/vocabulary/time';

const ACTION = 'dynamodb:GetItem';

/** CDK's TableV2 is a global table, of one Region where nothing else is said. */
export const TABLE_TYPE = 'AWS::DynamoDB::GlobalTable';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

/** Whether a channel has still to take its part; the poller may be of another version, so only what must be there is read. */
function isWaiting({ isMailed, chat, events, owners }: Fields): boolean {
  return isMailed !== true || [chat, events, owners].some((one) => listOf(one).length > 0);
}

function timeOf({ id }: Fields): EpochMinute | null {
  return typeof id === 'string' && !Number.isNaN(Date.parse(id)) ? toMinute(id) : null;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? cleanText(value) : '';
}

/** Where an item holds no list of messages: that nothing waits would be a guess. */
function tellUnreadable(key: string, tableName: string, { exists }: StoredItem, messages: unknown): BlindSpot[] {
  if (!exists || Array.isArray(messages)) return [];
  return [{ source: storedSource(key), ...toStatement('storedUnread', key, tableName) }];
}

function toHealth(states: readonly StoredItem[], asides: readonly StoredItem[]): OutboxHealth {
  const waiting = states.flatMap(({ value }) => listOf(fieldsOf(value).outbox)).filter(isWaiting);
  const times = waiting.map(timeOf).filter((time) => time !== null);
  const kept = asides.flatMap(({ value }) => listOf(value));
  const last = kept.at(-1);
  return {
    waiting: waiting.length,
    since: times.length === 0 ? null : Math.min(...times),
    aside: kept.length,
    lastAside: last ? { at: timeOf(last), subject: textOf(last.subject), why: textOf(last.why) } : null,
  };
}

/**
 * What waits in the outbox of a watchdog, and what is set aside: of the one that speaks for its own account and Region, and of
 * the one that speaks for a fleet; whichever it has not is empty. `tableName` `undefined`: the stack has no table.
 */
export async function readOutbox(
  tableName: string | undefined,
  { region, end }: { readonly region: string; readonly end: AbortSignal },
): Promise<Read<OutboxHealth>> {
  const none: OutboxHealth = { waiting: 0, since: null, aside: 0, lastAside: null };
  if (tableName === undefined) return { value: none, blindSpots: [] };
  const opened = openPartition(tableName, region);
  const client = boundBy(opened.client, () => end, 'noAnswer');
  const partitions = [opened.partition, FLEET_PARTITIONS.fleet];
  const readAll = (key: string) =>
    Promise.all(partitions.map((partition) => readItem({ client, tableName, partition }, key)));
  try {
    const [states, asides] = await Promise.all([readAll('state'), readAll('outbox-aside')]);
    const blindSpots = [
      ...states.flatMap((state) => tellUnreadable('state', tableName, state, fieldsOf(state.value).outbox)),
      ...asides.flatMap((aside) => tellUnreadable('outbox-aside', tableName, aside, aside.value)),
    ];
    return { value: toHealth(states, asides), blindSpots };
  } catch (error) {
    const blindSpot: BlindSpot =
      error instanceof StatementError ? { source: ACTION, ...error.statement } : describeAwsError(ACTION, error);
    return { value: none, blindSpots: [blindSpot] };
  } finally {
    opened.client.destroy();
  }
}
