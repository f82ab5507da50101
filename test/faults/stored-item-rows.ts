import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** A stored item that is spoilt, and what is told of it. */
export interface StoredItemRow {
  readonly name: string;
  /** Sort key; `usage#`: an hour of the series of the scenario. */
  readonly item: 'catalog' | 'dayProfile' | 'rules' | 'state' | 'usage#';
  readonly spoil: (item: Readonly<Record<string, AttributeValue>>) => Record<string, AttributeValue>;
  readonly told: string;
  /** Whether an alert is open when it is spoilt. @default false */
  readonly isAlerting?: boolean;
}

type Spoil = StoredItemRow['spoil'];

function holding(value: unknown): Spoil {
  return (item) => ({ ...item, data: { B: gzipSync(JSON.stringify(value)) } });
}

const half: Spoil = (item) => ({ ...item, data: { B: (item.data?.B ?? new Uint8Array()).slice(0, 40) } });
const asText: Spoil = (item) => ({ ...item, data: { S: '{"schema":1}' } });
const bare: Spoil = ({ pk, sk }) => ({ ...(pk && { pk }), ...(sk && { sk }) });
const noVersion: Spoil = (item) => ({ ...item, data: { S: '{}' }, version: { S: 'seven' } });
/** As much as an item holds, and no copy of it with more. */
const full: Spoil = (item) => {
  const { data: _, ...others } = item;
  const names = Object.entries(others).flatMap(([name, value]) => [name, Object.values(value).map(String).join('')]);
  const rest = Buffer.byteLength(`${names.join('')}data`);
  return { ...others, data: { B: randomBytes(400 * 1024 - rest - 32) } };
};
/** More than a function of 256 MB has the memory to unpack, with all else it holds. */
const BOMB = gzipSync(Buffer.alloc(40 * 1024 * 1024));
const bomb: Spoil = (item) => ({ ...item, data: { B: BOMB } });
const UNPACKED = 'holds nothing that can be unpacked';

const SHAPE = 'does not have the shape of this version at data';

const ITEMS = ['catalog', 'dayProfile', 'rules', 'state', 'usage#'] as const;

/** Each kind of item in each way of being no item of this program. */
export const BROKEN_ROWS: readonly StoredItemRow[] = ITEMS.flatMap((item) => [
  { name: 'half-written', item, spoil: half, told: UNPACKED },
  { name: 'written by hand as text', item, spoil: asText, told: UNPACKED },
  { name: 'with nothing but its key', item, spoil: bare, told: UNPACKED },
  { name: 'of another shape', item, spoil: holding({ schema: 2 }), told: SHAPE },
  { name: 'null', item, spoil: holding(null), told: SHAPE },
  { name: 'with a version that is no number', item, spoil: noVersion, told: UNPACKED },
  { name: 'of 400 KB', item, spoil: full, told: UNPACKED },
  { name: 'half-written, while an alert is open', item, spoil: half, told: UNPACKED, isAlerting: true },
  { name: 'null, while an alert is open', item, spoil: holding(null), told: SHAPE, isAlerting: true },
]).concat({ name: 'that unpacks to 40 MB', item: 'state', spoil: bomb, told: UNPACKED });

/** Each kind of item as a newer program leaves it. */
export const NEWER_ROWS: readonly StoredItemRow[] = ITEMS.map((item) => ({
  name: 'of a newer program',
  item,
  spoil: (found) => ({ ...found, ...holding({ new: 1 })(found), schema: { N: '7' } }),
  told: 'is of schema 7, and this version knows 1',
}));
