import { gzipSync } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** A stored item that is spoilt, and what is told of it. */
export interface StoredItemRow {
  readonly name: string;
  /** Sort key; `usage#`: an hour of the series of the scenario. */
  readonly item: 'catalog' | 'dayProfile' | 'rules' | 'state' | 'usage#';
  readonly spoil: (item: Readonly<Record<string, AttributeValue>>) => Record<string, AttributeValue>;
  readonly told: string;
}

type Spoil = StoredItemRow['spoil'];

function holding(value: unknown): Spoil {
  return (item) => ({ ...item, data: { B: gzipSync(JSON.stringify(value)) } });
}

const half: Spoil = (item) => ({ ...item, data: { B: (item.data?.B ?? new Uint8Array()).slice(0, 40) } });
const asText: Spoil = (item) => ({ ...item, data: { S: '{"schema":1}' } });
const bare: Spoil = ({ pk, sk }) => ({ ...(pk && { pk }), ...(sk && { sk }) });
const noVersion: Spoil = (item) => ({ ...item, data: { S: '{}' }, version: { S: 'seven' } });
const UNPACKED = 'holds nothing that can be unpacked';

const ITEMS = ['catalog', 'dayProfile', 'rules', 'state', 'usage#'] as const;

/** Each kind of item in each way of being no item of this program. */
export const BROKEN_ROWS: readonly StoredItemRow[] = ITEMS.flatMap((item) => [
  { name: 'half-written', item, spoil: half, told: UNPACKED },
  { name: 'written by hand as text', item, spoil: asText, told: UNPACKED },
  { name: 'with nothing but its key', item, spoil: bare, told: UNPACKED },
  {
    name: 'of another shape',
    item,
    spoil: holding({ schema: 2 }),
    told: 'does not have the shape of this version at data',
  },
  { name: 'null', item, spoil: holding(null), told: 'does not have the shape of this version at data' },
  { name: 'with a version that is no number', item, spoil: noVersion, told: UNPACKED },
]);

/** Each kind of item as a newer program leaves it. */
export const NEWER_ROWS: readonly StoredItemRow[] = ITEMS.map((item) => ({
  name: 'of a newer program',
  item,
  spoil: (found) => ({ ...found, ...holding({ new: 1 })(found), schema: { N: '7' } }),
  told: 'is of schema 7, and this version knows 1',
}));
