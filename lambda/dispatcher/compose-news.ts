import { groupByOwner } from '../../lib/core/alerts/advance-by-rules';
import type { AlertEvent } from '../../lib/core/alerts/lifecycle';
import { toFleetDigestMessage } from '../../lib/core/messages/fleet-digest';
import type { MessageOrigin } from '../../lib/core/messages/incident';
import type { AlertRules } from '../../lib/core/rules';
import type { PlaceOf } from '../../lib/core/targets';
import { rankOf } from '../../lib/core/vocabulary/severity';
import { wordsOf } from '../../lib/language/language';
import type { PollerConfig } from '../config';
import { toOutboxEntry, toOwnerMails } from '../outbox/compose';
import type { OutboxEntry } from '../outbox/entry';
import type { KeyedNews } from '../outbox/keyed-news';

/** What is to be said for all targets. */
export interface FleetNews {
  readonly news: readonly KeyedNews[];
  /** Of the dispatcher itself. */
  readonly own: readonly AlertEvent[];
  /** Of which those by kind say who owns the dispatcher's own; whose the others are, their workers know. */
  readonly rules: AlertRules;
  readonly placeOf: PlaceOf;
}

/** Worst first, over all targets; what is over comes last. */
function byUrgency(a: AlertEvent, b: AlertEvent): number {
  const isOver = ({ event }: AlertEvent) => Number(event === 'recovered');
  return isOver(a) - isOver(b) || rankOf(b.finding.severity) - rankOf(a.finding.severity);
}

/** The events of all targets, each with its place, by the topics that own them. */
function gatherEvents({ news, own, rules, placeOf }: FleetNews): {
  all: AlertEvent[];
  byOwner: Map<string, AlertEvent[]>;
} {
  const all: AlertEvent[] = [...own];
  const byOwner = groupByOwner(own, { rules, quotas: [] });
  for (const { news: one } of news) {
    const place = placeOf(one.target);
    const placed = one.events.map((event) => ({ ...event, place }));
    for (const event of placed) all.push(event);
    for (const { topicArn, findingIds } of one.owners) {
      const owned = placed.filter(({ finding }) => findingIds.includes(finding.id));
      if (owned.length > 0) byOwner.set(topicArn, [...(byOwner.get(topicArn) ?? []), ...owned]);
    }
  }
  return { all: all.sort(byUrgency), byOwner };
}

/** One message a topic for the news of all targets, and one for their digests. */
export function composeNews(fleet: FleetNews, origin: MessageOrigin, config: PollerConfig): OutboxEntry[] {
  const { all, byOwner } = gatherEvents(fleet);
  const alerts: OutboxEntry[] =
    all.length === 0 ? [] : [{ ...toOutboxEntry(all, origin, config), owners: toOwnerMails(byOwner, origin, config) }];
  const digests = fleet.news.flatMap(({ news: { target, digest } }) =>
    digest === null ? [] : [{ place: fleet.placeOf(target), digest }],
  );
  if (digests.length === 0) return alerts;
  const alert = toFleetDigestMessage(digests, origin, config.places, wordsOf(config.language));
  return [...alerts, { id: origin.at, alert }];
}
