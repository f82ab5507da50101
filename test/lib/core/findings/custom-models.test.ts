import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { createModelIdResolver } from '../../../../lib/core/traffic/resolve-model-id';
import { dailyPool, quota, series, usage } from '../fixtures';
import { judge } from '../judge';
import { find, input } from './evaluation';

const ACCOUNT = 'arn:aws:bedrock:us-east-1:111122223333';
const [ONE, OTHER] = [`${ACCOUNT}:custom-model-deployment/one`, `${ACCOUNT}:custom-model-deployment/other`];
const IMPORTED = `${ACCOUNT}:imported-model/abcdefghijkl`;
const LITE = 'amazon.nova-lite-v1:0';

const QUOTA = quota({
  quotaCode: 'L-0000000C',
  quotaName: '(Model customization) Sum of on demand custom model deployment tokens per minute for Amazon Nova Lite',
  scope: 'customDeployment',
  modelLabel: 'Amazon Nova Lite',
  appliedValue: 100_000,
  modelIds: [LITE],
});
const BASE = quota({ quotaCode: 'L-0000000D', scope: 'onDemand', modelIds: [LITE], appliedValue: 1_000_000 });
const ZERO = { ...QUOTA, quotaCode: 'L-0000000E', dimension: 'requestsPerMinute' as const, appliedValue: 0 };

function evaluationOf(...ids: readonly string[]) {
  return judge(
    input({
      quotas: [QUOTA, BASE, dailyPool()],
      resolve: createModelIdResolver({
        models: KNOWN_MODELS,
        profiles: [],
        customDeployments: { [ONE]: LITE, [OTHER]: LITE },
      }),
      series: ids.map((id) => series(id, [usage('14:32', { invocations: 10, estimatedTpm: 45_000 })])),
    }),
  );
}

describe('custom models', () => {
  it('spend one quota of their base model, all deployments together, and none of its own', () => {
    const { document } = evaluationOf(ONE, OTHER);
    expect(find(document.findings, 'utilization/L-0000000C')).toMatchObject({
      utilizationPercent: 90,
      scope: 'customDeployment',
    });
    expect(document.findings.map(({ id }) => id)).not.toContain('utilization/L-0000000D');
    expect(document.findings.map(({ id }) => id)).not.toContain('dailyPool/L-E3F10727');
    expect(document.coverage.unmappedModelIds).toEqual([]);
  });

  it('that were imported are known and have no quota: no unmapped usage', () => {
    const { document } = evaluationOf(IMPORTED);
    expect(document.findings.map(({ kind }) => kind)).toEqual(['belowDefault']);
    expect(document.coverage.unmappedModelIds).toEqual([]);
  });

  it('count among the zero quotas only when they are called', () => {
    const zeros = (ids: readonly string[]) =>
      judge(
        input({
          quotas: [QUOTA, ZERO],
          resolve: createModelIdResolver({ models: KNOWN_MODELS, profiles: [], customDeployments: { [ONE]: LITE } }),
          series: ids.map((id) => series(id, [usage('14:32', { throttles: 3 })])),
        }),
      ).document.findings.map(({ id }) => id);
    expect(zeros([])).toEqual([]);
    expect(zeros([ONE])).toContain('zeroQuota');
  });
});

describe('quotas of concurrent requests', () => {
  it('are compared with nothing', () => {
    const concurrent = quota({ dimension: 'concurrentRequests', scope: 'onDemand', modelIds: [LITE], appliedValue: 0 });
    const { document } = judge(
      input({
        quotas: [concurrent],
        resolve: createModelIdResolver({ models: KNOWN_MODELS, profiles: [] }),
        series: [series(LITE, [usage('14:32', { invocations: 10, estimatedTpm: 45_000 })])],
      }),
    );
    expect(document.findings.map(({ kind }) => kind)).toEqual(['unmappedUsage']);
  });
});
