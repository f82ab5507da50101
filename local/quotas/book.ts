import type { QuotaTableRow } from './table';

/** The quotas of an account, which tests and scenarios may change. */
export interface QuotaBook {
  rows(): readonly QuotaTableRow[];
  /** The applied value of a code; `null` when the account has no such quota. */
  appliedValueOf(quotaCode: string): number | null;
  /** Sets an applied value. @throws Error for an unknown code. */
  set(quotaCode: string, appliedValue: number): void;
  /** Adds a row, or replaces the one of that code. */
  add(row: QuotaTableRow): void;
  remove(quotaCode: string): void;
  /** Changes when a row comes or goes. */
  revision(): number;
}

/** A book over a list of rows. */
export function createQuotaBook(rows: readonly QuotaTableRow[]): QuotaBook {
  const byCode = new Map(rows.map((row) => [row.quotaCode, row]));
  let revision = 0;
  return {
    rows: () => [...byCode.values()],
    appliedValueOf: (quotaCode) => byCode.get(quotaCode)?.appliedValue ?? null,
    set: (quotaCode, appliedValue) => {
      const row = byCode.get(quotaCode);
      if (!row) throw new Error(`the local account has no quota ${quotaCode}`);
      byCode.set(quotaCode, { ...row, appliedValue });
    },
    add: (row) => {
      byCode.set(row.quotaCode, row);
      revision++;
    },
    remove: (quotaCode) => {
      byCode.delete(quotaCode);
      revision++;
    },
    revision: () => revision,
  };
}
