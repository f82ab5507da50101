import { readItems, type TablePartition, writeValues } from '../../aws/dynamodb';
import { deleteItems } from '../../aws/forget-partition';
import { FLEET_KEYS } from '../../lib/contract';
import { type TargetPlace, type TargetRecord, targetKeyOf } from '../../lib/core/targets';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import {
  amount,
  anything,
  fields,
  minute,
  number,
  oneOf,
  orAbsent,
  orNull,
  recordOf,
  type Shape,
  text,
} from '../memory/shape';
import { judgeStored, loadStored, tellCache } from '../memory/stored';

/** Hours that a record outlives its last look: a target that is none any more leaves nothing. */
const LIFETIME_MINUTES = 24 * 60;

const RECORD_SHAPE: Shape = fields({
  target: fields({ accountId: text, region: text }),
  every: amount,
  misses: number,
  why: orNull(anything),
  triedAt: minute,
  evaluatedAt: orNull(minute),
  metrics: recordOf(number),
  open: orAbsent(
    fields({
      critical: amount,
      warning: amount,
      unknown: amount,
      worst: orNull(
        fields({ severity: oneOf('ok', 'unknown', 'warning', 'critical'), subject: text, percent: orNull(number) }),
      ),
    }),
  ),
});

function keyOf(target: TargetPlace): string {
  return `${FLEET_KEYS.record}${targetKeyOf(target)}`;
}

/** The records of all targets, by the keys of these. */
export interface FoundRecords {
  readonly records: ReadonlyMap<string, TargetRecord>;
  readonly blindSpots: readonly BlindSpot[];
}

/** Reads the records; one that cannot be used is none, and its target is looked at now. @throws StatementError */
export async function loadRecords(table: TablePartition): Promise<FoundRecords> {
  const records = new Map<string, TargetRecord>();
  const blindSpots: BlindSpot[] = [];
  for (const [key, item] of await readItems(table, FLEET_KEYS.record, `${FLEET_KEYS.record}~`)) {
    const found = judgeStored<TargetRecord>(item, RECORD_SHAPE);
    blindSpots.push(...tellCache(table, key, found));
    if (found.value) records.set(targetKeyOf(found.value.target), found.value);
  }
  return { records, blindSpots: blindSpots.slice(0, 1) };
}

/** The record of one target; `null`: there is none that can be used. @throws StatementError */
export async function loadRecord(table: TablePartition, target: TargetPlace): Promise<TargetRecord | null> {
  const found = await loadStored<TargetRecord>(table, { key: keyOf(target), shape: RECORD_SHAPE });
  return found.value;
}

/** Saves the record of a target. @throws StatementError */
export async function saveRecord(table: TablePartition, record: TargetRecord): Promise<void> {
  const expiresAt = (record.triedAt + LIFETIME_MINUTES) * 60;
  await writeValues(table, [{ sortKey: keyOf(record.target), value: record, expiresAt }]);
}

/** Forgets targets that are none any more. @throws StatementError */
export async function dropRecords(table: TablePartition, targets: readonly TargetPlace[]): Promise<void> {
  await deleteItems(table, targets.map(keyOf));
}
