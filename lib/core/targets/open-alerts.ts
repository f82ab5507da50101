import type { AlertEntries } from '../alerts/entry';
import { rankOf, type Severity } from '../vocabulary/severity';

/** What is the matter with a target, in short. */
export interface OpenAlerts {
  /** Alerts that were told and are not over, by severity. */
  readonly critical: number;
  readonly warning: number;
  readonly unknown: number;
  /** The worst of them; `null`: none is open. */
  readonly worst: {
    readonly severity: Severity;
    /** In the language of the watchdog. */
    readonly subject: string;
    /** Utilization in percent; `null` where it has none. */
    readonly percent: number | null;
  } | null;
}

/** Counts the alerts of a target that are open. */
export function toOpenAlerts(entries: AlertEntries): OpenAlerts {
  const open = Object.values(entries).filter(({ isOver, spokenAt }) => isOver !== true && spokenAt !== null);
  const count = (severity: Severity) => open.filter(({ last }) => last.finding.severity === severity).length;
  const [worst] = open
    .map(({ last: { finding, context } }) => ({
      severity: finding.severity,
      subject: context.subject,
      percent: finding.utilizationPercent,
    }))
    .sort((a, b) => rankOf(b.severity) - rankOf(a.severity) || (b.percent ?? -1) - (a.percent ?? -1));
  return { critical: count('critical'), warning: count('warning'), unknown: count('unknown'), worst: worst ?? null };
}
