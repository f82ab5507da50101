import { readItems, type TablePartition, writeValue } from '../../aws/dynamodb';
import type { TargetNews } from '../../lib/core/targets';
import type { BlindSpot } from '../../lib/core/vocabulary/blind-spot';
import { type EpochMinute, MINUTES_PER_DAY, toIso, toMinute } from '../../lib/core/vocabulary/time';
import { orNull } from '../memory/shape';
import { NEWS_SHAPE } from '../memory/shapes';
import { judgeStored, tellCache } from '../memory/stored';
import type { KeyedNews } from '../outbox/keyed-news';

/** Days that it is known that news was taken: longer than a worker could bring it again. */
const KEPT_DAYS = 2;

/** News, or `null`: it was taken. */
const NEWS_OR_TAKEN = orNull(NEWS_SHAPE);

function expiryOf(at: string): number {
  return (toMinute(at) + KEPT_DAYS * MINUTES_PER_DAY) * 60;
}

/** Hands news over, unless it was before. @throws StatementError */
export async function handOver(table: TablePartition, { key, news }: KeyedNews): Promise<void> {
  await writeValue(table, key, news, 0, expiryOf(news.at));
}

/** News that waits, and that of it which cannot be read. */
export interface FoundNews {
  readonly waiting: readonly KeyedNews[];
  readonly blindSpots: readonly BlindSpot[];
}

/** Reads the news of runs since a minute that nobody took yet, oldest first. @throws StatementError */
export async function loadNews(table: TablePartition, from: EpochMinute): Promise<FoundNews> {
  const waiting: KeyedNews[] = [];
  const blindSpots: BlindSpot[] = [];
  for (const [key, item] of await readItems(table, toIso(from), '~')) {
    const found = judgeStored<TargetNews | null>(item, NEWS_OR_TAKEN);
    blindSpots.push(...tellCache(table, key, found));
    if (found.fate === 'good' && found.value !== null) waiting.push({ key, news: found.value });
  }
  return { waiting, blindSpots: blindSpots.slice(0, 1) };
}

/** Notes that news was taken: nobody hands it over again. @throws StatementError */
export async function noteTaken(table: TablePartition, { key, news }: KeyedNews): Promise<void> {
  await writeValue(table, key, null, 1, expiryOf(news.at));
}
