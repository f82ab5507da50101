import { forgetPartition } from '../../aws/forget-partition';
import type { AlertEvent } from '../../lib/core/alerts';
import { groupByOwner } from '../../lib/core/alerts/advance-by-rules';
import type { AlertRules } from '../../lib/core/rules/rules';
import { type PlaceOf, type TargetPlace, type TargetRecord, targetKeyOf } from '../../lib/core/targets';
import { spellPlace } from '../../lib/core/vocabulary/place';
import { spellStatement, toStatement } from '../../lib/core/vocabulary/statement';
import { type EpochMinute, toIso } from '../../lib/core/vocabulary/time';
import type { Words } from '../../lib/core/words/words';
import { handOver } from '../fleet/news';
import { fleetPartition, partitionOf, type Table } from '../fleet/partitions';
import { dropRecords } from '../fleet/records';
import { loadCatalog, loadState, type WatchdogState } from '../memory/state';
import { nameOwners, toKeyedNews } from '../outbox/keyed-news';

/** Targets that one run takes leave of; of more, the next ones do. */
const MOST_FAREWELLS = 25;

/** What taking leave needs. */
export interface Leaving {
  readonly table: Table;
  readonly home: TargetPlace;
  readonly placeOf: PlaceOf;
  readonly words: Words;
  /** Of which those by unit or tag find nobody any more: what the organisation says of an account went with it. */
  readonly rules: AlertRules;
}

/** The ends of what was told of a target, with the reason. */
function endAlerts({ alerts }: WatchdogState, target: TargetPlace, { placeOf, words }: Leaving): AlertEvent[] {
  const summary = spellStatement(toStatement('targetGone', spellPlace(placeOf(target))), words);
  return Object.values(alerts)
    .filter(({ spokenAt, isOver = false }) => spokenAt !== null && !isOver)
    .map(({ last: { finding, context }, since }) => ({
      event: 'recovered',
      finding: { ...finding, severity: 'ok', exhaustionAt: null, remedies: [] },
      context: { ...context, summary, details: [] },
      since: toIso(since),
    }));
}

async function leave(target: TargetPlace, now: EpochMinute, leaving: Leaving): Promise<void> {
  const { table, home, rules } = leaving;
  const partition = { ...table, partition: partitionOf(target, home) };
  const [{ value }, catalog] = await Promise.all([loadState(partition), loadCatalog(partition)]);
  const events = value === null ? [] : endAlerts(value, target, leaving);
  const byOwner = groupByOwner(events, { rules, quotas: catalog.value?.quotas ?? [], place: target });
  const news = toKeyedNews({ target, at: toIso(now), events, owners: nameOwners(byOwner), digest: null });
  // Said before it is forgotten: a crash in between says it once more, and loses nothing.
  for (const keyed of news) await handOver(fleetPartition(table, 'news'), keyed);
  if (await forgetPartition(partition)) await dropRecords(fleetPartition(table, 'targets'), [target]);
}

/**
 * Takes leave of targets that are none any more: their alerts end with that reason, and what was kept of them is deleted. The
 * record goes last, so that a run that breaks is made up by the next one. @throws StatementError when the table refuses.
 */
export async function takeLeave(
  records: ReadonlyMap<string, TargetRecord>,
  targets: readonly TargetPlace[],
  now: EpochMinute,
  leaving: Leaving,
): Promise<void> {
  const watched = new Set(targets.map(targetKeyOf));
  const gone = [...records].filter(([key]) => !watched.has(key)).map(([, { target }]) => target);
  for (const target of gone.slice(0, MOST_FAREWELLS)) await leave(target, now, leaving);
}
