import type { Endpoint } from './quota';

/** What tells one usage series from another: the same model id may be called by both endpoints. */
export interface SeriesIdentity {
  readonly endpoint: Endpoint;
  /** The `ModelId` (runtime) or `Model` (mantle) dimension as CloudWatch has it. */
  readonly modelId: string;
}

/** No runtime `ModelId` begins so: it is a base id, a profile id or an ARN. */
const MANTLE_PREFIX = 'mantle/';

/** One text a series, for maps and stored keys. A runtime series is its bare id, as states of older versions have it. */
export function seriesKeyOf({ endpoint, modelId }: SeriesIdentity): string {
  return endpoint === 'mantle' ? `${MANTLE_PREFIX}${modelId}` : modelId;
}

/** The way back from {@link seriesKeyOf}. */
export function parseSeriesKey(key: string): SeriesIdentity {
  return key.startsWith(MANTLE_PREFIX)
    ? { endpoint: 'mantle', modelId: key.slice(MANTLE_PREFIX.length) }
    : { endpoint: 'runtime', modelId: key };
}
