import type { DescribedFinding } from '../../core/vocabulary/finding';
import { findingsOf } from '../telling/page-words';

/** What is shown of one quota in use: the daily pool is told as a use of its quota, and as the pool of all models. */
export interface QuotaRow {
  readonly main: DescribedFinding;
  /** What else was found of the same quota. */
  readonly also: readonly DescribedFinding[];
}

/** The findings of the use of quotas, one row a quota, in their order. */
export function toQuotaRows(described: readonly DescribedFinding[]): QuotaRow[] {
  const rows = new Map<string, QuotaRow>();
  const used = findingsOf(described, ['utilization']);
  for (const one of [...used, ...findingsOf(described, ['dailyPool'])]) {
    const key = one.finding.quotaCode ?? one.finding.id;
    const row = rows.get(key);
    rows.set(key, row ? { ...row, also: [...row.also, one] } : { main: one, also: [] });
  }
  return [...rows.values()].sort((a, b) => described.indexOf(a.main) - described.indexOf(b.main));
}
