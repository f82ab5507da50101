import { combineSets } from '../../../../lib/core/traffic/combine-sets';
import type { MinuteUsage, ModelSeries } from '../../../../lib/core/vocabulary/series';
import { usage } from '../fixtures';

const ID = 'anthropic.claude-opus-4-8';

function of(
  endpoint: 'runtime' | 'mantle',
  set: string | undefined,
  counts: Partial<MinuteUsage>,
  modelId = ID,
): ModelSeries {
  return {
    endpoint,
    modelId,
    ...(set === undefined ? {} : { set }),
    minutes: [usage('14:32', counts)],
    complete: true,
  };
}

/** The one minute of a series, without zeros. */
function countsOf([series]: readonly ModelSeries[]) {
  const [minute] = series?.minutes ?? [];
  return Object.fromEntries(Object.entries(minute ?? {}).filter(([kind, value]) => kind !== 'minute' && value));
}

const RESERVED = 'ServiceTier=reserved&ResolvedServiceTier=reserved';

describe('the reserved tier', () => {
  it('is taken out of what spends the on-demand quota: 900,000 of which 500,000 are reserved are 400,000', () => {
    const { models } = combineSets([
      of('runtime', undefined, { invocations: 90, estimatedTpm: 900_000 }),
      of('runtime', RESERVED, { invocations: 50, estimatedTpm: 500_000 }),
    ]);
    expect(models).toHaveLength(1);
    expect(countsOf(models)).toEqual({ invocations: 40, estimatedTpm: 400_000 });
  });

  it('is taken out by its tokens where it has no estimate, and never below nothing', () => {
    const { models } = combineSets([
      of('runtime', undefined, { estimatedTpm: 900_000, input: 100 }),
      of('runtime', RESERVED, { input: 150, output: 20, cacheWrite: 30 }),
    ]);
    expect(countsOf(models)).toEqual({ estimatedTpm: 899_800 });
  });

  it('is no traffic of its own', () => {
    expect(combineSets([of('runtime', RESERVED, { invocations: 5 })])).toEqual({
      models: [],
      longContext: [],
      others: [],
    });
  });
});

describe('the levels of the mantle endpoint', () => {
  it('count each call once: the larger of the model and its projects', () => {
    const { models, others } = combineSets([
      of('mantle', undefined, { invocations: 3, input: 800 }),
      of('mantle', 'Project=a', { invocations: 2, input: 600 }),
      of('mantle', 'Project=b', { invocations: 2, input: 300 }),
      of('mantle', '', { invocations: 4, input: 900 }, ''),
    ]);
    expect(countsOf(models)).toEqual({ invocations: 4, input: 900 });
    expect(others).toEqual([]);
  });

  it('tell what the account has beyond its models', () => {
    const { others } = combineSets([
      of('mantle', undefined, { invocations: 3, input: 800 }),
      of('mantle', '', { invocations: 5, input: 1_000, output: 30 }, ''),
    ]);
    expect(others).toMatchObject([{ endpoint: 'mantle', modelId: '' }]);
    expect(countsOf(others)).toEqual({ invocations: 2, input: 200, output: 30 });
  });

  it('sum up projects where the account has no series', () => {
    const { others } = combineSets([
      of('mantle', 'Project=a', { input: 10 }, ''),
      of('mantle', 'Project=b', { input: 20 }, ''),
    ]);
    expect(countsOf(others)).toEqual({ input: 30 });
  });
});

describe('calls by agents', () => {
  it('are traffic and throttles of the model, never twice', () => {
    const { models } = combineSets([
      of('runtime', undefined, { invocations: 10, throttles: 1, estimatedTpm: 500 }),
      of('runtime', 'Operation=InvokeAgent', { invocations: 3, throttles: 4 }),
      of('runtime', 'Operation=InvokeInlineAgent', { invocations: 1, throttles: 2 }),
    ]);
    expect(countsOf(models)).toEqual({ invocations: 10, throttles: 6, estimatedTpm: 500 });
  });

  it('are all there is of a model that nothing else calls', () => {
    const { models } = combineSets([of('runtime', 'Operation=InvokeAgent', { invocations: 3, input: 90 })]);
    expect(models).toMatchObject([{ modelId: ID }]);
    expect(countsOf(models)).toEqual({ invocations: 3, input: 90 });
  });
});

describe('other sets', () => {
  it('tell long contexts apart, which are among the calls of the model too', () => {
    const { models, longContext } = combineSets([
      of('runtime', undefined, { estimatedTpm: 900 }),
      of('runtime', 'ContextWindow=1M', { estimatedTpm: 300 }),
    ]);
    expect([countsOf(models), countsOf(longContext)]).toEqual([{ estimatedTpm: 900 }, { estimatedTpm: 300 }]);
  });

  it('are usage of its own where a model has no set of the id alone', () => {
    const { models, others } = combineSets([
      of('runtime', 'ServiceTier=flex&ResolvedServiceTier=flex', { input: 10 }),
      of('runtime', 'ServiceTier=default&ResolvedServiceTier=default', { input: 20 }),
    ]);
    expect(models).toEqual([]);
    expect(countsOf(others)).toEqual({ input: 30 });
  });
});
