import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type QuotaCatalog, readCatalog } from '../lambda/quota-catalog';
import type { CoverageError } from '../lib/core/blind-spot-findings';
import type { ModelOverrides } from '../lib/core/model-overrides';
import type { EpochMinute } from '../lib/core/usage';
import { spellCount } from '../lib/core/wording';
import type { Connection } from './connection';
import type { Progress } from './progress';

/** The quotas of a Region, and what of it could not be read. */
export interface QuotaReading {
  readonly catalog: QuotaCatalog;
  /** `null` when nothing AWS answered carried it. */
  readonly accountId: string | null;
  /** Reads that failed. */
  readonly errors: readonly CoverageError[];
  /** The failure that leaves the quotas themselves unread, in whole or in part; `null` when they are complete. */
  readonly fatal: CoverageError | null;
}

const IDENTITY_TIMEOUT_MS = 2_000;

/** The account of the credentials; `null` when STS does not say, for nothing hangs on it. */
async function readAccountId(region: string): Promise<string | null> {
  const requestHandler = { requestTimeout: IDENTITY_TIMEOUT_MS, connectionTimeout: IDENTITY_TIMEOUT_MS };
  const client = new STSClient({ region, maxAttempts: 1, requestHandler });
  try {
    return (await client.send(new GetCallerIdentityCommand({}))).Account ?? null;
  } catch {
    return null;
  } finally {
    client.destroy();
  }
}

/** What a reading needs besides its connection. */
export interface QuotaReadingOptions {
  readonly now: EpochMinute;
  readonly progress: Progress;
  readonly overrides: ModelOverrides;
}

/** Reads the quotas of a Region with their models; only the applied quotas are indispensable. */
export async function readQuotas(
  { region, clients }: Connection,
  { now, progress, overrides }: QuotaReadingOptions,
): Promise<QuotaReading> {
  const done = progress.start(`reading quotas of ${region}`);
  const { value: catalog, errors } = await readCatalog(clients, overrides, null, now);
  const fatal = errors.find(({ source }) => source === 'servicequotas:ListServiceQuotas') ?? null;
  done(spellCount(catalog.totalQuotas));
  return { catalog, accountId: catalog.accountId ?? (await readAccountId(region)), errors, fatal };
}
