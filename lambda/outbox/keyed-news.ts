import { packedBytes } from '../../aws/stored-item';
import type { AlertEvent } from '../../lib/core/alerts';
import { type TargetNews, targetKeyOf } from '../../lib/core/targets';

/** What one item of news may take, packed: a quarter of what DynamoDB takes of an item. */
const NEWS_BYTES = 100_000;

/** Events of one item are halved until they fit. */
const FEWEST_EVENTS = 1;

/** News with the key under which it is handed over; each key is told once. */
export interface KeyedNews {
  readonly key: string;
  readonly news: TargetNews;
}

function split(news: TargetNews): TargetNews[] {
  if (news.events.length <= FEWEST_EVENTS || packedBytes(news) <= NEWS_BYTES) return [news];
  const half = Math.ceil(news.events.length / 2);
  const first = { ...news, events: news.events.slice(0, half) };
  return [...split(first), ...split({ ...news, events: news.events.slice(half), digest: null })];
}

/** Which events of news are whose: of each topic that owns some, the ids of their findings. */
export function nameOwners(byOwner: ReadonlyMap<string, readonly AlertEvent[]>): TargetNews['owners'] {
  return [...byOwner].map(([topicArn, owned]) => ({
    topicArn,
    findingIds: owned.map(({ finding }) => finding.id),
  }));
}

/** News in parts that the table takes, each with its key: the time first, so that what is old need not be read. */
export function toKeyedNews(news: TargetNews): KeyedNews[] {
  if (news.events.length === 0 && news.digest === null) return [];
  return split(news).map((part, index) => ({ key: `${news.at}#${targetKeyOf(news.target)}#${index}`, news: part }));
}
