import type { TablePartition } from '../../aws/dynamodb';
import { FLEET_PARTITIONS } from '../../lib/contract';
import { type TargetPlace, targetKeyOf } from '../../lib/core/targets';

/** A table without its partition. */
export type Table = Omit<TablePartition, 'partition'>;

/**
 * The partition of a target's state. That of the watchdog's own account and Region is where it was before there were others,
 * so that a watchdog becomes a fleet, or one again, without losing an alert.
 */
export function partitionOf(target: TargetPlace, home: TargetPlace): string {
  const isHome = target.accountId === home.accountId && target.region === home.region;
  return isHome ? home.region : targetKeyOf(target);
}

/** All of the fleet's own partitions. */
export function openFleet(table: Table): Record<keyof typeof FLEET_PARTITIONS, TablePartition> {
  return {
    fleet: fleetPartition(table, 'fleet'),
    targets: fleetPartition(table, 'targets'),
    news: fleetPartition(table, 'news'),
  };
}

/** One of the fleet's own partitions. */
export function fleetPartition(table: Table, name: keyof typeof FLEET_PARTITIONS): TablePartition {
  return { ...table, partition: FLEET_PARTITIONS[name] };
}
