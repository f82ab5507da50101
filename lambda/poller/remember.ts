import { saveHistories, saveState, type WatchdogState } from '../memory/state';
import type { Material, PollSurroundings } from './material';

/** Saves minutes and state; `false` when another run of the same watchdog was faster, which then speaks instead. */
export async function remember(
  { table, memory }: Pick<PollSurroundings, 'table' | 'memory'>,
  { changed, histories, catalog }: Material,
  state: WatchdogState,
  version: number,
): Promise<boolean> {
  await saveHistories(table, changed);
  const isSaved = await saveState(table, state, version);
  if (isSaved) memory.keep(state, { histories, catalog });
  return isSaved;
}
