import type { MinuteUsage, ModelSeries } from '../vocabulary/series';
import { plainKeyOf } from '../vocabulary/series-key';
import type { EpochMinute } from '../vocabulary/time';
import { type SetKind, setKindOf } from './dimension-sets';
import { emptyMinute } from './history';
import { USAGE_KINDS } from './metrics';

/** Series by what their calls are worth, each call in one of them. */
export interface CombinedSeries {
  /** One series a model id: what spends its quotas. */
  readonly models: readonly ModelSeries[];
  /** Calls of long contexts; they are among those of the models too. */
  readonly longContext: readonly ModelSeries[];
  /** Calls that count in no set of a model id alone. */
  readonly others: readonly ModelSeries[];
}

type Combine = (a: MinuteUsage, b: MinuteUsage) => MinuteUsage;

function combineWith(one: (a: number, b: number) => number): Combine {
  return (a, b) => {
    const minute = emptyMinute(a.minute);
    for (const kind of USAGE_KINDS) {
      if (kind === 'estimatedTpm') continue;
      minute[kind] = one(a[kind], b[kind]);
    }
    const [first, second] = [a.estimatedTpm, b.estimatedTpm];
    minute.estimatedTpm = first === null || second === null ? (first ?? second) : one(first, second);
    return minute;
  };
}

const add = combineWith((a, b) => a + b);
/** For calls that may stand in both: never twice. */
const takeLarger = combineWith(Math.max);
const leave = combineWith((a, b) => Math.max(0, a - b));

/**
 * What is left of a minute without some calls. Where the native estimate of those is missing, their tokens without burndown
 * are taken off, so that what is left is not too little.
 */
function subtract(a: MinuteUsage, b: MinuteUsage): MinuteUsage {
  const known = b.estimatedTpm ?? b.input + b.cacheWrite + b.output;
  return { ...leave(a, b), estimatedTpm: a.estimatedTpm === null ? null : Math.max(0, a.estimatedTpm - known) };
}

function combine(a: readonly MinuteUsage[], b: readonly MinuteUsage[], how: Combine): MinuteUsage[] {
  const minutes = new Map<EpochMinute, MinuteUsage>(a.map((one) => [one.minute, one]));
  for (const one of b) minutes.set(one.minute, how(minutes.get(one.minute) ?? emptyMinute(one.minute), one));
  return [...minutes.values()].sort((x, y) => x.minute - y.minute);
}

/** What is read of all of them. */
function readUntilOf(series: readonly ModelSeries[]): Pick<ModelSeries, 'readUntil'> {
  const known = series.flatMap(({ readUntil }) => readUntil ?? []);
  return known.length === 0 ? {} : { readUntil: Math.min(...known) };
}

/** The sum of some series of one model id, without their sets; `null` for none. */
function sumOf(series: readonly ModelSeries[]): ModelSeries | null {
  const [first, ...others] = series;
  if (!first) return null;
  if (others.length === 0 && first.set === undefined) return first;
  const { endpoint, modelId } = first;
  return {
    endpoint,
    modelId,
    minutes: others.reduce((minutes, one) => combine(minutes, one.minutes, add), [...first.minutes]),
    complete: series.every(({ complete }) => complete),
    ...readUntilOf(series),
  };
}

function merge(one: ModelSeries | null, other: ModelSeries | null, how: Combine): ModelSeries | null {
  if (!one || !other) return one ?? (how === subtract ? null : other);
  return {
    ...one,
    minutes: combine(one.minutes, other.minutes, how),
    complete: one.complete && other.complete,
    ...readUntilOf([one, other]),
  };
}

/** The sets of one model id. */
function combineModel(sets: readonly ModelSeries[]) {
  const of = (kind: SetKind | null) => sumOf(sets.filter((one) => setKindOf(one) === kind));
  // A mantle call stands at the level of its model and of its project, or at one of them only.
  const levels = merge(of(null), of('project'), takeLarger);
  // Whether calls that agents make are counted as the runtime's too is not documented.
  const called = merge(levels, of('agents'), takeLarger);
  const model = merge(called, of('reserved'), subtract);
  return {
    model,
    longContext: of('longContext'),
    other: model === null ? merge(of('otherwise'), null, add) : null,
  };
}

/** What the mantle's account level has beyond its models: calls whose model does not resolve. */
function restOfAccount(account: ModelSeries | null, models: readonly ModelSeries[]): ModelSeries | null {
  const ofModels = sumOf(models.filter(({ endpoint }) => endpoint === 'mantle'));
  const rest = merge(account, ofModels, subtract);
  const minutes = rest?.minutes.filter(({ invocations, input, output }) => invocations + input + output > 0) ?? [];
  return rest && minutes.length > 0 ? { ...rest, minutes } : null;
}

/**
 * Brings the dimension sets of each model id together, so that no call is counted twice and none is lost: the reserved tier
 * spends no on-demand quota and is taken out; the levels of the mantle endpoint and the calls of agents make up for what the
 * model's own set lacks.
 */
export function combineSets(series: readonly ModelSeries[]): CombinedSeries {
  const byModel = new Map<string, ModelSeries[]>();
  for (const one of series) byModel.set(plainKeyOf(one), [...(byModel.get(plainKeyOf(one)) ?? []), one]);
  const account = [...byModel.entries()].find(([key]) => key === 'mantle/')?.[1] ?? [];
  byModel.delete('mantle/');
  const combined = [...byModel.values()].map(combineModel);
  const models = combined.flatMap(({ model }) => model ?? []);
  const total = sumOf(account.filter((one) => setKindOf(one) === 'account'));
  const projects = sumOf(account.filter((one) => setKindOf(one) === 'otherwise'));
  const rest = restOfAccount(merge(total, projects, takeLarger), models);
  return {
    models,
    longContext: combined.flatMap(({ longContext }) => longContext ?? []),
    others: [...combined.flatMap(({ other }) => other ?? []), ...(rest ? [rest] : [])],
  };
}
