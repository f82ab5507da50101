import type { AlertEvent } from './alert-lifecycle';
import type { Finding, Provenance, Remedy } from './finding';
import { rankOf } from './severity';
import { toMinute } from './time';
import type { EpochMinute } from './usage';
import { spellDimension, spellPercent } from './wording';

/** What a message tells as one: the findings of one incident, the one it is named by first. */
export interface MessageSection {
  readonly lead: AlertEvent;
  readonly others: readonly AlertEvent[];
}

/** Kinds of which several may be one incident. */
const JOINED_KINDS: ReadonlySet<Finding['kind']> = new Set(['utilization', 'throttled', 'dailyPool']);

/** Both directions of a mantle quota are one pool, and never that of the runtime, which has the same scope. */
function isMantle({ dimension }: Finding): boolean {
  return dimension === 'inputTokensPerMinute' || dimension === 'outputTokensPerMinute';
}

function isOnePool(a: Finding, b: Finding): boolean {
  return (
    a.scope === b.scope && isMantle(a) === isMantle(b) && a.modelIds.some((modelId) => b.modelIds.includes(modelId))
  );
}

/** Whether two events are told as one: use and throttles of one quota, or of one model in one scope; both over or both not. */
function isOneIncident(a: AlertEvent, b: AlertEvent): boolean {
  if ((a.event === 'recovered') !== (b.event === 'recovered')) return false;
  if (!JOINED_KINDS.has(a.finding.kind) || !JOINED_KINDS.has(b.finding.kind)) return false;
  return (
    (a.finding.quotaCode !== null && a.finding.quotaCode === b.finding.quotaCode) || isOnePool(a.finding, b.finding)
  );
}

/** The one a section is named by: the worst, then use before throttles, then the fullest. */
function byLead({ finding: a }: AlertEvent, { finding: b }: AlertEvent): number {
  return (
    rankOf(b.severity) - rankOf(a.severity) ||
    Number(a.kind === 'throttled') - Number(b.kind === 'throttled') ||
    (b.utilizationPercent ?? Number.MAX_VALUE) - (a.utilizationPercent ?? Number.MAX_VALUE)
  );
}

/** Events as incidents, in the order of the first event of each. */
export function toSections(events: readonly AlertEvent[]): MessageSection[] {
  const groups: AlertEvent[][] = [];
  for (const event of events) {
    const group = groups.find((others) => others.some((other) => isOneIncident(other, event)));
    if (group) group.push(event);
    else groups.push([event]);
  }
  return groups.flatMap((group) => {
    const [lead, ...others] = group.sort(byLead);
    return lead ? [{ lead, others }] : [];
  });
}

/** The sentences of an incident, each once: those of throttles begin with the use of their quota. */
export function summaryOf({ lead, others }: MessageSection): string {
  const throttled = others.filter(({ finding }) => finding.kind === 'throttled');
  return throttled.reduce(
    (told, { context }) =>
      context.summary.startsWith(told)
        ? context.summary
        : told.startsWith(context.summary)
          ? told
          : `${told} ${context.summary}`,
    lead.context.summary,
  );
}

/** How full another quota of the same incident is. */
function spellOtherUse({ utilizationPercent, dimension, quotaCode }: Finding): string {
  const percent = utilizationPercent === null ? '' : `${spellPercent(utilizationPercent)} `;
  return `${percent}${dimension === null ? '' : spellDimension(dimension)} (${quotaCode})`;
}

type Line = readonly [label: string, text: string];

/** Labels in the order in which they are read; others follow as they come. */
const ORDER: readonly string[] = ['Cause', 'Since', 'Forecast', 'Traffic', 'Quota'];

function rankOfLabel(label: string): number {
  const rank = ORDER.indexOf(label);
  return rank === -1 ? ORDER.length : rank;
}

/** The lines of an incident: those of its lead, what only the others know, and how full the other quotas are. */
export function linesOf({ lead, others }: MessageSection, since: string | null): Line[] {
  const own = lead.context.details;
  const more = others
    .flatMap(({ context }) => context.details)
    .filter(([label], index, all) => {
      const isTold = own.some(([other]) => other === label);
      return !isTold && all.findIndex(([other]) => other === label) === index;
    });
  const uses = others
    .filter(({ finding }) => finding.kind !== 'throttled' && finding.quotaCode !== lead.finding.quotaCode)
    .map(({ finding }) => ['Also', spellOtherUse(finding)] as const);
  const lines: Line[] = [...own, ...more, ...(since === null ? [] : [['Since', since] as const]), ...uses];
  // The sort is stable: lines of one label, and labels without a place, stay in their order.
  return lines.sort(([a], [b]) => rankOfLabel(a) - rankOfLabel(b));
}

/** What to do about an incident, each command and each advice once; that of throttles first, for it goes by the cause. */
export function remediesOf({ lead, others }: MessageSection): Remedy[] {
  const events = [lead, ...others];
  const isThrottled = ({ finding }: AlertEvent) => finding.kind === 'throttled';
  const ordered = [...events.filter(isThrottled), ...events.filter((event) => !isThrottled(event))];
  const all = ordered.flatMap(({ finding }) => finding.remedies);
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

/** The first evaluation that showed any of an incident. */
export function sinceOf({ lead, others }: MessageSection): EpochMinute {
  return Math.min(...[lead, ...others].map(({ since }) => toMinute(since)));
}
