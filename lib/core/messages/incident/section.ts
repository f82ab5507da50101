import { messageKeysOf } from '../../alerts/incident-keys';
import type { AlertEvent } from '../../alerts/lifecycle';
import { joinIncidents, type SpreadIncident, spreadKeyOf } from '../../targets';
import type { Finding, Provenance, Remedy } from '../../vocabulary/finding';
import type { Place } from '../../vocabulary/place';
import { rankOf } from '../../vocabulary/severity';
import { type EpochMinute, toMinute } from '../../vocabulary/time';
import { spellDimension, spellPercent } from '../../vocabulary/wording';
import type { Words } from '../../words/words';

/** What a message tells as one: the findings of one incident, the one it is named by first. */
export interface MessageSection {
  readonly lead: AlertEvent;
  readonly others: readonly AlertEvent[];
  /** The targets of a fleet that it is about, the lead's first; empty where there is but one target. */
  readonly places: readonly Place[];
  /** What of one incident in many targets is not alike in all. Absent: it is of one target. */
  readonly spread?: Pick<SpreadIncident, 'ofFirst' | 'hasCommonRemedies'>;
}

/** Of findings that are equally bad: use before throttles, and those before the account's zero quotas. */
const LEADING: readonly Finding['kind'][] = ['utilization', 'dailyPool', 'throttled', 'zeroQuota'];

/** The one a section is named by: the worst, then the most telling kind, then the fullest. */
function byLead({ finding: a }: AlertEvent, { finding: b }: AlertEvent): number {
  return (
    rankOf(b.severity) - rankOf(a.severity) ||
    LEADING.indexOf(a.kind) - LEADING.indexOf(b.kind) ||
    (b.utilizationPercent ?? Number.MAX_VALUE) - (a.utilizationPercent ?? Number.MAX_VALUE)
  );
}

/** The keys of an event among those of all targets: what is one incident in one target is none in another. */
function keysOf(alert: AlertEvent): string[] {
  const { place } = alert;
  const keys = messageKeysOf(alert);
  return place === undefined ? keys : keys.map((key) => `${place.accountId} ${place.region} ${key}`);
}

/** What is one incident in many targets, told once. */
function joinSpread(sections: readonly MessageSection[]): MessageSection[] {
  const alike = new Map<string, AlertEvent[]>();
  const groups = sections.map((section) => {
    const key = section.others.length === 0 ? spreadKeyOf(section.lead) : null;
    if (key === null) return section;
    const known = alike.get(key);
    if (known) {
      known.push(section.lead);
      return null;
    }
    const group = [section.lead];
    alike.set(key, group);
    return group;
  });
  return groups.flatMap((group) => {
    if (group === null) return [];
    if (!('length' in group)) return group;
    const { lead, places, ...spread } = joinIncidents(group);
    return places.length > 1 ? { lead, others: [], places, spread } : group.map((one) => toSection(one, []));
  });
}

function toSection(lead: AlertEvent, others: readonly AlertEvent[]): MessageSection {
  return { lead, others, places: lead.place ? [lead.place] : [] };
}

/** Events as incidents, in the order of the first event of each. */
export function toSections(events: readonly AlertEvent[]): MessageSection[] {
  return joinSpread(toSectionsInPlace(events));
}

function toSectionsInPlace(events: readonly AlertEvent[]): MessageSection[] {
  const groups: AlertEvent[][] = [];
  const byKey = new Map<string, AlertEvent[]>();
  for (const event of events) {
    const keys = keysOf(event);
    const known = keys.map((key) => byKey.get(key)).find((one) => one !== undefined);
    const group = known ?? [];
    if (!known) groups.push(group);
    group.push(event);
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, group);
  }
  return groups.flatMap((group) => {
    const [lead, ...others] = group.sort(byLead);
    return lead ? [toSection(lead, others)] : [];
  });
}

/** What happened, or what was last seen of it. */
export function spellSummary({ context }: AlertEvent, words: Words): string {
  return context.isPast ? words.message.over(context.summary) : context.summary;
}

/** The sentences of an incident, each once: those of throttles begin with the use of their quota. */
export function summaryOf({ lead, others }: MessageSection, words: Words): string {
  const telling = others.filter(({ finding }) => finding.kind === 'throttled' || finding.kind === 'zeroQuota');
  return telling.reduce(
    (told, other) => {
      const summary = spellSummary(other, words);
      if (told.startsWith(summary)) return told;
      return summary.startsWith(told) ? summary : `${told} ${summary}`;
    },
    spellSummary(lead, words),
  );
}

function isUse(kind: Finding['kind']): boolean {
  return kind === 'utilization' || kind === 'dailyPool';
}

/** How full another quota of the same incident is. */
function spellOtherUse({ utilizationPercent, dimension, quotaCode }: Finding, words: Words): string {
  const percent = utilizationPercent === null ? '' : `${spellPercent(utilizationPercent, words)} `;
  return `${percent}${dimension === null ? '' : spellDimension(dimension, words)} (${quotaCode})`;
}

type Line = readonly [label: string, text: string];

/** Labels in the order in which they are read; others follow as they come. */
const ORDER: readonly string[] = ['Cause', 'Since', 'Forecast', 'Traffic', 'Quota'];

function rankOfLabel(label: string): number {
  const rank = ORDER.indexOf(label);
  return rank === -1 ? ORDER.length : rank;
}

/** The lines of an incident: those of its lead, what only the others know, and how full the other quotas are. */
export function linesOf(
  { lead, others }: MessageSection,
  { since, words }: { readonly since: string | null; readonly words: Words },
): Line[] {
  // What was to come when it was last seen is no news when it is over.
  const isOver = lead.event === 'recovered';
  const details = [lead, ...others].flatMap(({ context }) => context.details);
  // Each label once, from the first that has it; but each quota has a line.
  const told = details.filter(
    ([label, text], index) =>
      !(isOver && label === 'Forecast') &&
      details.findIndex(([other, same]) => other === label && (label !== 'Quota' || same === text)) === index,
  );
  const uses = others
    .filter(({ finding: { kind, quotaCode } }) => isUse(kind) && quotaCode !== lead.finding.quotaCode)
    .map(({ finding }) => ['Also', spellOtherUse(finding, words)] as const);
  const lines: Line[] = [...told, ...(since === null ? [] : [['Since', since] as const]), ...uses];
  // The sort is stable: lines of one label, and labels without a place, stay in their order.
  return lines.sort(([a], [b]) => rankOfLabel(a) - rankOfLabel(b));
}

/** What to do, in the language of the words. */
export function remediesToTell({ finding, context }: AlertEvent): readonly Remedy[] {
  return context.remedies ?? finding.remedies;
}

/** What to do about an incident, each command and each advice once; that of throttles first, for it goes by the cause. */
export function remediesOf({ lead, others }: MessageSection): Remedy[] {
  const events = [lead, ...others];
  const isThrottled = ({ finding }: AlertEvent) => finding.kind === 'throttled';
  const ordered = [...events.filter(isThrottled), ...events.filter((event) => !isThrottled(event))];
  const all = ordered.flatMap((event) => {
    const remedies = remediesToTell(event);
    return event.finding.kind === 'zeroQuota' && event !== lead
      ? remedies.filter(({ command }) => command !== null)
      : remedies;
  });
  return all.filter(
    ({ title, command }, index) =>
      all.findIndex((other) => (command === null ? other.title === title : other.command === command)) === index,
  );
}

/** Where the numbers of an incident come from, each once. */
export function provenancesOf({ lead, others }: MessageSection): Provenance[] {
  const all = [lead, ...others].map(({ finding, context }) => context.provenance ?? finding.usage?.provenance);
  return [...new Set(all.filter((provenance) => provenance !== undefined))];
}

/** The first evaluation that showed any of an incident; the account's zero quotas are older than calls against them. */
export function sinceOf({ lead, others }: Pick<MessageSection, 'lead' | 'others'>): EpochMinute {
  const own = others.filter(({ finding }) => finding.kind !== 'zeroQuota');
  return Math.min(...[lead, ...own].map(({ since }) => toMinute(since)));
}
