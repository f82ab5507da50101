import { isNews, isSpokenOf, isUrgent, openingMinutesOf } from './alert-kinds';
import type { DescribedFinding, Finding, FindingContext, Severity } from './finding';
import {
  clearMinutesOf,
  countOpening,
  type FlappingMemory,
  type FlappingPolicy,
  isFlapping,
  NEVER_FLAPPED,
} from './flapping';
import { rankOf } from './severity';
import { toIso } from './time';
import type { EpochMinute } from './usage';

/** What happened to a finding since it was last spoken of. */
export type AlertEventKind = 'opened' | 'escalated' | 'reminder' | 'recovered' | 'digest';

/** One thing to say now. */
export interface AlertEvent {
  readonly event: AlertEventKind;
  readonly finding: Finding;
  readonly context: FindingContext;
  /** ISO time in UTC of the first evaluation that showed it. */
  readonly since: string;
}

/** What is remembered of a finding between evaluations. */
export interface AlertEntry {
  /** Consecutive evaluations that showed it clear, and the first of them. */
  readonly clear: number;
  readonly clearSince: EpochMinute | null;
  readonly since: EpochMinute;
  /** `null` until it is spoken of, and when it is over. */
  readonly spokenAt: EpochMinute | null;
  /** The worst severity spoken of. */
  readonly severity: Severity;
  /** The last bad state, told again when it recovers; without its words when it is over. */
  readonly last: DescribedFinding;
  /** Absent in entries of older versions: it never came back. */
  readonly flapping?: FlappingMemory;
  /** It recovered, and is only kept to know it again when it comes back soon. Absent: it did not. */
  readonly isOver?: boolean;
}

/** Alert entries by finding id. */
export type AlertEntries = Readonly<Record<string, AlertEntry>>;

/** Times and margins of the life cycle, in minutes, points of utilization and evaluations. */
export interface AlertPolicy extends FlappingPolicy {
  readonly reminderMinutes: number;
  readonly criticalReminderMinutes: number;
  /** An open utilization clears only below the warning threshold less this margin. */
  readonly hysteresisPoints: number;
  /** The warning threshold of what a finding is about. */
  readonly warningPercentOf: (finding: Finding) => number;
  /** Whether something of this severity must wait: it is spoken of by the first evaluation that need not hold it back. */
  readonly isHeldBack: (severity: Severity) => boolean;
  /**
   * Whether a finding shows yesterday's number: it neither opens nor escalates nor is reminded of, at any severity, and
   * may only recover.
   */
  readonly isResting: (finding: Finding) => boolean;
  /** A finding recovers when it was clear in this many evaluations, over at least the minutes of {@link clearMinutesOf}. */
  readonly clearEvaluations: number;
}

/** The policy in force unless the user says otherwise. */
export const DEFAULT_ALERT_POLICY: Omit<AlertPolicy, 'warningPercentOf'> = {
  reminderMinutes: 24 * 60,
  criticalReminderMinutes: 4 * 60,
  hysteresisPoints: 5,
  clearEvaluations: 2,
  clearMinutes: 15,
  maximumClearMinutes: 4 * 60,
  flappingMinutes: 6 * 60,
  isHeldBack: () => false,
  isResting: () => false,
};

function reminderMinutesOf(finding: Finding, policy: AlertPolicy): number {
  return isUrgent(finding) ? policy.criticalReminderMinutes : policy.reminderMinutes;
}

function isBad(finding: Finding): boolean {
  return finding.severity !== 'ok' && isSpokenOf(finding);
}

function isHeldOpen(finding: Finding, policy: AlertPolicy): boolean {
  const percent = finding.utilizationPercent;
  return (
    isSpokenOf(finding) && percent !== null && percent >= policy.warningPercentOf(finding) - policy.hysteresisPoints
  );
}

function toEvent(event: AlertEventKind, described: DescribedFinding, since: EpochMinute): AlertEvent {
  return { event, finding: described.finding, context: described.context, since: toIso(since) };
}

interface Step {
  readonly entry: AlertEntry | null;
  readonly event: AlertEvent | null;
}

/** News that was held back is told later even when the evaluation no longer shows it: it happened all the same. */
function stepNews(
  described: DescribedFinding,
  previous: AlertEntry | undefined,
  now: EpochMinute,
  policy: AlertPolicy,
): Step {
  if (previous && previous.spokenAt !== null) return { entry: previous, event: null };
  const { severity } = described.finding;
  const since = previous?.since ?? now;
  const speaks = !policy.isHeldBack(severity);
  return {
    entry: { clear: 0, clearSince: null, since, spokenAt: speaks ? now : null, severity, last: described },
    event: speaks ? toEvent('opened', described, since) : null,
  };
}

function stepBad(
  described: DescribedFinding,
  previous: AlertEntry | undefined,
  now: EpochMinute,
  policy: AlertPolicy,
): Step {
  const { finding } = described;
  const { severity } = finding;
  const mustWait = policy.isResting(finding) || policy.isHeldBack(severity);
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

/** What stays of an alert that is over, until its coming back would be a new trouble. */
function toMemory(over: AlertEntry, now: EpochMinute, policy: AlertPolicy): AlertEntry | null {
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

function stepClear(
  current: DescribedFinding | undefined,
  previous: AlertEntry,
  now: EpochMinute,
  policy: AlertPolicy,
): Step {
  if (previous.spokenAt === null) return { entry: toMemory(previous, now, policy), event: null };
  const flapping = previous.flapping ?? NEVER_FLAPPED;
  const clear = previous.clear + 1;
  const clearSince = previous.clearSince ?? now;
  const isClear = clear >= policy.clearEvaluations && now - clearSince >= clearMinutesOf(flapping, policy);
  // Held back by the worst that was spoken of: who was told of it at night is told at night that it is over.
  if (!isClear || policy.isHeldBack(previous.severity)) {
    return { entry: { ...previous, clear, clearSince }, event: null };
  }
  const recovered: DescribedFinding = current ?? {
    finding: { ...previous.last.finding, severity: 'ok', exhaustionAt: null, remedies: [] },
    context: { ...previous.last.context, isPast: true },
  };
  const over = { ...previous, flapping: { ...flapping, recoveredAt: now } };
  return { entry: toMemory(over, now, policy), event: toEvent('recovered', recovered, previous.since) };
}

/**
 * Compares the findings of an evaluation with what was said before: each finding opens once, speaks again when it gets
 * worse or after the reminder time, and recovers once. One that keeps coming back recovers ever later, so that it is one
 * alert and not ten (see {@link clearMinutesOf}). Pure: the same arguments give the same events.
 *
 * A daily finding shows the larger of two day readings, for AWS documents neither, so it is over when both are clear: at
 * UTC midnight only the reading since midnight starts again. Until then it stays one alert, silent while it rests.
 */
export function advanceAlerts(
  previous: AlertEntries,
  described: readonly DescribedFinding[],
  now: EpochMinute,
  policy: AlertPolicy,
): { entries: AlertEntries; events: AlertEvent[] } {
  const entries: Record<string, AlertEntry> = {};
  const events: AlertEvent[] = [];
  const current = new Map(described.map((one) => [one.finding.id, one]));
  const keep = (id: string, step: Step) => {
    if (step.entry) entries[id] = step.entry;
    if (step.event) events.push(step.event);
  };
  for (const one of described) {
    if (isNews(one.finding)) keep(one.finding.id, stepNews(one, previous[one.finding.id], now, policy));
    else if (isBad(one.finding)) keep(one.finding.id, stepBad(one, previous[one.finding.id], now, policy));
  }
  for (const [id, entry] of Object.entries(previous)) {
    const one = current.get(id);
    if (isNews(entry.last.finding)) {
      if (!one && entry.spokenAt === null) keep(id, stepNews(entry.last, entry, now, policy));
      continue;
    }
    if (one && isBad(one.finding)) continue;
    if (one && isHeldOpen(one.finding, policy) && entry.spokenAt !== null)
      entries[id] = { ...entry, clear: 0, clearSince: null };
    else keep(id, stepClear(one, entry, now, policy));
  }
  return { entries, events: events.sort((a, b) => rankOf(b.finding.severity) - rankOf(a.finding.severity)) };
}
