import fc from 'fast-check';
import { evaluate } from '../../../../lib/core/findings/evaluate';
import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { mapQuotas } from '../../../../lib/core/quotas/map-quotas';
import { isCallable } from '../../../../lib/core/quotas/model-id';
import { toQuotas } from '../../../../lib/core/quotas/quota-list';
import { modelKeyOf, nameModel, representativeOf } from '../../../../lib/core/quotas/same-model';
import { createModelIdResolver } from '../../../../lib/core/traffic/resolve-model-id';
import { readQuotaTable } from '../../../../local/quotas/table';
import { input } from '../findings/evaluation';
import { quota, series, usage } from '../fixtures';

const DATED = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const UNDATED = 'anthropic.claude-haiku-4-5';

test.each([
  [DATED, UNDATED, true],
  ['openai.gpt-oss-20b-1:0', 'openai.gpt-oss-20b', true],
  ['amazon.nova-reel-v1:0', 'amazon.nova-reel-v1:1', true],
  ['amazon.nova-pro-v1:0', 'amazon.nova-pro', true],
  ['moonshot.kimi-k2-thinking', 'moonshotai.kimi-k2-thinking', true],
  ['anthropic.claude-sonnet-4-20250514-v1:0', 'anthropic.claude-sonnet-4-5-20250929-v1:0', false],
  ['anthropic.claude-3-5-sonnet-20240620-v1:0', 'anthropic.claude-3-5-sonnet-20241022-v2:0', false],
  ['amazon.titan-embed-text-v1', 'amazon.titan-embed-text-v2:0', false],
  ['openai.gpt-oss-20b', 'openai.gpt-oss-120b', false],
  ['amazon.nova-lite-v1:0', 'amazon.nova-2-lite-v1:0', false],
  ['mistral.mistral-large-2402-v1:0', 'mistral.mistral-large-2407-v1:0', false],
  ['cohere.rerank-v3-5:0', 'cohere.rerank-v3:0', false],
  ['cohere.command-r-v1:0', 'cohere.command-r-plus-v1:0', false],
])('%s and %s are one model: %s', (one, other, isOne) => {
  expect(nameModel([one], other)).toBe(isOne);
  expect(modelKeyOf(one) === modelKeyOf(other)).toBe(isOne);
});

test('the id with date and version stands for a model, in whatever order they come', () => {
  expect(representativeOf([UNDATED, DATED])).toBe(DATED);
  expect(representativeOf([DATED, UNDATED])).toBe(DATED);
  expect(representativeOf(['amazon.nova-reel-v1:1', 'amazon.nova-reel-v1:0'])).toBe('amazon.nova-reel-v1:0');
  expect(() => representativeOf([])).toThrow(RangeError);
});

const ROWS = readQuotaTable().map(({ quotaCode, quotaName, appliedValue, adjustable }) => ({
  QuotaCode: quotaCode,
  QuotaName: quotaName,
  Value: appliedValue,
  Adjustable: adjustable,
}));
const { quotas: QUOTAS } = toQuotas(ROWS, []);
const MAPPED = mapQuotas(QUOTAS, KNOWN_MODELS, {}).quotas;

/** Another id of a model, as later catalogues spell it. */
const ALIASES: readonly ((id: string) => string)[] = [
  (id) => id.replace(/-\d{8}-v1:0$/, ''),
  (id) => id.replace(/-v1:0$/, ''),
  (id) => id.replace(/-v1:0$/, '-v1:1'),
  (id) => id.replace(/-1:0$/, ''),
];

test('law: another id of a model in the catalogue unmaps no quota, and changes no other model', () => {
  const models = KNOWN_MODELS.filter(isCallable);
  fc.assert(
    fc.property(fc.constantFrom(...models), fc.constantFrom(...ALIASES), (model, toAlias) => {
      const alias = { ...model, id: toAlias(model.id) };
      const { quotas } = mapQuotas(QUOTAS, [...KNOWN_MODELS, alias], {});
      for (const [index, before] of MAPPED.entries()) {
        const after = quotas[index];
        if (before.mapping === 'unmapped') continue;
        expect(after?.mapping).toBe(before.mapping);
        const others = after?.modelIds.filter((id) => id !== alias.id);
        expect(others).toEqual(before.modelIds.filter((id) => id !== alias.id));
        expect(after?.modelIds.includes(alias.id)).toBe(nameModel(before.modelIds, alias.id));
      }
    }),
    { numRuns: 60 },
  );
});

test('the traffic of both ids is one, and warns where neither would alone', () => {
  const model = { id: DATED, name: 'Claude Haiku 4.5', provider: 'Anthropic', inferenceTypes: ['ON_DEMAND'] };
  const models = [model, { ...model, id: UNDATED }];
  const row = quota({
    quotaCode: 'L-00000001',
    quotaName: 'On-demand model inference tokens per minute for Anthropic Claude Haiku 4.5',
    scope: 'onDemand',
    modelLabel: 'Anthropic Claude Haiku 4.5',
    appliedValue: 1_000_000,
  });
  const { quotas } = mapQuotas([row], models, {});
  const minutes = [usage('14:30', { invocations: 10, throttles: 4, estimatedTpm: 425_000 })];
  const { found, activeModelIds } = evaluate(
    input({
      quotas,
      resolve: createModelIdResolver({ models, profiles: [] }),
      series: [series(UNDATED, minutes), series(DATED, minutes)],
    }),
  );
  expect(quotas[0]).toMatchObject({ mapping: 'exact', modelIds: [UNDATED, DATED] });
  expect(found.find(({ kind }) => kind === 'utilization')).toMatchObject({
    severity: 'warning',
    usage: { value: 850_000 },
  });
  // One alert, by the name it has had while only the dated id was called.
  expect(found.filter(({ kind }) => kind === 'throttled').map(({ id }) => id)).toEqual([`throttled/onDemand/${DATED}`]);
  expect(activeModelIds.unmapped).toEqual([]);
});
