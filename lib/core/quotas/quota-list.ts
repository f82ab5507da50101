import type { Quota } from '../vocabulary/quota';
import { type Statement, toStatement } from '../vocabulary/statement';
import { isLikeInference, parseQuotaName } from './quota-name';
import { isReplyRow, type ReplyRow, toAmount, toQuotaCode, toText } from './reply-row';

/** What a Service Quotas listing says about inference, and what of it could not be read. */
export interface QuotaList {
  /** Inference quotas in the order of the listing, one per quota code. */
  readonly quotas: Quota[];
  /** Twelve digits from the first ARN that carries them; `null` when none does. */
  readonly accountId: string | null;
  /** Distinct quota codes of the applied listing, inference or not. */
  readonly total: number;
  /** One per thing left out, doubted or replaced. */
  readonly problems: Statement[];
}

function toAccountId(arn: unknown): string | null {
  return typeof arn === 'string' ? (/^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn)?.[1] ?? null) : null;
}

/** Adds a row to the list, if it is an inference quota; says why, if it should be one and cannot be read. */
function addApplied(row: ReplyRow, place: Statement, byCode: Map<string, Quota>, problems: Statement[]): void {
  const quotaCode = toQuotaCode(row.QuotaCode);
  const quotaName = toText(row.QuotaName);
  if (quotaName === null) {
    problems.push(toStatement('noName', quotaCode ?? place));
    return;
  }
  const named = toStatement('rowNamed', quotaCode ?? place, quotaName);
  const parsed = parseQuotaName(quotaName);
  if (parsed === null) {
    if (isLikeInference(quotaName)) problems.push(toStatement('unknownKind', named));
    return;
  }
  if (quotaCode === null) {
    problems.push(toStatement('noCode', named));
    return;
  }
  const appliedValue = toAmount(row.Value);
  if (appliedValue === null) {
    problems.push(toStatement('noValue', named));
    return;
  }
  if (typeof row.Adjustable !== 'boolean') problems.push(toStatement('noAdjustable', named));
  const quota = { quotaCode, quotaName, ...parsed, appliedValue, defaultValue: null };
  keepLower({ ...quota, adjustable: row.Adjustable === true }, byCode, problems);
}

function keepLower(quota: Quota, byCode: Map<string, Quota>, problems: Statement[]): void {
  const { quotaCode, appliedValue } = quota;
  const before = byCode.get(quotaCode);
  if (before && before.appliedValue !== appliedValue) {
    problems.push(toStatement('twoValues', quotaCode, `${before.appliedValue}`, `${appliedValue}`));
  }
  if (!before || appliedValue < before.appliedValue) byCode.set(quotaCode, quota);
}

/** Default values by quota code, for the listed inference quotas only. */
function toDefaults(rows: readonly unknown[], byCode: ReadonlyMap<string, Quota>, problems: Statement[]) {
  const defaults = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    const place = toStatement('defaultRow', `${index + 1}`);
    if (!isReplyRow(row)) {
      problems.push(toStatement('noObject', place));
      continue;
    }
    const code = toQuotaCode(row.QuotaCode);
    const name = toText(row.QuotaName);
    if (code === null) {
      if (name === null || parseQuotaName(name)) problems.push(toStatement('noCode', place));
      continue;
    }
    if (!byCode.has(code)) continue;
    const value = toAmount(row.Value);
    const before = defaults.get(code);
    if (value === null) {
      problems.push(toStatement('noDefault', code));
    } else if (before !== undefined && before !== value) {
      defaults.set(code, Math.min(before, value));
      problems.push(toStatement('twoDefaults', code, `${before}`, `${value}`));
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
  const problems: Statement[] = [];
  const byCode = new Map<string, Quota>();
  const codes = new Set<string>();
  let accountId: string | null = null;
  for (const [index, row] of applied.entries()) {
    const place = toStatement('appliedRow', `${index + 1}`);
    if (!isReplyRow(row)) {
      problems.push(toStatement('noObject', place));
      continue;
    }
    const code = toQuotaCode(row.QuotaCode);
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
