import type { DescribedFinding, Finding, FindingContext } from '../vocabulary/finding';
import type { Place } from '../vocabulary/place';
import { rankOf } from '../vocabulary/severity';
import { type EpochMinute, toIso } from '../vocabulary/time';
import { countClear, isBad, isClearEnough, isHeldOpen } from './clearing';
import type { AlertEntries, AlertEntry } from './entry';
import { countOpening, isFlapping, NEVER_FLAPPED } from './flapping';
import { type AlertCourse, groupIncidents, isCovered, isIncidentBad, isIncidentOpen } from './incident';
import { isNews, isUrgent, openingMinutesOf } from './kinds';
import type { AlertPolicy } from './policy';

/** What happened to a finding since it was last spoken of. */
export type AlertEventKind = 'opened' | 'escalated' | 'reminder' | 'recovered' | 'digest';

/** One thing to say now. */
export interface AlertEvent {
  /** What happened. */
  readonly event: AlertEventKind;
  /** As it is now; of what is over, as it was last seen. */
  readonly finding: Finding;
  /** Its words. */
  readonly context: FindingContext;
  /** ISO time in UTC of the first evaluation that showed it. */
  readonly since: string;
  /** Which target of a fleet; absent: the one there is. */
  readonly place?: Place;
}

function reminderMinutesOf(finding: Finding, policy: AlertPolicy): number {
  return isUrgent(finding) ? policy.criticalReminderMinutes : policy.reminderMinutes;
}

function toEvent(event: AlertEventKind, described: DescribedFinding, since: EpochMinute): AlertEvent {
  return { event, finding: described.finding, context: described.context, since: toIso(since) };
}

interface Step {
  readonly entry: AlertEntry | null;
  readonly event: AlertEvent | null;
}

/** What a step goes on from. */
interface Stage {
  readonly previous: AlertEntry | undefined;
  readonly now: EpochMinute;
  readonly policy: AlertPolicy;
}

/** News that was held back is told later even when the evaluation no longer shows it: it happened all the same. */
function stepNews(described: DescribedFinding, { previous, now, policy }: Stage): Step {
  if (previous && previous.spokenAt !== null) return { entry: previous, event: null };
  const { severity } = described.finding;
  const since = previous?.since ?? now;
  const speaks = !policy.isHeldBack(severity);
  return {
    entry: { clear: 0, clearSince: null, since, spokenAt: speaks ? now : null, severity, last: described },
    event: speaks ? toEvent('opened', described, since) : null,
  };
}

/** @param mustWait whether it may not be spoken of now. */
function stepBad(
  described: DescribedFinding,
  { previous, now, policy, mustWait }: Stage & { readonly mustWait: boolean },
): Step {
  const { finding } = described;
  const { severity } = finding;
  const since = previous && !previous.isOver ? previous.since : now;
  if (!previous || previous.spokenAt === null) {
    const speaks = now - since >= openingMinutesOf(finding) && !mustWait;
    const memory = previous?.flapping ?? NEVER_FLAPPED;
    const entry: AlertEntry = {
      clear: 0,
      clearSince: null,
      since,
      spokenAt: speaks ? now : null,
      severity,
      last: described,
      flapping: speaks ? countOpening(memory, now, policy) : memory,
    };
    return { entry, event: speaks ? toEvent('opened', described, since) : null };
  }
  const kept = { ...previous, clear: 0, clearSince: null, last: described };
  if (mustWait) return { entry: kept, event: null };
  if (rankOf(severity) > rankOf(previous.severity)) {
    return { entry: { ...kept, severity, spokenAt: now }, event: toEvent('escalated', described, since) };
  }
  if (now - previous.spokenAt >= reminderMinutesOf(finding, policy)) {
    return { entry: { ...kept, spokenAt: now }, event: toEvent('reminder', described, since) };
  }
  return { entry: kept, event: null };
}

/** What stays of an alert that is over, until its coming back would be a new alert. */
function toClosedEntry(over: AlertEntry, now: EpochMinute, policy: AlertPolicy): AlertEntry | null {
  const memory = over.flapping ?? NEVER_FLAPPED;
  if (!isFlapping(memory, now, policy)) return null;
  const { finding, context } = over.last;
  return {
    ...over,
    clear: 0,
    clearSince: null,
    spokenAt: null,
    last: {
      finding: { ...finding, cause: null, remedies: [] },
      context: { subject: context.subject, summary: '', details: [] },
    },
    isOver: true,
  };
}

/** @param mustWait whether it is a part of something that is not over. */
function stepClear(
  current: DescribedFinding | undefined,
  { previous, now, policy, mustWait }: Stage & { readonly previous: AlertEntry; readonly mustWait: boolean },
): Step {
  if (previous.spokenAt === null) return { entry: toClosedEntry(previous, now, policy), event: null };
  // Held back by the worst that was spoken of: who was told of it at night is told at night that it is over.
  if (mustWait || !isClearEnough(previous, now, policy) || policy.isHeldBack(previous.severity)) {
    return { entry: { ...previous, ...countClear(previous, now) }, event: null };
  }
  const recovered: DescribedFinding = current ?? {
    finding: { ...previous.last.finding, severity: 'ok', exhaustionAt: null, remedies: [] },
    context: { ...previous.last.context, isPast: true },
  };
  const over = { ...previous, flapping: { ...(previous.flapping ?? NEVER_FLAPPED), recoveredAt: now } };
  return { entry: toClosedEntry(over, now, policy), event: toEvent('recovered', recovered, previous.since) };
}

/**
 * Compares the findings of an evaluation with what was said before: each finding opens once, speaks again when it gets
 * worse or after the reminder time, and recovers once. One that keeps coming back recovers ever later, so that it is one
 * alert and not ten (see `clearMinutesOf`). Pure: the same arguments give the same events.
 *
 * A daily finding shows the larger of two day readings, for AWS documents neither, so it is over when both are clear: at
 * UTC midnight only the reading since midnight starts again. Until then it stays one alert, silent while it rests.
 *
 * The use of a quota and the throttles it causes are one incident: while one of them was told as critical the other says
 * nothing less, and they are over together (incident.ts).
 */
export function advanceAlerts(
  previous: AlertEntries,
  described: readonly DescribedFinding[],
  now: EpochMinute,
  policy: AlertPolicy,
): { entries: AlertEntries; events: AlertEvent[] } {
  const entries: Record<string, AlertEntry> = {};
  const events: AlertEvent[] = [];
  const course: AlertCourse = {
    previous,
    current: new Map(described.map((one) => [one.finding.id, one])),
    now,
    policy,
  };
  const incidents = groupIncidents(course);
  const keep = (id: string, step: Step) => {
    if (step.entry) entries[id] = step.entry;
    if (step.event) events.push(step.event);
  };
  for (const one of described) {
    const { finding } = one;
    const stage = { previous: previous[finding.id], now, policy };
    if (isNews(finding)) keep(finding.id, stepNews(one, stage));
    else if (isBad(finding)) {
      const isHeldBack = policy.isResting(finding) || policy.isHeldBack(finding.severity);
      keep(finding.id, stepBad(one, { ...stage, mustWait: isHeldBack || isCovered(finding, incidents, course) }));
    }
  }
  for (const [id, entry] of Object.entries(previous)) {
    const one = course.current.get(id);
    if (isNews(entry.last.finding)) {
      if (!one && entry.spokenAt === null) keep(id, stepNews(entry.last, { previous: entry, now, policy }));
      continue;
    }
    if (one && isBad(one.finding)) continue;
    const finding = one?.finding ?? entry.last.finding;
    const isHeld =
      (one && isHeldOpen(finding, policy)) || isIncidentBad(finding, incidents, course) || policy.isUnseen(finding);
    if (isHeld && entry.spokenAt !== null) entries[id] = { ...entry, clear: 0, clearSince: null };
    else {
      const mustWait = isIncidentOpen(finding, incidents, course);
      keep(id, stepClear(one, { previous: entry, now, policy, mustWait }));
    }
  }
  return { entries, events: events.sort((a, b) => rankOf(b.finding.severity) - rankOf(a.finding.severity)) };
}
