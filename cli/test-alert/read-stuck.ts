import { readStackResources } from '../../aws/stack-resources';
import type { OutboxHealth } from '../../lib/core/answers/checklist';
import type { Read } from '../../lib/core/vocabulary/blind-spot';
import { type FoundWatchdog, isOf } from '../region/find-watchdog';
import { readOutbox, TABLE_TYPE } from '../region/read-outbox';

/** So long the state of the outbox is waited for: the example is out already. */
const LOOK_MS = 10_000;

/**
 * What a watchdog could not say yet, or never; whatever keeps that from being known is in its blind spots. `null`:
 * it has no table.
 */
export async function readStuck(watchdog: FoundWatchdog, region: string): Promise<Read<OutboxHealth> | null> {
  const end = AbortSignal.timeout(LOOK_MS);
  const { value: resources, blindSpots } = await readStackResources(region, watchdog.stack, end);
  const table = resources.find((one) => one.type === TABLE_TYPE && isOf(watchdog, one))?.physicalId;
  if (table === undefined && blindSpots.length === 0) return null;
  const outbox = await readOutbox(table, { region, end });
  return { ...outbox, blindSpots: [...blindSpots, ...outbox.blindSpots] };
}
