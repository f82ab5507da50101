import type { AlertEvent } from '../alerts/lifecycle';
import type { FindingContext, FindingKind } from '../vocabulary/finding';
import type { Place } from '../vocabulary/place';
import { skeletonOf, toCommonText } from './common-text';
import { targetKeyOf } from './target';

/** Kinds that hit many targets at once for one reason: what AWS does, or what an organisation's rule does. */
export const SPREADING_KINDS: ReadonlySet<FindingKind> = new Set([
  'zeroQuota',
  'belowDefault',
  'quotaChanged',
  'unmappedUsage',
  'coverage',
]);

/** ISO times within an id: when it was seen, or began, is not what it is. */
const ISO_TIME = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

/** Ids by which AWS names a call, and what else in a reason is of one account alone. */
const OWN_OF_A_CALL = /\b(?:\d{12}|[0-9a-f]{8}-[0-9a-f-]{27})\b/g;

/** A text with the account and the Region of its target left open. */
function openPlace(text: string, { accountId, region }: Pick<Place, 'accountId' | 'region'>): string {
  return text.replaceAll(accountId, '*').replaceAll(region, '*');
}

/** What it is about, but for the target: a quota or those that changed, the model that is not known, what cannot be seen and why. */
function matterOf({ finding, context }: AlertEvent): string {
  const { kind, id, quotaCode, cause } = finding;
  if (kind === 'quotaChanged') return quotaCode ?? context.details.map(([label]) => label).join(' ');
  const reason = kind === 'coverage' ? (cause?.evidence[0] ?? '') : '';
  return `${id.replace(ISO_TIME, '')} ${reason.replace(ISO_TIME, '').replace(OWN_OF_A_CALL, '')}`;
}

/**
 * The incident of which an event is a part in one of many targets: the same event, kind and severity of the same quota, or
 * the same blindness for the same reason. `null` for what is each target's own, as use and throttles are.
 */
export function spreadKeyOf(alert: AlertEvent): string | null {
  const { event, finding, place, context } = alert;
  if (place === undefined || !SPREADING_KINDS.has(finding.kind)) return null;
  const matter = openPlace(matterOf(alert), place);
  const subject = openPlace(context.subject, place);
  return [event, finding.kind, finding.severity, skeletonOf(matter), skeletonOf(subject)].join(' | ');
}

/** What is told of one incident in many targets. */
export interface SpreadIncident {
  /** The first of them, in words that hold in all: numbers that differ are told from the least to the most. */
  readonly lead: AlertEvent;
  /** The lead's first. */
  readonly places: readonly Place[];
  /** What differs otherwise and holds in the first target alone: its sentence, if no other holds, and lines. */
  readonly ofFirst: { readonly summary: string | null; readonly details: FindingContext['details'] };
  /** Whether what to do is the same in all, to the last command. */
  readonly hasCommonRemedies: boolean;
}

/** Texts of each target as one; `null` where one has none, or no text stands for all. */
type Join = (textOf: (alert: AlertEvent) => string | undefined) => string | null;

/** Joins texts of some events. Account and Region stand as `*` where they differ. */
function createJoin(alike: readonly AlertEvent[]): Join {
  const isOne = (values: readonly unknown[]) => new Set(values).size === 1;
  const hasOneAccount = isOne(alike.map(({ place }) => place?.accountId));
  const hasOneRegion = isOne(alike.map(({ place }) => place?.region));
  return (textOf) => {
    const texts = alike.flatMap((alert) => {
      const text = textOf(alert);
      if (text === undefined || !alert.place) return text ?? [];
      const { accountId, region } = alert.place;
      const opened = hasOneAccount ? text : text.replaceAll(accountId, '*');
      return hasOneRegion ? opened : opened.replaceAll(region, '*');
    });
    return texts.length < alike.length ? null : toCommonText(texts);
  };
}

function joinDetails({ context: { details } }: AlertEvent, join: Join) {
  const common: (readonly [string, string])[] = [];
  const own: (readonly [string, string])[] = [];
  details.forEach(([label, text], index) => {
    // Several lines may have one label: the first of a label is held against the first of it elsewhere.
    const nth = details.slice(0, index).filter(([other]) => other === label).length;
    const joined = join(({ context }) => context.details.filter(([other]) => other === label)[nth]?.[1]);
    if (joined === null) own.push([label, text]);
    else common.push([label, joined]);
  });
  return { common, own };
}

/** One incident of many alike. @param alike of one {@link spreadKeyOf}, the one that leads first. @throws RangeError for none. */
export function joinIncidents(alike: readonly AlertEvent[]): SpreadIncident {
  const [lead] = alike;
  if (!lead) throw new RangeError('an incident needs at least one event');
  const join = createJoin(alike);
  const { common, own } = joinDetails(lead, join);
  const summary = join(({ context }) => context.summary);
  const remedies = ({ finding, context }: AlertEvent) => JSON.stringify(context.remedies ?? finding.remedies);
  const [since = lead.since] = alike.map((one) => one.since).sort();
  return {
    lead: {
      ...lead,
      since,
      context: {
        ...lead.context,
        subject: join(({ context }) => context.subject) ?? lead.context.subject,
        summary: summary ?? lead.context.summary,
        details: common,
      },
    },
    places: [...new Map(alike.flatMap(({ place }) => (place ? [[targetKeyOf(place), place]] : []))).values()],
    ofFirst: { summary: summary === null ? lead.context.summary : null, details: own },
    hasCommonRemedies: new Set(alike.map(remedies)).size === 1,
  };
}
