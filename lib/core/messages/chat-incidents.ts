import type { AlertEvent } from '../alerts/lifecycle';
import { spellPlace } from '../vocabulary/place';
import type { Words } from '../words/words';
import { type MessageOrigin, type MessageSection, spellPlaces, spellSummary, spellWhere, toSections } from './incident';

/** Between paragraphs: Teams takes a single line break for a space. */
export const BLANK_LINE = '\n\n';

/** An event, and the incident as which it is told; `null`: there is no fleet, and each event is told by itself. */
export interface ToldOnce {
  readonly alert: AlertEvent;
  readonly section: MessageSection | null;
}

/** Each event, but one that hit many targets once. */
export function tellOnce(events: readonly AlertEvent[]): ToldOnce[] {
  if (events.every(({ place }) => place === undefined)) return events.map((alert) => ({ alert, section: null }));
  return toSections(events).flatMap((section) =>
    [section.lead, ...section.others].map((alert) => ({ alert, section: { ...section, lead: alert } })),
  );
}

/** Where it is, in a title: the Region, the target of a fleet, or how many. */
export function spellPlaceOf({ section }: ToldOnce, { region }: MessageOrigin, words: Words): string {
  return (section && spellWhere(section, words)) ?? region;
}

/** What happened; of many targets also where, and whose words these are if they do not hold in all. */
export function spellToldOnce({ alert, section }: ToldOnce, words: Words): string {
  const summary = spellSummary(alert, words);
  const [place] = section?.places ?? [];
  if (!section?.spread || !place) return summary;
  const isOfFirst = section.spread.ofFirst.summary !== null || !section.spread.hasCommonRemedies;
  const telling = isOfFirst ? `${words.message.asIn(spellPlace(place))} ${summary}` : summary;
  return [telling, spellPlaces(section.places, words).join('; ')].join(BLANK_LINE);
}
