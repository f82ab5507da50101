import fc from 'fast-check';
import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { createModelIdResolver } from '../../../../lib/core/traffic/resolve-model-id';
import { dailyPool, quota, requestQuota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { input, NOW } from './evaluation';

const NOVA = 'amazon.nova-pro-v1:0';
const resolve = createModelIdResolver({ models: KNOWN_MODELS, profiles: [] });
const QUOTAS = [
  dailyPool(),
  quota(),
  requestQuota(),
  quota({ quotaCode: 'L-0000000A', scope: 'onDemand' }),
  quota({ quotaCode: 'L-0000000B', scope: 'globalCrossRegion' }),
  quota({ quotaCode: 'L-0000000C', scope: 'onDemand', modelIds: [NOVA] }),
];
const IDS = [
  SONNET,
  `us.${SONNET}`,
  `eu.${SONNET}`,
  `global.${SONNET}`,
  `arn:aws:bedrock:us-east-1::foundation-model/${SONNET}`,
  NOVA,
  `us.${NOVA}`,
  's529qz7ddy06',
  'arn:aws:bedrock:us-east-1:111122223333:custom-model/abc',
  'nobody.knows-this-v1:0',
];

/** Kinds that speak of one model; the others group the quotas of the account. */
const OF_ONE_MODEL: ReadonlySet<string> = new Set(['utilization', 'throttled']);

const minutes = fc.uniqueArray(
  fc.record({ ago: fc.integer({ min: 1, max: 170 }), tokens: fc.integer({ min: 0, max: 2_000_000 }) }),
  { selector: ({ ago }) => ago, maxLength: 6 },
);
const traffic = fc.uniqueArray(fc.tuple(fc.constantFrom(...IDS), minutes), { selector: ([id]) => id });

test('every token is in the traffic of exactly one model or in the unmapped usage, and the day is the sum of them', () => {
  fc.assert(
    fc.property(traffic, (all) => {
      const list = all.map(([id, points]) =>
        series(
          id,
          points
            .map(({ ago, tokens }) => usage(NOW - ago, { invocations: 1, estimatedTpm: tokens }))
            .sort((a, b) => a.minute - b.minute),
        ),
      );
      const total = all.flatMap(([, points]) => points).reduce((sum, { tokens }) => sum + tokens, 0);
      const { traffic, document } = judge(input({ quotas: QUOTAS, series: list, resolve }));
      const tokensOf = (parts: readonly { readonly quotaTokens: number }[]) =>
        parts.reduce((sum, { quotaTokens }) => sum + quotaTokens, 0);
      const pooled = traffic.reduce((sum, modelTraffic) => sum + tokensOf(modelTraffic.recent), 0);
      const pooledIds = new Set(traffic.flatMap(({ callers }) => callers.map(({ modelId }) => modelId)));
      const unknown = document.findings
        .filter(({ kind, modelIds }) => kind === 'unmappedUsage' && modelIds.every((id) => !pooledIds.has(id)))
        .reduce((sum, finding) => sum + (finding.usage?.value ?? 0), 0);
      expect(pooled + unknown).toBe(total);
      expect(traffic.flatMap(({ callers }) => callers)).toHaveLength(pooledIds.size);
      const day = document.findings.find(({ kind }) => kind === 'dailyPool')?.usage?.value ?? 0;
      expect(day).toBe(pooled);
      const { activeModelIds, mappedModelIds, unmappedModelIds } = document.coverage;
      expect([...mappedModelIds, ...unmappedModelIds].sort()).toEqual(activeModelIds);
    }),
  );
});

test('traffic of one model changes no number of another', () => {
  fc.assert(
    fc.property(minutes, minutes, (sonnet, nova) => {
      const of = (id: string, points: typeof sonnet) =>
        series(
          id,
          [...points]
            .sort((a, b) => b.ago - a.ago)
            .map(({ ago, tokens }) => usage(NOW - ago, { invocations: 1, estimatedTpm: tokens, throttles: 1 })),
        );
      const numbersOf = (list: ReturnType<typeof of>[]) =>
        judge(input({ quotas: QUOTAS.slice(1), series: list, resolve }))
          .document.findings.filter(({ kind, modelIds }) => OF_ONE_MODEL.has(kind) && modelIds.includes(SONNET))
          .map(({ id, usage: used, utilizationPercent, exhaustionAt, cause }) => ({
            id,
            used,
            utilizationPercent,
            exhaustionAt,
            cause,
          }));
      const alone = numbersOf([of(`us.${SONNET}`, sonnet)]);
      expect(numbersOf([of(`us.${SONNET}`, sonnet), of(NOVA, nova)])).toEqual(alone);
    }),
  );
});
