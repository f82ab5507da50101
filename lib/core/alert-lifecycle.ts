import type { DescribedFinding, Finding, FindingContext, FindingKind, Severity } from './finding';
import { isMissedRuns } from './missed-runs';
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
  /** `null` until it is spoken of. */
  readonly spokenAt: EpochMinute | null;
  /** The worst severity spoken of. */
  readonly severity: Severity;
  /** The last bad state, told again when it recovers. */
  readonly last: DescribedFinding;
}

/** Alert entries by finding id. */
export type AlertEntries = Readonly<Record<string, AlertEntry>>;

/** Times and margins of the life cycle, in minutes, points of utilization and evaluations. */
export interface AlertPolicy {
  readonly reminderMinutes: number;
  readonly criticalReminderMinutes: number;
  /** An open utilization clears only below the warning threshold less this margin. */
  readonly hysteresisPoints: number;
  /** The warning threshold of what a finding is about. */
  readonly warningPercentOf: (finding: Finding) => number;
  /** Whether something of this severity must wait: it is spoken of by the first evaluation that need not hold it back. */
  readonly isHeldBack: (severity: Severity) => boolean;
  /** A finding recovers when it was clear in this many evaluations, over at least `clearMinutes`. */
  readonly clearEvaluations: number;
  readonly clearMinutes: number;
}

/** The policy in force unless the user says otherwise. */
export const DEFAULT_ALERT_POLICY: Omit<AlertPolicy, 'warningPercentOf'> = {
  reminderMinutes: 24 * 60,
  criticalReminderMinutes: 4 * 60,
  hysteresisPoints: 5,
  clearEvaluations: 2,
  clearMinutes: 15,
  isHeldBack: () => false,
};

/** Minutes a finding must last before it is spoken of. A failed read is no news when the next one succeeds. */
function openingMinutes(kind: FindingKind): number {
  return kind === 'coverage' ? 10 : 0;
}

/** Kinds that tell how the account is set up, not what happens now: a reminder a day is enough at any severity. */
const STANDING_KINDS: ReadonlySet<FindingKind> = new Set(['zeroQuota', 'belowDefault', 'unmappedUsage', 'coverage']);

/** Kinds that tell what happened, not what is: each is told once, at any severity, and neither recurs nor recovers. */
const NEWS_KINDS: ReadonlySet<FindingKind> = new Set(['quotaChanged']);

/** Whether a finding tells what happened. */
export function isNews(finding: Finding): boolean {
  return NEWS_KINDS.has(finding.kind) || isMissedRuns(finding);
}

function reminderMinutesOf({ kind, severity }: Finding, policy: AlertPolicy): number {
  const isUrgent = severity === 'critical' && !STANDING_KINDS.has(kind);
  return isUrgent ? policy.criticalReminderMinutes : policy.reminderMinutes;
}

/** The account pool's utilization is told by its `dailyPool` finding, not twice. */
function isSpokenOf(finding: Finding): boolean {
  return !(finding.kind === 'utilization' && finding.scope === 'account');
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
  const { severity, kind } = described.finding;
  const since = previous?.since ?? now;
  if (!previous || previous.spokenAt === null) {
    const speaks = now - since >= openingMinutes(kind) && !policy.isHeldBack(severity);
    const entry: AlertEntry = {
      clear: 0,
      clearSince: null,
      since,
      spokenAt: speaks ? now : null,
      severity,
      last: described,
    };
    return { entry, event: speaks ? toEvent('opened', described, since) : null };
  }
  const kept = { ...previous, clear: 0, clearSince: null, last: described };
  if (policy.isHeldBack(severity)) return { entry: kept, event: null };
  if (rankOf(severity) > rankOf(previous.severity)) {
    return { entry: { ...kept, severity, spokenAt: now }, event: toEvent('escalated', described, since) };
  }
  if (now - previous.spokenAt >= reminderMinutesOf(described.finding, policy)) {
    return { entry: { ...kept, spokenAt: now }, event: toEvent('reminder', described, since) };
  }
  return { entry: kept, event: null };
}

function stepClear(
  current: DescribedFinding | undefined,
  previous: AlertEntry,
  now: EpochMinute,
  policy: AlertPolicy,
): Step {
  if (previous.spokenAt === null) return { entry: null, event: null };
  const clear = previous.clear + 1;
  const clearSince = previous.clearSince ?? now;
  const isClear = clear >= policy.clearEvaluations && now - clearSince >= policy.clearMinutes;
  // Held back by the worst that was spoken of: who was told of it at night is told at night that it is over.
  if (!isClear || policy.isHeldBack(previous.severity)) {
    return { entry: { ...previous, clear, clearSince }, event: null };
  }
  const recovered: DescribedFinding = current ?? {
    finding: { ...previous.last.finding, severity: 'ok', exhaustionAt: null, remedies: [] },
    context: { ...previous.last.context, summary: `It is over. Last seen: ${previous.last.context.summary}` },
  };
  return { entry: null, event: toEvent('recovered', recovered, previous.since) };
}

/**
 * Compares the findings of an evaluation with what was said before: each finding opens once, speaks again when it gets
 * worse or after the reminder time, and recovers once. Pure: the same arguments give the same events.
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
