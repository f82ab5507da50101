import type { Quota } from './quota';
import { isLikeInference, parseQuotaName } from './quota-name';

/** What a Service Quotas listing says about inference, and what of it could not be read. */
export interface QuotaList {
  /** Inference quotas in the order of the listing, one per quota code. */
  readonly quotas: Quota[];
  /** Twelve digits from the first ARN that carries them; `null` when none does. */
  readonly accountId: string | null;
  /** Distinct quota codes of the applied listing, inference or not. */
  readonly total: number;
  /** One sentence per thing left out, doubted or replaced. */
  readonly problems: string[];
}

type Row = Readonly<Record<string, unknown>>;

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function toAmount(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

function toAccountId(arn: unknown): string | null {
  return typeof arn === 'string' ? (/^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1] ?? null) : null;
}

/** Adds a row to the list, if it is an inference quota; says why, if it should be one and cannot be read. */
function addApplied(row: Row, place: string, byCode: Map<string, Quota>, problems: string[]): void {
  const quotaCode = toText(row.QuotaCode);
  const quotaName = toText(row.QuotaName);
  if (quotaName === null) {
    problems.push(`${quotaCode ?? place} has no readable name, so it is left out.`);
    return;
  }
  const parsed = parseQuotaName(quotaName);
  if (parsed === null) {
    if (isLikeInference(quotaName)) {
      problems.push(
        `${quotaCode ?? place}, "${quotaName}", is an inference quota of an unknown kind, so it is left out.`,
      );
    }
    return;
  }
  if (quotaCode === null) {
    problems.push(`${place}, "${quotaName}", has no quota code, so it is left out.`);
    return;
  }
  const appliedValue = toAmount(row.Value);
  if (appliedValue === null) {
    problems.push(`${quotaCode}, "${quotaName}", has no usable value, so it is left out.`);
    return;
  }
  if (typeof row.Adjustable !== 'boolean') {
    problems.push(`${quotaCode}, "${quotaName}", does not say whether it is adjustable; taken as not adjustable.`);
  }
  const quota = { quotaCode, quotaName, ...parsed, appliedValue, defaultValue: null };
  keepLower({ ...quota, adjustable: row.Adjustable === true }, byCode, problems);
}

function keepLower(quota: Quota, byCode: Map<string, Quota>, problems: string[]): void {
  const { quotaCode, appliedValue } = quota;
  const before = byCode.get(quotaCode);
  if (before && before.appliedValue !== appliedValue) {
    problems.push(
      `${quotaCode} is listed with the values ${before.appliedValue} and ${appliedValue}; the lower one is used.`,
    );
  }
  if (!before || appliedValue < before.appliedValue) byCode.set(quotaCode, quota);
}

/** Default values by quota code, for the listed inference quotas only. */
function toDefaults(rows: readonly unknown[], byCode: ReadonlyMap<string, Quota>, problems: string[]) {
  const defaults = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const place = `Row ${index + 1} of the default quotas`;
    if (!isRow(row)) {
      problems.push(`${place} is no object, so it is left out.`);
      continue;
    }
    const code = toText(row.QuotaCode);
    const name = toText(row.QuotaName);
    if (code === null) {
      if (name === null || parseQuotaName(name)) problems.push(`${place} has no quota code, so it is left out.`);
      continue;
    }
    if (!byCode.has(code)) continue;
    const value = toAmount(row.Value);
    const before = defaults.get(code);
    if (value === null) {
      problems.push(`The default of ${code} has no usable value, so it counts as unknown.`);
    } else if (before !== undefined && before !== value) {
      defaults.set(code, Math.min(before, value));
      problems.push(`${code} has the defaults ${before} and ${value}; the lower one is used.`);
    } else {
      defaults.set(code, value);
    }
  }
  return defaults;
}

/**
 * Maps raw `ListServiceQuotas` and `ListAWSDefaultServiceQuotas` rows to inference quotas.
 * `defaults` is `null` when they were not read; every `defaultValue` is then `null`. A quota that only the defaults
 * name is not invented. Rows that are junk are named in `problems`; never throws.
 */
export function toQuotas(applied: readonly unknown[], defaults: readonly unknown[] | null): QuotaList {
  const problems: string[] = [];
  const byCode = new Map<string, Quota>();
  const codes = new Set<string>();
  let accountId: string | null = null;
  for (const [index, row] of applied.entries()) {
    const place = `Row ${index + 1} of the applied quotas`;
    if (!isRow(row)) {
      problems.push(`${place} is no object, so it is left out.`);
      continue;
    }
    const code = toText(row.QuotaCode);
    if (code !== null) codes.add(code);
    accountId ??= toAccountId(row.QuotaArn);
    addApplied(row, place, byCode, problems);
  }
  const defaultByCode = toDefaults(defaults ?? [], byCode, problems);
  const quotas = [...byCode.values()].map((quota) => ({
    ...quota,
    defaultValue: defaultByCode.get(quota.quotaCode) ?? null,
  }));
  return { quotas, accountId, total: codes.size, problems };
}
