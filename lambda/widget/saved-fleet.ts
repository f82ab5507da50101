import type { TablePartition } from '../../aws/dynamodb';
import { createPlaces, type PlaceOf, type TargetPlace, type TargetRecord, TOLD_MISSES } from '../../lib/core/targets';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { wordsOf } from '../../lib/language/language';
import type { WidgetTarget } from '../../lib/page/fleet/fleet-widget';
import { spellUnseen } from '../../lib/page/fleet/spell-unseen';
import type { WidgetConfig } from '../config';
import { loadAccounts } from '../fleet/account-list';
import { openFleet, partitionOf } from '../fleet/partitions';
import { loadRecords } from '../fleet/records';
import { loadState } from '../memory/state';
import { findWaiting, type Waiting } from '../outbox/find-stuck';

/** What the dispatcher and the workers saved of all targets. */
export interface SavedFleet {
  /** The clock of the dispatcher's newest tick. */
  readonly evaluatedAt: EpochMinute;
  readonly targets: readonly WidgetTarget[];
  readonly waiting: Waiting | null;
}

function toWidgetTarget(record: TargetRecord, placeOf: PlaceOf, { language }: WidgetConfig): WidgetTarget {
  const { target, misses, why, evaluatedAt, open } = record;
  const isUnseen = misses >= TOLD_MISSES && why !== null;
  return {
    place: placeOf(target),
    severity: isUnseen ? 'unknown' : (open?.worst?.severity ?? 'ok'),
    counts: { critical: open?.critical ?? 0, warning: open?.warning ?? 0, unknown: open?.unknown ?? 0 },
    worst: open?.worst ?? null,
    seenAt: evaluatedAt,
    why: isUnseen ? spellUnseen(why, wordsOf(language)) : null,
  };
}

/** The targets as they were seen last; `null` before the dispatcher's first tick. @throws Error when the table cannot be read. */
export async function recallFleet(table: TablePartition, config: WidgetConfig): Promise<SavedFleet | null> {
  const { fleet, targets } = openFleet(table);
  const [state, { records }, { list }] = await Promise.all([
    loadState(fleet),
    loadRecords(targets),
    loadAccounts(targets),
  ]);
  const evaluatedAt = state.value?.evaluatedUntil ?? null;
  if (!state.value || evaluatedAt === null) return null;
  const placeOf = createPlaces(list?.accounts ?? []);
  return {
    evaluatedAt,
    targets: [...records.values()].map((record) => toWidgetTarget(record, placeOf, config)),
    waiting: findWaiting(state.value.outbox),
  };
}

/** Where a target is saved, and what its account is called. @param home the watchdog's own account and Region */
export async function openTarget(table: TablePartition, target: TargetPlace, home: TargetPlace) {
  const { list } = await loadAccounts(openFleet(table).targets);
  return {
    place: createPlaces(list?.accounts ?? [])(target),
    table: { ...table, partition: partitionOf(target, home) },
  };
}
