import { clearBroken, saveHistories } from '../memory/histories';
import { saveState, type WatchdogState } from '../memory/state';
import type { Material, PollSurroundings } from './material';

/** Saves minutes and state; `false` when another run of the same watchdog was faster, which then speaks instead. */
export async function remember(
  { table, memory }: Pick<PollSurroundings, 'table' | 'memory'>,
  { changed, broken, histories, catalog }: Material,
  state: WatchdogState,
  version: number,
): Promise<boolean> {
  const written = await saveHistories(table, changed);
  const isSaved = await saveState(table, state, version);
  if (!isSaved) return false;
  memory.keep(state, { histories, catalog });
  await clearBroken(broken, written, state.evaluatedUntil ?? 0);
  return true;
}
