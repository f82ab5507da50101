import { isRegionName } from '../../lib/core/vocabulary/place';
import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';
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
  readonly words: CommandWords;
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
function refuseMixes({ regions, accountIds }: Origins, label: string, { replay }: CommandWords): void {
  for (const [names, complain] of [
    [regions, replay.file.regions],
    [accountIds, replay.file.accounts],
  ] as const) {
    if (names.length > 1) throw new CliError(EXIT.wrongCall, complain(label, names.join(replay.and)));
  }
}

/**
 * Reads the applied quotas and, where a file is given, the defaults. Account and Region are those of the ARNs.
 * @throws CliError when a file is no such list, has no row, mixes Regions or accounts, or no Region is named anywhere.
 */
export async function readQuotaRows(files: QuotaFiles, io: CliIo): Promise<QuotaRows> {
  const { words } = files;
  const complaints = words.replay.file;
  const applied = await readListing({ path: files.quotas, kind: APPLIED, words }, io);
  const label = `${APPLIED.option} ${files.quotas}`;
  if (applied.length === 0) throw new CliError(EXIT.wrongCall, complaints.empty(label, APPLIED.command));
  const origins = originsOf(applied);
  refuseMixes(origins, label, words);
  const [listed = null] = origins.regions;
  const region = files.region[0] ?? listed;
  if (region === null) throw new CliError(EXIT.wrongCall, complaints.noRegion(label));
  const isAsListed = listed === null || listed === region;
  const notes = isAsListed ? [] : [words.replay.notes.takenAs(label, listed, region)];
  if (files.defaults === undefined) return { applied, defaults: null, region, notes };
  const defaults = await readListing({ path: files.defaults, kind: DEFAULTS, words }, io);
  const defaultsLabel = `${DEFAULTS.option} ${files.defaults}`;
  const defaultsOf = originsOf(defaults);
  refuseMixes(defaultsOf, defaultsLabel, words);
  const [other = null] = defaultsOf.regions;
  if (other !== null && listed !== null && other !== listed) {
    throw new CliError(EXIT.wrongCall, complaints.otherDefaults(defaultsLabel, other, label, listed));
  }
  return { applied, defaults, region, notes };
}
