import type { Report } from '../../findings/report';
import type { DescribedFinding } from '../../vocabulary/finding';
import { comparePlaces, type Place } from '../../vocabulary/place';
import { rankOf, type Severity, worstOf } from '../../vocabulary/severity';
import type { Statement } from '../../vocabulary/statement';

/** A target that was evaluated. */
export interface SeenTarget {
  readonly place: Place;
  readonly report: Report;
}

/** A target of which nothing is known now. */
export interface UnseenTarget {
  readonly place: Place;
  readonly why: Statement;
}

/** One target in a line. */
export type TargetSummary<Seen extends SeenTarget = SeenTarget> = Seen & {
  /** The worst of its findings, those that are muted aside. */
  readonly severity: Severity;
  /** Findings by severity, those that are muted aside. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** What to look at first; `null` where nothing was found. */
  readonly worst: DescribedFinding | null;
};

/** Many targets, worst first, and those that were not seen by name. */
export interface Overview<Seen extends SeenTarget = SeenTarget> {
  readonly targets: readonly TargetSummary<Seen>[];
  readonly unseen: readonly UnseenTarget[];
  /** Different accounts, seen or not. */
  readonly accounts: number;
}

const NOTHING: Readonly<Record<Severity, number>> = { ok: 0, unknown: 0, warning: 0, critical: 0 };

function countBySeverity(findings: readonly DescribedFinding[]): Record<Severity, number> {
  const counts = { ...NOTHING };
  for (const { finding } of findings) counts[finding.severity]++;
  return counts;
}

/** Utilization in percent; what has none comes behind all that has. */
function percentOf(one: DescribedFinding | null): number {
  return one?.finding.utilizationPercent ?? -1;
}

/** The findings that are told, in their order, which is worst first. */
function toSummary<Seen extends SeenTarget>(target: Seen): TargetSummary<Seen> {
  const { described, document } = target.report;
  const muted = new Set(document.muted?.map(({ id }) => id));
  const told = described.filter(({ finding }) => !muted.has(finding.id));
  return {
    ...target,
    severity: worstOf(told.map(({ finding }) => finding.severity)),
    counts: countBySeverity(told),
    worst: told[0] ?? null,
  };
}

function byUrgency(a: TargetSummary, b: TargetSummary): number {
  return (
    rankOf(b.severity) - rankOf(a.severity) ||
    b.counts.critical - a.counts.critical ||
    b.counts.warning - a.counts.warning ||
    percentOf(b.worst) - percentOf(a.worst) ||
    comparePlaces(a.place, b.place)
  );
}

/** All targets in one list, worst first: by severity, then how much of it, then the use of what is fullest. */
export function toOverview<Seen extends SeenTarget>(
  seen: readonly Seen[],
  unseen: readonly UnseenTarget[],
): Overview<Seen> {
  const accounts = new Set([...seen, ...unseen].map(({ place }) => place.accountId));
  return {
    targets: seen.map((target) => toSummary(target)).sort(byUrgency),
    unseen: [...unseen].sort((a, b) => comparePlaces(a.place, b.place)),
    accounts: accounts.size,
  };
}
