import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One quota of the local account's own list: codes, names and defaults as AWS has them in us-east-1. */
export interface QuotaTableRow {
  readonly quotaCode: string;
  readonly quotaName: string;
  /** The value a restricted account was given in 2026-07. */
  readonly appliedValue: number;
  /** AWS's default as of 2026-09; `null` where none is known, and for quotas that are not about inference. */
  readonly defaultValue: number | null;
  readonly adjustable: boolean;
}

const TABLE_FILE = join(__dirname, 'quota-list.tsv');
const HEADER = 'quotaCode\tadjustable\tappliedValue\tdefaultValue\tquotaName';

function toAmount(text: string, place: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(text)) throw new Error(`${place}: "${text}" is no value of a quota.`);
  return Number(text);
}

function toRow(line: string, place: string): QuotaTableRow {
  const [quotaCode = '', adjustable = '', appliedValue = '', defaultValue = '', quotaName = '', ...more] =
    line.split('\t');
  if (quotaName === '' || more.length > 0) throw new Error(`${place}: a row has the five columns of the header.`);
  if (!/^L-[0-9A-F]{8}$/.test(quotaCode)) throw new Error(`${place}: "${quotaCode}" is no quota code.`);
  if (adjustable !== 'true' && adjustable !== 'false') {
    throw new Error(`${place}: adjustable is true or false, not "${adjustable}".`);
  }
  return {
    quotaCode,
    quotaName,
    appliedValue: toAmount(appliedValue, place),
    defaultValue: defaultValue === '' ? null : toAmount(defaultValue, place),
    adjustable: adjustable === 'true',
  };
}

/**
 * Parses a quota table: a header, then one tab-separated row per quota, sorted by code.
 * @throws Error naming the line when a header, column, value or the order is wrong.
 */
export function parseQuotaTable(text: string, file = 'quota table'): QuotaTableRow[] {
  const [header, ...lines] = text.split('\n');
  if (header !== HEADER) throw new Error(`${file}, line 1: the header must be "${HEADER}", not "${header}".`);
  if (lines.at(-1) === '') lines.pop();
  const rows = lines.map((line, index) => toRow(line, `${file}, line ${index + 2}`));
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before && before.quotaCode >= row.quotaCode) {
      throw new Error(`${file}, line ${index + 2}: ${row.quotaCode} is a duplicate or out of order.`);
    }
  }
  return rows;
}

/**
 * The local account's quota list: 1,162 quotas of us-east-1. Source: `list-service-quotas` of 2026-07; defaults 2026-09.
 * @throws Error when the file is absent or malformed.
 */
export function readQuotaTable(): QuotaTableRow[] {
  return parseQuotaTable(readFileSync(TABLE_FILE, 'utf8'), TABLE_FILE);
}
