import type { Quota } from './quota';
import { parseQuotaName } from './quota-name';

/** What a raw quota list came to. */
export interface QuotaList {
  /** The inference quotas, in the list's order. */
  readonly quotas: Quota[];
  /** From the first quota ARN that carries one. */
  readonly accountId: string | null;
  /** Distinct quota codes of the applied list, inference or not. */
  readonly total: number;
  /** One sentence for each row that could not be used, or not in full. */
  readonly problems: string[];
}

type Row = Readonly<Record<string, unknown>>;

function toRow(value: unknown): Row | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : null;
}

function textOf(row: Row, key: string): string | null {
  const value = row[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function amountOf(row: Row): number | null {
  return typeof row.Value === 'number' && Number.isFinite(row.Value) && row.Value >= 0 ? row.Value : null;
}

/** Default values by quota code; a default that is no number is named and stays unknown. */
function toDefaults(rows: readonly unknown[], problems: string[]): Map<string, number> {
  const defaults = new Map<string, number>();
  for (const value of rows) {
    const row = toRow(value);
    const code = row && textOf(row, 'QuotaCode');
    if (!row || !code) continue;
    const amount = amountOf(row);
    if (amount !== null) defaults.set(code, amount);
    else if (parseQuotaName(textOf(row, 'QuotaName') ?? '')) {
      problems.push(`the AWS default of ${code} is ${JSON.stringify(row.Value)}, no quota value; it counts as unknown`);
    }
  }
  return defaults;
}

function readRow(row: Row, index: number, defaults: ReadonlyMap<string, number>, problems: string[]): Quota | null {
  const code = textOf(row, 'QuotaCode');
  const name = textOf(row, 'QuotaName');
  if (!code || !name) {
    problems.push(
      `row ${index + 1} of the quota list has no ${code ? `name (${code})` : `code (${name ?? 'and no name'})`}; it is left out`,
    );
    return null;
  }
  const parsed = parseQuotaName(name);
  if (!parsed) return null;
  const appliedValue = amountOf(row);
  if (appliedValue === null) {
    problems.push(`${code} (${name}) has the value ${JSON.stringify(row.Value)}, no quota value; it is left out`);
    return null;
  }
  if (typeof row.Adjustable !== 'boolean')
    problems.push(`${code} (${name}) does not say whether it is adjustable; it counts as not`);
  return {
    quotaCode: code,
    quotaName: name,
    ...parsed,
    appliedValue,
    defaultValue: defaults.get(code) ?? null,
    adjustable: row.Adjustable === true,
  };
}

/**
 * Takes the inference quotas out of raw Service Quotas rows. Rows that cannot be read are left out and named; a code that
 * comes twice with different values counts with the lower one, and is named. Never throws.
 * @param defaults raw rows of the AWS defaults; `null` when they could not be read.
 */
export function toQuotas(applied: readonly unknown[], defaults: readonly unknown[] | null): QuotaList {
  const problems: string[] = [];
  const defaultValues = toDefaults(defaults ?? [], problems);
  const byCode = new Map<string, Quota>();
  const codes = new Set<string>();
  let accountId: string | null = null;
  applied.forEach((value, index) => {
    const row = toRow(value);
    if (!row) {
      problems.push(`row ${index + 1} of the quota list is no object; it is left out`);
      return;
    }
    accountId ??= /:(\d{12}):/.exec(textOf(row, 'QuotaArn') ?? '')?.[1] ?? null;
    const code = textOf(row, 'QuotaCode');
    if (code) codes.add(code);
    const quota = readRow(row, index, defaultValues, problems);
    if (!quota) return;
    const known = byCode.get(quota.quotaCode);
    if (known && known.appliedValue !== quota.appliedValue) {
      problems.push(
        `${quota.quotaCode} comes twice, with ${known.appliedValue} and ${quota.appliedValue}; the lower value counts`,
      );
    }
    if (!known || quota.appliedValue < known.appliedValue) byCode.set(quota.quotaCode, quota);
  });
  return { quotas: [...byCode.values()], accountId, total: codes.size, problems };
}
