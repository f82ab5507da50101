/** Percent of a quota from which usage is a warning, and from which it is critical. */
export interface Thresholds {
  /** Above 0; may pass 100. */
  readonly warningPercent: number;
  /** Not below that of a warning. */
  readonly criticalPercent: number;
}

const RANK: Record<Severity, number> = { ok: 0, unknown: 1, warning: 2, critical: 3 };

/** Order of severities: ok < unknown < warning < critical. */
export function rankOf(severity: Severity): number {
  return RANK[severity];
}

/** The worst of some severities; `ok` for none. */
export function worstOf(severities: Iterable<Severity>): Severity {
  let worst: Severity = 'ok';
  for (const severity of severities) if (rankOf(severity) > rankOf(worst)) worst = severity;
  return worst;
}

/** Severity of a utilization in percent. */
export function severityOf(utilizationPercent: number, thresholds: Thresholds): Severity {
  if (utilizationPercent >= thresholds.criticalPercent) return 'critical';
  return utilizationPercent >= thresholds.warningPercent ? 'warning' : 'ok';
}

/** How bad: `unknown` is said when the numbers are missing, never replaced by `ok`. */
export type Severity = 'ok' | 'warning' | 'critical' | 'unknown';
