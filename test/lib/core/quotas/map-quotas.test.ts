import fc from 'fast-check';
import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { explainUnmapped, mapQuotas } from '../../../../lib/core/quotas/map-quotas';
import { spellStatement } from '../../../../lib/core/vocabulary/statement';
import { EN } from '../../../../lib/language/en';
import { EN_UNMAPPED } from '../../../../lib/language/en/unmapped';
import { model, onDemand, quotaOf } from './mapping-fixtures';

const RPM = 'On-demand model inference requests per minute for';
const TPM = 'On-demand model inference tokens per minute for';

describe('quotas that claim the same calls', () => {
  test('are each watched and named once: one of them may be misnamed', () => {
    const haiku = [onDemand('Claude 3 Haiku V1', 'L-2DC80978'), onDemand('Anthropic Claude 3 Haiku', 'L-8CE99163')];
    const { quotas, problems } = mapQuotas(haiku, KNOWN_MODELS, {});
    expect(quotas.map(({ mapping }) => mapping)).toEqual(['exact', 'exact']);
    expect(problems.map((problem) => spellStatement(problem, EN))).toEqual([
      expect.stringMatching(/L-2DC80978.*L-8CE99163.*misnamed/),
    ]);
  });

  test.each([
    ['another dimension', [`${RPM} Claude 3 Haiku`, `${TPM} Claude 3 Haiku`]],
    ['another scope', [`${TPM} Claude 3 Haiku`, 'Cross-region model inference tokens per minute for Claude 3 Haiku']],
    ['another variant', [`${TPM} Claude Sonnet 4`, `${TPM} Claude Sonnet 4 1M Context Length`]],
    ['labels of no model', [`${TPM} Nothing`, `${TPM} Nothing`]],
  ])('have not %s', (_what, names) => {
    const rows = names.map((name, index) => quotaOf(name, `L-${index}`));
    expect(mapQuotas(rows, KNOWN_MODELS, {}).problems).toEqual([]);
  });

  test('are silent where the user said so', () => {
    const rows = [onDemand('Claude 3 Haiku', 'L-1'), onDemand('Nothing', 'L-2')];
    const { problems } = mapQuotas(rows, KNOWN_MODELS, { 'L-2': ['anthropic.claude-3-haiku-20240307-v1:0'] });
    expect(problems).toEqual([]);
  });
});

test('a label of the mantle endpoint that no list has is unmapped: look here', () => {
  const mantle = quotaOf('[bedrock-mantle endpoint] Input tokens per minute for Claude Opus 5', 'L-1');
  expect(mapQuotas([mantle], KNOWN_MODELS, {}).quotas[0]?.mapping).toBe('unmapped');
});

test('a name of a new kind is unmapped, though it ends in the name of a model', () => {
  const quota = quotaOf('Priority model inference tokens per minute for Amazon Nova Lite', 'L-1');
  const { quotas } = mapQuotas([quota], KNOWN_MODELS, {});
  expect(quotas).toMatchObject([{ mapping: 'unmapped', modelIds: [] }]);
  expect(explainUnmapped(quotas, KNOWN_MODELS, EN_UNMAPPED).get('L-1')).toContain('of a kind that this version');
});

test('"Rerank 1.0" is a way to write rerank-v1, "Reel1.1" one to write reel-v1:1', () => {
  const models = [model('amazon.rerank-v1:0', 'Rerank', 'Amazon', 'ON_DEMAND')];
  expect(mapQuotas([onDemand('Amazon Rerank 1.0', 'L-1')], models, {}).quotas).toMatchObject([
    { mapping: 'exact', modelIds: ['amazon.rerank-v1:0'] },
  ]);
});

test('the quota of a retired model does not apply, and why is told', () => {
  const { quotas } = mapQuotas([onDemand('Amazon Titan Text Premier', 'L-1')], KNOWN_MODELS, {});
  expect(quotas[0]?.mapping).toBe('notApplicable');
  expect(explainUnmapped(quotas, KNOWN_MODELS, EN_UNMAPPED).get('L-1')).toBe('its model is retired');
});

test('why quotas are unmapped: no model, several models, an alias that tripped', () => {
  const models = [
    model('amazon.nova-reel-v1:0', 'Nova Reel', 'Amazon', 'ON_DEMAND'),
    model('amazon.news-reel-v1:0', 'Nova Reel', 'Amazon', 'ON_DEMAND'),
  ];
  const rows = [
    onDemand('Nothing', 'L-1'),
    onDemand('Nova Reel', 'L-2'),
    onDemand('Ministral 8B 4.0', 'L-3B98F300'),
    onDemand('Ministral 8B 3.0', 'L-4'),
  ];
  const { quotas } = mapQuotas(rows, models, { 'L-4': ['mistral.ministral-3-8b-instruct'] });
  const reasons = explainUnmapped(quotas, models, EN_UNMAPPED);
  expect([...reasons.keys()]).toEqual(['L-1', 'L-2', 'L-3B98F300']);
  expect(reasons.get('L-1')).toBe('no model of this name is listed');
  expect(reasons.get('L-2')).toBe('the name fits several models: amazon.news-reel-v1:0, amazon.nova-reel-v1:0');
  expect(reasons.get('L-3B98F300')).toMatch(/renamed.*Ministral 8B 3\.0.*no model of this name/);
});

describe('laws', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('Claude 3 Haiku', 'a.b', '.', ':0:48k', '__proto__'));

  test('arbitrary labels, models and overrides never crash the mapping, and ids come from somewhere', () => {
    const models = fc.array(
      fc.record({
        id: text,
        name: text,
        provider: text,
        inferenceTypes: fc.array(fc.constantFrom('ON_DEMAND', 'PROVISIONED')),
      }),
    );
    fc.assert(
      fc.property(text, models, fc.dictionary(text, fc.array(text)), (label, list, overrides) => {
        const one = { ...HAIKU_QUOTA, modelLabel: label };
        const { quotas } = mapQuotas([one], list, overrides);
        const given = new Set([...list.map(({ id }) => id), ...Object.values(overrides).flat()]);
        expect(quotas).toHaveLength(1);
        for (const id of quotas.flatMap(({ modelIds }) => modelIds)) expect(given.has(id)).toBe(true);
      }),
    );
  });

  const HAIKU_QUOTA = onDemand('Anthropic Claude 3 Haiku');
});
