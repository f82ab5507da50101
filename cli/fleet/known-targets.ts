import { openPartition, readItem, readItems } from '../../aws/dynamodb';
import { FLEET_KEYS, FLEET_PARTITIONS } from '../../lib/contract';
import type { TargetPlace } from '../../lib/core/targets';
import { cleanText } from '../../lib/core/vocabulary/outside-text';
import { type Place, readPlace } from '../../lib/core/vocabulary/place';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** The target of a record; the watchdog may be of another version, so only what is asked for must be there. */
function targetOf(record: unknown): TargetPlace[] {
  const target = readPlace(fieldsOf(record).target);
  return target === null ? [] : [target];
}

function namesOf(list: unknown): ReadonlyMap<string, string> {
  const { accounts } = fieldsOf(list);
  const named = (Array.isArray(accounts) ? accounts : []).map(fieldsOf).flatMap(({ accountId, name }) => {
    return typeof accountId === 'string' && typeof name === 'string' ? [[accountId, cleanText(name)] as const] : [];
  });
  return new Map(named);
}

/** A table, and when its calls are ended. */
export interface TablePlace {
  readonly tableName: string;
  readonly region: string;
}

/** The targets that a watchdog looked at within a day, by account and Region. @throws StatementError when the table cannot be read. */
export async function readKnownTargets({ tableName, region }: TablePlace): Promise<Place[]> {
  const table = { ...openPartition(tableName, region), partition: FLEET_PARTITIONS.targets };
  try {
    const [records, list] = await Promise.all([
      readItems(table, FLEET_KEYS.record, `${FLEET_KEYS.record}~`),
      readItem(table, FLEET_KEYS.accounts),
    ]);
    const names = namesOf(list.value);
    return [...records.values()]
      .flatMap(({ value }) => targetOf(value))
      .map((target) => ({ ...target, accountName: names.get(target.accountId) ?? null }));
  } finally {
    table.client.destroy();
  }
}
