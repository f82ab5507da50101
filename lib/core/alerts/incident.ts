import type { DescribedFinding, Finding } from '../vocabulary/finding';
import type { EpochMinute } from '../vocabulary/time';
import { isBad, isClearEnough, isHeldOpen } from './clearing';
import type { AlertEntries } from './entry';
import { lifeCycleKeyOf } from './incident-keys';
import type { AlertPolicy } from './policy';

/** What one evaluation shows of all findings, and what was said of them before. */
export interface AlertCourse {
  readonly previous: AlertEntries;
  /** By finding id. */
  readonly current: ReadonlyMap<string, DescribedFinding>;
  readonly now: EpochMinute;
  readonly policy: AlertPolicy;
}

/** Findings of an evaluation and of before, by incident; those that stand alone are in none. */
export type Incidents = ReadonlyMap<string, readonly string[]>;

/** Groups the ids of what is shown and of what was spoken of. What is shown belongs where it is shown now. */
export function groupIncidents({ previous, current }: AlertCourse): Incidents {
  const incidents = new Map<string, string[]>();
  for (const id of new Set([...current.keys(), ...Object.keys(previous)])) {
    const finding = current.get(id)?.finding ?? previous[id]?.last.finding;
    const incident = finding ? lifeCycleKeyOf(finding) : null;
    if (incident !== null) incidents.set(incident, [...(incidents.get(incident) ?? []), id]);
  }
  return incidents;
}

function othersOf(finding: Finding, incidents: Incidents): readonly string[] {
  const incident = lifeCycleKeyOf(finding);
  return incident === null ? [] : (incidents.get(incident) ?? []).filter((id) => id !== finding.id);
}

/**
 * Whether who reads the alerts knows of the incident at its worst: another finding of it is open, was told as critical, and
 * is not due for a reminder. Then what is less than critical is no news; what is critical always is.
 */
export function isCovered(finding: Finding, incidents: Incidents, { previous, now, policy }: AlertCourse): boolean {
  if (finding.severity === 'critical') return false;
  return othersOf(finding, incidents).some((id) => {
    const other = previous[id];
    const spokenAt = other?.isOver ? null : (other?.spokenAt ?? null);
    return spokenAt !== null && other?.severity === 'critical' && now - spokenAt < policy.criticalReminderMinutes;
  });
}

/** Whether another finding of the incident is bad: then this one is not clear either. */
export function isIncidentBad(finding: Finding, incidents: Incidents, { current }: AlertCourse): boolean {
  return othersOf(finding, incidents).some((id) => {
    const shown = current.get(id)?.finding;
    return shown !== undefined && isBad(shown);
  });
}

/** Whether another finding of the incident was told and is not yet clear for long enough: then this one is not over either. */
export function isIncidentOpen(
  finding: Finding,
  incidents: Incidents,
  { previous, current, now, policy }: AlertCourse,
): boolean {
  return othersOf(finding, incidents).some((id) => {
    const entry = previous[id];
    if (!entry || entry.spokenAt === null) return false;
    const shown = current.get(id)?.finding;
    return (shown !== undefined && isHeldOpen(shown, policy)) || !isClearEnough(entry, now, policy);
  });
}
