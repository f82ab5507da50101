import { KNOWN_MODELS, mergeModels } from '../../lib/core/quotas/known-models';
import { mapQuotas } from '../../lib/core/quotas/map-quotas';
import { toQuotas } from '../../lib/core/quotas/quota-list';
import type { EpochMinute } from '../../lib/core/vocabulary/time';
import { commandWordsOf } from '../../lib/language/command-words';
import type { QuotaReading } from '../region/read-quotas';
import { readOverridesFile } from '../settings/read-overrides';
import { CliError, EXIT } from '../terminal/cli-error';
import type { GlobalOptions } from '../terminal/options';
import type { CliIo } from '../terminal/process-io';
import { readModelsFile, readProfilesFile } from './read-model-files';
import { readQuotaRows } from './read-quotas-file';

/** Files that stand in for AWS; `-` is standard input. */
export interface ReplayFiles {
  /** Minutes, as docs/replay.md tells. */
  readonly replay?: string;
  /** `list-service-quotas`. */
  readonly quotas?: string;
  /** `list-aws-default-service-quotas`. @default the defaults are unknown */
  readonly defaults?: string;
  /** `list-inference-profiles`. @default bare application-profile ids are unmapped usage */
  readonly profiles?: string;
  /** `list-foundation-models`, merged with the models known. */
  readonly models?: string;
  /** Own mapping of quotas to models, as without a replay. */
  readonly overrides?: string;
}

/** The quotas of an incident, as a Region's would be read. */
export interface ReplayedQuotas {
  readonly region: string;
  readonly quotas: QuotaReading;
  /** What a reader should know, one sentence each. */
  readonly notes: readonly string[];
}

/**
 * Reads quotas, defaults, profiles, models and overrides from their files, and maps them as those of an account.
 * @throws CliError when a file cannot be used, or the list has no inference quota.
 */
export async function readQuotaFiles(
  files: ReplayFiles & Pick<GlobalOptions, 'language' | 'region'> & { readonly quotas: string },
  now: EpochMinute,
  io: CliIo,
): Promise<ReplayedQuotas> {
  const words = commandWordsOf(files.language);
  const { applied, defaults, region, notes } = await readQuotaRows({ ...files, words }, io);
  const profiles = await readProfilesFile({ path: files.profiles, words }, io);
  const models = mergeModels(await readModelsFile({ path: files.models, words }, io), KNOWN_MODELS);
  const overrides = await readOverridesFile({ path: files.overrides, language: files.language }, io);
  const list = toQuotas(applied, defaults);
  if (list.quotas.length === 0 && list.problems.length === 0) {
    throw new CliError(EXIT.wrongCall, words.replay.file.noInference(`--quotas ${files.quotas}`));
  }
  const mapped = mapQuotas(list.quotas, models, overrides);
  const { accountId } = list;
  const catalog = {
    readAt: now,
    failures: [],
    accountId,
    quotas: mapped.quotas,
    totalQuotas: list.total,
    models,
    profiles,
    problems: [...list.problems, ...mapped.problems].map((problem) => ({ source: 'quotaList', ...problem })),
  };
  return { region, notes, quotas: { catalog, accountId, blindSpots: [], fatal: null } };
}
