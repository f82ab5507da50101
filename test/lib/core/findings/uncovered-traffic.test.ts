import { dailyPool, quota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { input } from './evaluation';

const GLOBAL = `global.${SONNET}`;
const traffic = [series(GLOBAL, [usage('14:32', { invocations: 10, throttles: 2, estimatedTpm: 50_000 })])];

function documentOf(changes: Parameters<typeof input>[0]) {
  return judge(input({ series: traffic, ...changes })).document;
}

describe('traffic of a known model that no quota names', () => {
  it('is told with its amount, and is not among the mapped ids', () => {
    const { findings, coverage } = documentOf({ quotas: [quota(), dailyPool()] });
    expect(findings.find(({ id }) => id === `unmappedUsage/${GLOBAL}`)).toMatchObject({
      severity: 'unknown',
      usage: { value: 50_000, unit: 'tokens', provenance: 'native' },
      modelIds: [GLOBAL],
    });
    expect(coverage).toMatchObject({ activeModelIds: [GLOBAL], mappedModelIds: [], unmappedModelIds: [GLOBAL] });
  });

  it('counts in the day of the account all the same', () => {
    const { findings } = documentOf({ quotas: [dailyPool()] });
    expect(findings.find(({ kind }) => kind === 'dailyPool')?.usage?.value).toBe(50_000);
  });

  it('is covered by any quota of its scope, and by no quota of another', () => {
    const idsOf = (scope: 'globalCrossRegion' | 'model') =>
      documentOf({ quotas: [quota({ scope, dimension: 'requestsPerMinute' })] }).coverage.unmappedModelIds;
    expect(idsOf('globalCrossRegion')).toEqual([]);
    expect(idsOf('model')).toEqual([GLOBAL]);
  });

  it('is no news while the list of quotas could not be read', () => {
    const blindSpots = [{ source: 'servicequotas:ListServiceQuotas', message: 'refused' }];
    expect(documentOf({ quotas: [], blindSpots }).coverage).toMatchObject({
      mappedModelIds: [GLOBAL],
      unmappedModelIds: [],
    });
  });
});
