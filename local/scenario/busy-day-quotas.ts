import { type QuotaTableRow, readQuotaTable } from '../quotas/table';

/** Applied values that were raised, by quota code; all other inference quotas are 0 in the table. */
const APPLIED: Readonly<Record<string, number>> = {
  'L-F4DDD3EB': 1_000_000, // cross-Region tokens/min, Claude Sonnet 4.5
  'L-4A6BFAB1': 500, // cross-Region requests/min, Claude Sonnet 4.5
  'L-27C57EE8': 2_000_000, // global tokens/min, Claude Sonnet 4.5
  'L-DB84CE56': 1_000, // global requests/min, Claude Sonnet 4.5
  'L-58BE175A': 2_000_000, // cross-Region tokens/min, Claude Haiku 4.5
  'L-CCA5DF70': 1_000, // cross-Region requests/min, Claude Haiku 4.5
  'L-6120CF2D': 40_000_000, // tokens/day, Claude Haiku 4.5 (doubled for cross-Region calls)
  'L-DB99DCDB': 300_000, // cross-Region tokens/min, Claude Opus 4.8; AWS lists no requests/min for it
  'L-DE641971': 300_000, // on-demand tokens/min, Titan Text Embeddings V2
  'L-26C560CE': 2_000, // on-demand requests/min, Titan Text Embeddings V2
  'L-9DC5F595': 500_000, // on-demand tokens/min, gpt-oss-120b
  'L-25B50707': 300, // on-demand requests/min, gpt-oss-120b
};

/**
 * Per-model daily rows that are gone. AWS replaced these rows by the account's pool on 2026-09-21, and some accounts still
 * list both: the row of Claude Haiku 4.5 is still here. With a row of 0 no call of the model would be let in.
 */
const GONE: readonly string[] = [
  'L-381AD9EE', // Claude Sonnet 4.5
  'L-BC182137', // Claude Sonnet 4.5, global
  'L-AFE3B2BE', // Claude Opus 4.8
  'L-41FDDA6B', // gpt-oss-120b
];

/** The account's pool: AWS's default is 700M, new accounts have 150M. */
const DAILY_POOL: QuotaTableRow = {
  quotaCode: 'L-E3F10727',
  quotaName: 'Cross-Model Max Tokens Per Day',
  adjustable: false,
  appliedValue: 150_000_000,
  defaultValue: 700_000_000,
};

/** The quotas of the demo's day: those of an account, by default a restricted one, of which a few were raised. */
export function busyDayQuotas(listed: readonly QuotaTableRow[] = readQuotaTable()): QuotaTableRow[] {
  const rows = listed.filter(({ quotaCode }) => !GONE.includes(quotaCode));
  return [...rows.map((row) => ({ ...row, appliedValue: APPLIED[row.quotaCode] ?? row.appliedValue })), DAILY_POOL];
}
