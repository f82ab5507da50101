import { CliError, EXIT } from '../cli-error';
import { isRegionName } from '../options';
import type { CliIo } from '../process-io';
import { type ListingKind, readListing } from './read-listing';

/** Rows of the quota lists, and whose they are. */
export interface QuotaRows {
  readonly applied: readonly unknown[];
  /** `null` when no file was given: the defaults are unknown. */
  readonly defaults: readonly unknown[] | null;
  /** The Region asked for, else that of the ARNs. */
  readonly region: string;
  /** What a reader should know, one sentence each. */
  readonly notes: readonly string[];
}

/** Where the rows come from. */
export interface QuotaFiles {
  readonly quotas: string;
  readonly defaults?: string;
  /** `--region`, one at most; it wins over the ARNs. */
  readonly region: readonly string[];
}

const APPLIED: ListingKind = {
  option: '--quotas',
  key: 'Quotas',
  command: 'aws service-quotas list-service-quotas --service-code bedrock',
};
const DEFAULTS: ListingKind = {
  option: '--defaults',
  key: 'Quotas',
  command: 'aws service-quotas list-aws-default-service-quotas --service-code bedrock',
};

const QUOTA_ARN = /^arn:[^:]*:servicequotas:([^:]*):(\d{12})?:/;

interface Origins {
  readonly regions: readonly string[];
  readonly accountIds: readonly string[];
}

/** The Regions and accounts that the ARNs of some rows name, each once. */
function originsOf(rows: readonly unknown[]): Origins {
  const regions = new Set<string>();
  const accountIds = new Set<string>();
  for (const row of rows) {
    const arn = typeof row === 'object' && row !== null ? (row as { QuotaArn?: unknown }).QuotaArn : undefined;
    const [, region = '', accountId] = typeof arn === 'string' ? (QUOTA_ARN.exec(arn) ?? []) : [];
    if (isRegionName(region)) regions.add(region);
    if (accountId !== undefined) accountIds.add(accountId);
  }
  return { regions: [...regions].sort(), accountIds: [...accountIds].sort() };
}

/** One list is of one account and Region; from a mix nothing can be concluded. */
function refuseMixes({ regions, accountIds }: Origins, label: string): void {
  for (const [names, what] of [
    [regions, 'Region'],
    [accountIds, 'account'],
  ] as const) {
    if (names.length < 2) continue;
    const message = `${label} mixes the quotas of ${names.join(' and ')}; give the list of one ${what}`;
    throw new CliError(EXIT.wrongCall, message);
  }
}

/**
 * Reads the applied quotas and, where a file is given, the defaults. Account and Region are those of the ARNs.
 * @throws CliError when a file is no such list, has no row, mixes Regions or accounts, or no Region is named anywhere.
 */
export async function readQuotaRows(files: QuotaFiles, io: CliIo): Promise<QuotaRows> {
  const applied = await readListing(files.quotas, APPLIED, io);
  const label = `${APPLIED.option} ${files.quotas}`;
  if (applied.length === 0) {
    throw new CliError(EXIT.wrongCall, `${label} lists no quota; save the JSON output of: ${APPLIED.command}`);
  }
  const origins = originsOf(applied);
  refuseMixes(origins, label);
  const [listed = null] = origins.regions;
  const region = files.region[0] ?? listed;
  if (region === null) {
    throw new CliError(EXIT.wrongCall, `no Region: no ARN of ${label} names one; add --region us-east-1`);
  }
  const notes = listed === null || listed === region ? [] : [`${label} is of ${listed}, taken as ${region}`];
  if (files.defaults === undefined) return { applied, defaults: null, region, notes };
  const defaults = await readListing(files.defaults, DEFAULTS, io);
  const defaultsOf = originsOf(defaults);
  refuseMixes(defaultsOf, `${DEFAULTS.option} ${files.defaults}`);
  const [other = null] = defaultsOf.regions;
  if (other !== null && listed !== null && other !== listed) {
    const message = `${DEFAULTS.option} ${files.defaults} is of ${other} and ${label} of ${listed}; defaults differ by Region, give those of ${listed}`;
    throw new CliError(EXIT.wrongCall, message);
  }
  return { applied, defaults, region, notes };
}
