import { readFileSync } from 'node:fs';
import { parseListing } from '../../lib/core/quotas/listing-pages';
import type { QuotaTableRow } from './table';

interface ListedQuota {
  readonly QuotaCode?: unknown;
  readonly QuotaName?: unknown;
  readonly Value?: unknown;
  readonly Adjustable?: unknown;
}

function toRow(listed: unknown, place: string, defaults: ReadonlyMap<string, number | null>): QuotaTableRow {
  if (typeof listed !== 'object' || listed === null) throw new Error(`${place} is no object.`);
  const { QuotaCode: quotaCode, QuotaName: quotaName, Value: value, Adjustable: adjustable } = listed as ListedQuota;
  if (typeof quotaCode !== 'string' || !/^L-[0-9A-F]{8}$/.test(quotaCode))
    throw new Error(`${place}: QuotaCode must be like L-F4DDD3EB, not ${JSON.stringify(quotaCode)}.`);
  if (typeof quotaName !== 'string' || quotaName === '')
    throw new Error(`${place} (${quotaCode}): QuotaName is missing.`);
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0)
    throw new Error(`${place} (${quotaCode}): Value must be a number of 0 or more, not ${JSON.stringify(value)}.`);
  if (typeof adjustable !== 'boolean') throw new Error(`${place} (${quotaCode}): Adjustable must be true or false.`);
  return { quotaCode, quotaName, appliedValue: value, defaultValue: defaults.get(quotaCode) ?? null, adjustable };
}

/**
 * Reads the rows of a reply of `aws service-quotas list-service-quotas --service-code bedrock`. Such a list has applied
 * values only; the defaults are those of `known` rows with the same code, else unknown.
 * @throws Error naming the place when it is no such reply.
 */
export function parseQuotaFile(text: string, file: string, known: readonly QuotaTableRow[] = []): QuotaTableRow[] {
  let listed: unknown[] | null;
  try {
    listed = parseListing(text, 'Quotas');
  } catch (error) {
    throw new Error(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (listed === null || listed.length === 0) {
    throw new Error(`${file} has no "Quotas" list; save the output of: aws service-quotas list-service-quotas`);
  }
  const defaults = new Map(known.map((row) => [row.quotaCode, row.defaultValue]));
  const rows = listed.map((one, index) => toRow(one, `${file}, Quotas[${index}]`, defaults));
  const seen = new Set<string>();
  for (const { quotaCode } of rows) {
    if (seen.has(quotaCode)) throw new Error(`${file} lists ${quotaCode} twice.`);
    seen.add(quotaCode);
  }
  return rows;
}

/** Reads the file of a `list-service-quotas` reply. @throws Error when it cannot be read or is no such reply. */
export function readQuotaFile(file: string, known: readonly QuotaTableRow[] = []): QuotaTableRow[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return parseQuotaFile(text, file, known);
}
