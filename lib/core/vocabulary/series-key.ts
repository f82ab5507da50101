import type { Endpoint } from './quota';

/** What tells one usage series from another: the same model id may be called by both endpoints, and a call counts in several dimension sets. */
export interface SeriesIdentity {
  readonly endpoint: Endpoint;
  /** The `ModelId` (runtime) or `Model` (mantle) dimension as CloudWatch has it; empty for sets that have none. */
  readonly modelId: string;
  /** The set's other dimensions, see `toSetText`; absent for the set of the model id alone. */
  readonly set?: string;
}

/** No runtime `ModelId` begins so: it is a base id, a profile id or an ARN. */
const MANTLE_PREFIX = 'mantle/';

/** Stands in no `ModelId` or `Model`. */
const SET_MARK = '?';

/** One text a series, for maps and stored keys. A runtime series is its bare id, as states of older versions have it. */
export function seriesKeyOf({ endpoint, modelId, set }: SeriesIdentity): string {
  const key = endpoint === 'mantle' ? `${MANTLE_PREFIX}${modelId}` : modelId;
  return set === undefined ? key : `${key}${SET_MARK}${set}`;
}

/** The way back from {@link seriesKeyOf}. */
export function parseSeriesKey(key: string): SeriesIdentity {
  const mark = key.indexOf(SET_MARK);
  const [name, set] = mark < 0 ? [key, undefined] : [key.slice(0, mark), key.slice(mark + 1)];
  const identity: SeriesIdentity = name.startsWith(MANTLE_PREFIX)
    ? { endpoint: 'mantle', modelId: name.slice(MANTLE_PREFIX.length) }
    : { endpoint: 'runtime', modelId: name };
  return set === undefined ? identity : { ...identity, set };
}

/** Key of the model id's own series, whatever the set. */
export function plainKeyOf({ endpoint, modelId }: SeriesIdentity): string {
  return seriesKeyOf({ endpoint, modelId });
}

/** A dimension of a metric. */
export interface MetricDimension {
  readonly name: string;
  readonly value: string;
}

/** `ServiceTier=reserved&ResolvedServiceTier=reserved`: dimensions as one text, in their order. */
export function toSetText(dimensions: readonly MetricDimension[]): string {
  return dimensions.map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

/** The way back from {@link toSetText}. */
export function parseSetText(set: string): MetricDimension[] {
  if (set === '') return [];
  return set.split('&').map((pair) => {
    const [name = '', value = ''] = pair.split('=').map(decodeURIComponent);
    return { name, value };
  });
}
