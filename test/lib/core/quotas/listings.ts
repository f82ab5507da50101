import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toQuotas } from '../../../../lib/core/quotas/quota-list';
import type { InferenceProfile } from '../../../../lib/core/vocabulary/model';
import { isOfModels, type Quota } from '../../../../lib/core/vocabulary/quota';
import { readQuotaTable } from '../../../../local/quotas/table';

interface NamedQuota {
  readonly quotaCode: string;
  readonly quotaName: string;
}

interface DefaultQuota extends NamedQuota {
  readonly defaultValue: number;
  readonly adjustable: boolean;
}

/** Rows of a tab-separated table with a header, as columns by name. */
function readTable(file: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(join(__dirname, 'data', file), 'utf8')
    .trimEnd()
    .split('\n');
  const names = header.split('\t');
  return lines.map((line) => {
    const columns = line.split('\t');
    return Object.fromEntries(names.map((name, index) => [name, columns[index] ?? '']));
  });
}

/** Inference quotas of a list of names, as the reader of listings gives them. */
export function toInferenceQuotas(rows: readonly NamedQuota[]): Quota[] {
  return toListedQuotas(rows).filter(isOfModels);
}

/** All quotas that are listed, those of custom deployments and of concurrent requests too. */
export function toListedQuotas(rows: readonly NamedQuota[]): Quota[] {
  const replies = rows.map(({ quotaCode, quotaName }) => ({
    QuotaCode: quotaCode,
    QuotaName: quotaName,
    Value: 1,
    Adjustable: true,
  }));
  return toQuotas(replies, null).quotas;
}

/** The 1,162 quotas of us-east-1 in July 2026. */
export function readJulyNames(): NamedQuota[] {
  return readQuotaTable();
}

/**
 * The 112 inference quotas whose defaults were published in September 2026. Six came without a code and get one here
 * that AWS never gives.
 */
export function readSeptemberDefaults(): DefaultQuota[] {
  return readTable('quotas-2026-09.tsv').map((row, index) => ({
    quotaCode: row.quotaCode || `L-WITHOUT${index}`,
    quotaName: row.quotaName ?? '',
    defaultValue: Number(row.defaultValue),
    adjustable: row.adjustable === 'true',
  }));
}

/** 73 quotas of March 2024: 46 of inference, 27 others. */
export function readNamesOf2024(): NamedQuota[] {
  return readTable('quota-names-2024-03.tsv').map(({ quotaCode = '', quotaName = '' }) => ({ quotaCode, quotaName }));
}

/** System-defined profiles as `list-inference-profiles` gave them: us-east-1 2026-01, us-west-2 2026-02. */
export function readProfiles(sourceRegion: string): InferenceProfile[] {
  return readTable('inference-profiles-2026.tsv')
    .filter((row) => row.sourceRegion === sourceRegion)
    .map(({ profileId = '', modelRegions = '' }) => ({
      id: profileId,
      arn: `arn:aws:bedrock:${sourceRegion}:111122223333:inference-profile/${profileId}`,
      name: profileId,
      type: 'SYSTEM_DEFINED',
      modelArns: modelRegions
        .split(',')
        .map((region) => (region === 'everywhere' ? '' : region))
        .map((region) => `arn:aws:bedrock:${region}::foundation-model/${profileId.replace(/^[^.]+\./, '')}`),
    }));
}
