import { type EpochMinute, toMinute } from '../vocabulary/time';
import { SPREADING_KINDS } from './group-incidents';
import type { TargetNews } from './news';
import { IDLE_MINUTES } from './pace';

/** Minutes that news which may come from many targets is held, so that it is told as one: all have been looked at by then. */
export const HELD_MINUTES = IDLE_MINUTES + 1;

/** Whether nothing of it is urgent, and other targets may have the same: what AWS lowered, a default, a digest. */
function canWait({ events }: TargetNews): boolean {
  return events.every(({ finding: { kind, severity } }) => SPREADING_KINDS.has(kind) && severity !== 'critical');
}

/**
 * The news that is told now: what is urgent at once; the rest all together, when the first of it was held long enough. What
 * AWS does to an organisation is found in each account when that is looked at, and would else be a message a minute.
 */
export function releaseNews<T extends { readonly news: TargetNews }>(waiting: readonly T[], now: EpochMinute): T[] {
  const held = waiting.filter(({ news }) => canWait(news));
  const isOver = held.some(({ news }) => now - toMinute(news.at) >= HELD_MINUTES);
  return isOver ? [...waiting] : waiting.filter(({ news }) => !canWait(news));
}
