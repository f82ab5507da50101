import type { Quota } from '../vocabulary/quota';
import { type Trouble, toTrouble } from '../vocabulary/trouble';
import { isLikeInference, parseQuotaName } from './quota-name';
import { isReplyRow, type ReplyRow, toAmount, toText } from './reply-row';

/** What a Service Quotas listing says about inference, and what of it could not be read. */
export interface QuotaList {
  /** Inference quotas in the order of the listing, one per quota code. */
  readonly quotas: Quota[];
  /** Twelve digits from the first ARN that carries them; `null` when none does. */
  readonly accountId: string | null;
  /** Distinct quota codes of the applied listing, inference or not. */
  readonly total: number;
  /** One per thing left out, doubted or replaced. */
  readonly problems: Trouble[];
}

function toAccountId(arn: unknown): string | null {
  return typeof arn === 'string' ? (/^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1] ?? null) : null;
}

/** Adds a row to the list, if it is an inference quota; says why, if it should be one and cannot be read. */
function addApplied(row: ReplyRow, place: Trouble, byCode: Map<string, Quota>, problems: Trouble[]): void {
  const quotaCode = toText(row.QuotaCode);
  const quotaName = toText(row.QuotaName);
  if (quotaName === null) {
    problems.push(toTrouble('noName', quotaCode ?? place));
    return;
  }
  const named = toTrouble('rowNamed', quotaCode ?? place, quotaName);
  const parsed = parseQuotaName(quotaName);
  if (parsed === null) {
    if (isLikeInference(quotaName)) problems.push(toTrouble('unknownKind', named));
    return;
  }
  if (quotaCode === null) {
    problems.push(toTrouble('noCode', named));
    return;
  }
  const appliedValue = toAmount(row.Value);
  if (appliedValue === null) {
    problems.push(toTrouble('noValue', named));
    return;
  }
  if (typeof row.Adjustable !== 'boolean') problems.push(toTrouble('noAdjustable', named));
  const quota = { quotaCode, quotaName, ...parsed, appliedValue, defaultValue: null };
  keepLower({ ...quota, adjustable: row.Adjustable === true }, byCode, problems);
}

function keepLower(quota: Quota, byCode: Map<string, Quota>, problems: Trouble[]): void {
  const { quotaCode, appliedValue } = quota;
  const before = byCode.get(quotaCode);
  if (before && before.appliedValue !== appliedValue) {
    problems.push(toTrouble('twoValues', quotaCode, `${before.appliedValue}`, `${appliedValue}`));
  }
  if (!before || appliedValue < before.appliedValue) byCode.set(quotaCode, quota);
}

/** Default values by quota code, for the listed inference quotas only. */
function toDefaults(rows: readonly unknown[], byCode: ReadonlyMap<string, Quota>, problems: Trouble[]) {
  const defaults = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const place = toTrouble('defaultRow', `${index + 1}`);
    if (!isReplyRow(row)) {
      problems.push(toTrouble('noObject', place));
      continue;
    }
    const code = toText(row.QuotaCode);
    const name = toText(row.QuotaName);
    if (code === null) {
      if (name === null || parseQuotaName(name)) problems.push(toTrouble('noCode', place));
      continue;
    }
    if (!byCode.has(code)) continue;
    const value = toAmount(row.Value);
    const before = defaults.get(code);
    if (value === null) {
      problems.push(toTrouble('noDefault', code));
    } else if (before !== undefined && before !== value) {
      defaults.set(code, Math.min(before, value));
      problems.push(toTrouble('twoDefaults', code, `${before}`, `${value}`));
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
  const problems: Trouble[] = [];
  const byCode = new Map<string, Quota>();
  const codes = new Set<string>();
  let accountId: string | null = null;
  for (const [index, row] of applied.entries()) {
    const place = toTrouble('appliedRow', `${index + 1}`);
    if (!isReplyRow(row)) {
      problems.push(toTrouble('noObject', place));
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
