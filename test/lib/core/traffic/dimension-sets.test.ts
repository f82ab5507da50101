import fc from 'fast-check';
import { chooseSets, type ListedMetric, setKindOf } from '../../../../lib/core/traffic/dimension-sets';
import { parseSeriesKey, parseSetText, seriesKeyOf, toSetText } from '../../../../lib/core/vocabulary/series-key';

function metric(source: ListedMetric['source'], name: string, ...dimensions: readonly (readonly [string, string])[]) {
  return { source, name, dimensions: dimensions.map(([of, value]) => ({ name: of, value })) };
}

const MODEL = ['ModelId', 'm.odel'] as const;
const TIER = (tier: string) => [['ServiceTier', tier] as const, ['ResolvedServiceTier', tier] as const];

/** Keys of the series that are read. */
function keysOf(...metrics: readonly ListedMetric[]): string[] {
  return chooseSets(metrics).map(seriesKeyOf).sort();
}

describe('which dimension sets are read', () => {
  test('the model id alone, and what is told apart of it', () => {
    expect(
      keysOf(
        metric('runtime', 'Invocations', MODEL),
        metric('runtime', 'Invocations', MODEL, ...TIER('default')),
        metric('runtime', 'Invocations', MODEL, ...TIER('reserved')),
        metric('runtime', 'Invocations', MODEL, ['ContextWindow', '200K']),
        metric('runtime', 'Invocations', MODEL, ['ContextWindow', '1M']),
        metric('runtime', 'Invocations', MODEL, ['ImageSize', '512'], ['BucketedStepSize', '50']),
      ),
    ).toEqual(['m.odel', 'm.odel?ContextWindow=1M', 'm.odel?ServiceTier=reserved&ResolvedServiceTier=reserved']);
  });

  test('of a model without a set of its own one family, in which each call stands once', () => {
    const context = metric('runtime', 'Invocations', MODEL, ['ContextWindow', '200K']);
    const tier = metric('runtime', 'Invocations', MODEL, ...TIER('flex'));
    expect(keysOf(context, tier)).toEqual(['m.odel?ServiceTier=flex&ResolvedServiceTier=flex']);
    expect(keysOf(context)).toEqual(['m.odel?ContextWindow=200K']);
    expect(
      keysOf(metric('runtime', 'Invocations', MODEL, ['Z', '1']), metric('runtime', 'Invocations', MODEL, ['A', '1'])),
    ).toEqual(['m.odel?A=1']);
  });

  test('the projects of the mantle only where the account has none', () => {
    const project = metric('mantle', 'Inferences', ['Project', 'p']);
    expect(keysOf(project)).toEqual(['mantle/?Project=p']);
    expect(keysOf(project, metric('mantle', 'Inferences'))).toEqual(['mantle/?']);
  });

  test('no metric that is not read', () => {
    expect(keysOf(metric('runtime', 'InvocationLatency', MODEL))).toEqual([]);
  });

  test('a context window is long from more than 200,000 tokens on', () => {
    const kinds = ['200K', '200000', '1M', '1m', '201K', 'large'].map((value) =>
      setKindOf({ endpoint: 'runtime', modelId: 'm', set: `ContextWindow=${value}` }),
    );
    expect(kinds).toEqual(['otherwise', 'otherwise', 'longContext', 'longContext', 'longContext', 'otherwise']);
  });
});

test('law: a key and a set say again what they were made of', () => {
  const text = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ name: text, value: text })),
      fc.constantFrom('runtime', 'mantle'),
      (all, endpoint) => {
        expect(parseSetText(toSetText(all))).toEqual(all);
        const identity = { endpoint: endpoint as 'runtime' | 'mantle', modelId: 'a.model-v1:0', set: toSetText(all) };
        expect(parseSeriesKey(seriesKeyOf(identity))).toEqual(identity);
      },
    ),
  );
});
