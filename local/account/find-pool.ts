import { KNOWN_MODELS } from '../../lib/core/quotas/known-models';
import type { QuotaBook } from '../quotas/book';
import type { ApplicationProfile } from '../services/bedrock';
import type { TrafficPool } from '../traffic/traffic';
import { ServiceError } from '../wire/service-error';

type KnownModel = (typeof KNOWN_MODELS)[number];

/** Prefixes of geographic inference profiles. Source: AWS documentation on cross-Region inference, 2026-10. */
const GEOGRAPHIC_PREFIX = /^(?:us|eu|apac|jp|au|ca|sa|us-gov)\./;
const ACCOUNT_POOL = 'cross-model max tokens per day';

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Spellings of a model in quota names, squeezed: "Claude Sonnet 4.5" is "Anthropic Claude Sonnet 4.5 V1" there. */
function spellingsOf({ provider, name }: KnownModel): ReadonlySet<string> {
  const [bare, full] = [squeeze(name), squeeze(`${provider} ${name}`)];
  return new Set([bare, full, `${bare}v1`, `${full}v1`]);
}

interface Scope {
  readonly words: 'on-demand' | 'cross-region' | 'global cross-region';
  readonly baseModelId: string;
}

function toScope(id: string): Scope {
  if (id.startsWith('global.')) return { words: 'global cross-region', baseModelId: id.slice('global.'.length) };
  const prefix = GEOGRAPHIC_PREFIX.exec(id)?.[0];
  if (prefix === undefined) return { words: 'on-demand', baseModelId: id };
  return { words: 'cross-region', baseModelId: id.slice(prefix.length) };
}

/**
 * Finds the quotas that hold the calls of a ModelId (base id, profile id, application profile, ARN), by the names in the
 * account's own list. A matching of its own, simpler than the product's: what it does not recognise has no quota here.
 * The finder's function @throws ServiceError for an id Bedrock refuses.
 */
export function createPoolFinder(
  book: QuotaBook,
  applicationProfiles: readonly ApplicationProfile[],
): (modelId: string) => TrafficPool {
  const found = new Map<string, { revision: number; pool: TrafficPool }>();

  const find = (modelId: string): TrafficPool => {
    const bareId = modelId.slice(modelId.lastIndexOf('/') + 1);
    const source = applicationProfiles.find(({ id }) => id === bareId)?.source ?? bareId;
    const { words, baseModelId } = toScope(source);
    const model = KNOWN_MODELS.find(({ id }) => id === baseModelId);
    if (!model) throw new ServiceError('ValidationException', 'The provided model identifier is invalid.');
    if (words === 'on-demand' && !model.inferenceTypes.includes('ON_DEMAND')) {
      throw new ServiceError(
        'ValidationException',
        `Invocation of model ID ${baseModelId} with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
      );
    }
    const spellings = spellingsOf(model);
    const codeOf = (start: string): string | null =>
      book.rows().find(({ quotaName }) => {
        const name = quotaName.toLowerCase();
        if (!name.startsWith(`${start} for `)) return false;
        return spellings.has(squeeze(name.slice(start.length + 5).replace('(doubled for cross-region calls)', '')));
      })?.quotaCode ?? null;
    const account = book.rows().find(({ quotaName }) => quotaName.toLowerCase() === ACCOUNT_POOL)?.quotaCode ?? null;
    const ofModel =
      words === 'global cross-region'
        ? codeOf('global cross-region model inference tokens per day')
        : codeOf('model invocation max tokens per day');
    return {
      baseModelId,
      modelIds: [modelId],
      tokensPerMinute: codeOf(`${words} model inference tokens per minute`),
      requestsPerMinute: codeOf(`${words} model inference requests per minute`),
      daily: [account, ofModel].filter((code) => code !== null),
      doubled: words === 'cross-region' && ofModel !== null ? [ofModel] : [],
    };
  };

  return (modelId) => {
    const known = found.get(modelId);
    if (known && known.revision === book.revision()) return known.pool;
    const pool = find(modelId);
    found.set(modelId, { revision: book.revision(), pool });
    return pool;
  };
}
