import type { BlindSpot } from '../vocabulary/blind-spot';
import { SILENCE_MINUTES } from '../vocabulary/cadence';
import { spellPlace } from '../vocabulary/place';
import { toStatement } from '../vocabulary/statement';
import type { EpochMinute } from '../vocabulary/time';
import type { PlaceOf } from './places';
import type { TargetRecord } from './record';
import { type TargetPlace, targetKeyOf } from './target';

/** Targets that are named; the others are counted. */
const NAMED_TARGETS = 5;

/** What the plan of looks is held against. */
export interface PlannedLooks {
  readonly targets: readonly TargetPlace[];
  readonly records: ReadonlyMap<string, TargetRecord>;
  readonly placeOf: PlaceOf;
}

/**
 * Targets that were due and that no worker has looked at for longer than a silence: workers fail, are too few, or their
 * messages are lost. Of a target that was never looked at nothing is said here: where none was, the own metrics are silent.
 */
export function findOverdue({ targets, records, placeOf }: PlannedLooks, now: EpochMinute): BlindSpot[] {
  const overdue = targets.filter((target) => {
    const record = records.get(targetKeyOf(target));
    return record !== undefined && now - record.triedAt > record.every + SILENCE_MINUTES;
  });
  if (overdue.length === 0) return [];
  const named = overdue.slice(0, NAMED_TARGETS).map((target) => spellPlace(placeOf(target)));
  return [{ source: 'fleet:overdue', ...toStatement('targetsOverdue', `${overdue.length}`, named.join('; ')) }];
}
