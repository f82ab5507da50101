import { dailyPool, minuteOf, quota, requestQuota, SONNET, series, usage } from '../fixtures';
import { find, findingsOf, REQUESTS, TOKENS } from './evaluation';

const US = series(`us.${SONNET}`, [
  usage('14:30', { invocations: 10, estimatedTpm: 600_000 }),
  usage('14:31', { invocations: 10, estimatedTpm: 111_000 }),
]);
const APP = series('app', [usage('14:30', { invocations: 60, estimatedTpm: 289_000, throttles: 3 })]);
const GLOBAL = series(`global.${SONNET}`, [usage('02:00', { invocations: 5, estimatedTpm: 1_000_000 })]);

describe('who spends a quota that several share', () => {
  it('is told with tokens and share, the largest first', () => {
    expect(find(findingsOf({ series: [APP, US] }), TOKENS).consumers).toEqual([
      { modelId: `us.${SONNET}`, profileName: null, tokens: 711_000, share: 0.711 },
      { modelId: 'app', profileName: 'checkout', tokens: 289_000, share: 0.289 },
    ]);
  });

  it('is counted in requests for a quota of requests', () => {
    expect(find(findingsOf({ series: [US, APP] }), REQUESTS).consumers).toEqual([
      { modelId: 'app', profileName: 'checkout', tokens: 289_000, share: 0.75 },
      { modelId: `us.${SONNET}`, profileName: null, tokens: 711_000, share: 0.25 },
    ]);
  });

  it('is of the whole day for the pool of all models', () => {
    const findings = findingsOf({ quotas: [quota(), dailyPool()], series: [APP, US, GLOBAL] });
    expect(find(findings, 'dailyPool/L-E3F10727').consumers?.map(({ modelId, tokens }) => [modelId, tokens])).toEqual([
      [`global.${SONNET}`, 1_000_000],
      [`us.${SONNET}`, 711_000],
      ['app', 289_000],
    ]);
  });

  it('is told beside throttles too, and not at all where one spends it', () => {
    const both = find(findingsOf({ series: [US, APP] }), `throttled/crossRegion/${SONNET}`);
    expect(both.consumers?.map(({ modelId }) => modelId)).toEqual([`us.${SONNET}`, 'app']);
    expect(find(findingsOf({ series: [US] }), TOKENS)).not.toHaveProperty('consumers');
  });

  it('is the twenty largest', () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      series(`caller${index}`, [usage(minuteOf('14:30'), { invocations: 1, estimatedTpm: 1_000 + index })]),
    );
    const resolve = (modelId: string) => ({
      kind: 'model' as const,
      scope: 'crossRegion' as const,
      baseModelId: SONNET,
      via: 'profile' as const,
      name: modelId,
    });
    const { consumers = [] } = find(findingsOf({ quotas: [quota(), requestQuota()], series: many, resolve }), TOKENS);
    expect(consumers).toHaveLength(20);
    expect(consumers[0]).toMatchObject({ modelId: 'caller24' });
  });
});
