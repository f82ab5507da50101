import { type MetricDimension, parseSetText, type SeriesIdentity, toSetText } from '../vocabulary/series-key';
import { type MetricSource, usageKindOf } from './metrics';

/** A metric as ListMetrics has it. */
export interface ListedMetric {
  readonly source: MetricSource;
  readonly name: string;
  readonly dimensions: readonly MetricDimension[];
}

/** A series with the metrics that exist for it. */
export interface ActiveSeries extends SeriesIdentity {
  readonly metricNames: readonly string[];
}

/** The dimension a series is told by, per source; agents count calls of models under the runtime's ids. */
export const MODEL_DIMENSION: Readonly<Record<MetricSource, string>> = {
  runtime: 'ModelId',
  mantle: 'Model',
  agents: 'ModelId',
};

/** What a set is worth beside the model id's own: see {@link combineSets}. */
export type SetKind = 'reserved' | 'longContext' | 'agents' | 'project' | 'account' | 'otherwise';

const TIER = 'ResolvedServiceTier';
const WINDOW = 'ContextWindow';
const OPERATION = 'Operation';
const PROJECT = 'Project';

/** Context windows up to this are the standard one. Source: AWS on the ContextWindow dimension, 2026-03. */
const STANDARD_WINDOW = 200_000;

/** `200K` is 200,000 tokens, `1M` 1,000,000; `null` for another text. */
function readWindow(value: string): number | null {
  const [, digits, unit] = /^(\d+(?:\.\d+)?)\s*([km])?$/i.exec(value.trim()) ?? [];
  if (digits === undefined) return null;
  return Number(digits) * (unit === undefined ? 1 : unit.toLowerCase() === 'k' ? 1_000 : 1_000_000);
}

/** What a dimension set holds. Source: Amazon Bedrock metrics in CloudWatch, and of agents and mantle, 2026-10. */
export function setKindOf({ endpoint, modelId, set }: SeriesIdentity): SetKind | null {
  if (set === undefined) return null;
  const others = new Map(parseSetText(set).map(({ name, value }) => [name, value]));
  if (endpoint === 'mantle') {
    if (modelId === '') return others.has(PROJECT) ? 'otherwise' : 'account';
    return others.has(PROJECT) && others.size === 1 ? 'project' : 'otherwise';
  }
  if (others.has(OPERATION)) return 'agents';
  if (others.get(TIER)?.toLowerCase() === 'reserved') return 'reserved';
  const window = others.size === 1 ? readWindow(others.get(WINDOW) ?? '') : null;
  return window !== null && window > STANDARD_WINDOW ? 'longContext' : 'otherwise';
}

function toSeries({ source, dimensions }: ListedMetric): SeriesIdentity {
  const endpoint = source === 'mantle' ? 'mantle' : 'runtime';
  const name = MODEL_DIMENSION[source];
  const modelId = dimensions.find((dimension) => dimension.name === name)?.value ?? '';
  const others = dimensions.filter((dimension) => dimension.name !== name);
  const isPlain = source !== 'agents' && modelId !== '' && others.length === 0;
  return { endpoint, modelId, ...(isPlain ? {} : { set: toSetText(others) }) };
}

/** Names of the dimensions of a set: calls stand once in each family of sets. */
function familyOf({ set = '' }: SeriesIdentity): string {
  return parseSetText(set)
    .map(({ name }) => name)
    .sort()
    .join(' ');
}

/** Families in which every call stands, the most telling first; of others the first by name. */
const FAMILIES: readonly string[] = [`${TIER} ServiceTier`, WINDOW];

function firstFamily(sets: readonly SeriesIdentity[]): string {
  const families = [...new Set(sets.map(familyOf))].sort();
  return FAMILIES.find((family) => families.includes(family)) ?? families[0] ?? '';
}

/**
 * The sets that are read of those that are listed: the model id's own; what is told apart of it (reserved tier, long
 * contexts, projects, calls by agents); and of a model that has no set of its own, one family of others.
 */
export function chooseSets(listed: readonly ListedMetric[]): ActiveSeries[] {
  const byKey = new Map<string, { series: SeriesIdentity; names: Set<string> }>();
  for (const metric of listed) {
    if (usageKindOf(metric.source, metric.name) === null) continue;
    const series = toSeries(metric);
    if (metric.source === 'agents' && (series.modelId === '' || familyOf(series) !== OPERATION)) continue;
    const key = JSON.stringify([series.endpoint, series.modelId, series.set]);
    const known = byKey.get(key) ?? { series, names: new Set() };
    known.names.add(metric.name);
    byKey.set(key, known);
  }
  const all = [...byKey.values()].map(({ series, names }) => ({ ...series, metricNames: [...names].sort() }));
  return all.filter((series) => isRead(series, all));
}

function isRead(series: ActiveSeries, all: readonly ActiveSeries[]): boolean {
  const kind = setKindOf(series);
  if (kind !== 'otherwise') return true;
  const alike = all.filter(({ endpoint, modelId }) => endpoint === series.endpoint && modelId === series.modelId);
  // A model's own set has all its calls, and the account's those of every project.
  if (alike.some((one) => [null, 'account', 'project'].includes(setKindOf(one)))) return false;
  const others = alike.filter((one) => setKindOf(one) === 'otherwise' || setKindOf(one) === 'reserved');
  return familyOf(series) === firstFamily(others);
}

/** Where a series is counted. */
export function sourceOf(series: SeriesIdentity): MetricSource {
  return setKindOf(series) === 'agents' ? 'agents' : series.endpoint;
}
