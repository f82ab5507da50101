import { describeAwsError, StatementError } from '../../aws/aws-error';
import { openPartition, readItem } from '../../aws/dynamodb';
import type { OutboxHealth } from '../../lib/core/answers/checklist';
import type { BlindSpot, Read } from '../../lib/core/vocabulary/blind-spot';
import { cleanText } from '../../lib/core/vocabulary/outside-text';
import { type EpochMinute, toMinute } from '../../lib/core/vocabulary/time';

const ACTION = 'dynamodb:GetItem';

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

/** What waits in the outbox of a watchdog, and what is set aside. `tableName` `undefined`: the stack has no table. */
export async function readOutbox(tableName: string | undefined, region: string): Promise<Read<OutboxHealth>> {
  const none: OutboxHealth = { waiting: 0, since: null, aside: 0, lastAside: null };
  if (tableName === undefined) return { value: none, blindSpots: [] };
  const table = openPartition(tableName, region);
  try {
    const [state, aside] = await Promise.all([readItem(table, 'state'), readItem(table, 'outbox-aside')]);
    const waiting = listOf(fieldsOf(state.value).outbox).filter(isWaiting);
    const times = waiting.map(timeOf).filter((time) => time !== null);
    const kept = listOf(aside.value);
    const last = kept.at(-1);
    return {
      value: {
        waiting: waiting.length,
        since: times.length === 0 ? null : Math.min(...times),
        aside: kept.length,
        lastAside: last ? { at: timeOf(last), subject: textOf(last.subject), why: textOf(last.why) } : null,
      },
      blindSpots: [],
    };
  } catch (error) {
    const blindSpot: BlindSpot =
      error instanceof StatementError ? { source: ACTION, ...error.statement } : describeAwsError(ACTION, error);
    return { value: none, blindSpots: [blindSpot] };
  } finally {
    table.client.destroy();
  }
}
