import fc from 'fast-check';
import { KNOWN_MODELS, mergeModels } from '../../lib/core/model-catalog';
import type { MappedQuota, Quota } from '../../lib/core/quota';
import { toQuotas } from '../../lib/core/quota-list';
import { mapQuotas } from '../../lib/core/quota-mapping';
import { parseQuotaName } from '../../lib/core/quota-name';
import type { FoundationModel } from '../../lib/core/usage';
import { readQuotaTable } from '../../local/quota-table';
import { EXPECTED_MODEL_BY_LABEL } from './expected-mapping';

function quota(quotaName: string, quotaCode = 'L-00000001'): Quota {
  const parsed = parseQuotaName(quotaName);
  if (!parsed) throw new Error(`${quotaName} is no inference quota`);
  return { quotaCode, quotaName, ...parsed, appliedValue: 1, defaultValue: null, adjustable: false };
}

function onDemand(label: string, quotaCode?: string): Quota {
  return quota(`On-demand model inference tokens per minute for ${label}`, quotaCode);
}

function model(id: string, name: string, provider: string, ...inferenceTypes: string[]): FoundationModel {
  return { id, name, provider, inferenceTypes };
}

function mapOne(one: Quota, models = KNOWN_MODELS, overrides: Readonly<Record<string, readonly string[]>> = {}) {
  const { quotas, problems } = mapQuotas([one], models, overrides);
  const { mapping, modelIds } = quotas[0] ?? {};
  return { mapping, modelIds, problems };
}

function mapJuly(): { quotas: MappedQuota[]; problems: string[] } {
  const rows = readQuotaTable().map(({ quotaCode, quotaName, appliedValue, adjustable }) => ({
    QuotaCode: quotaCode,
    QuotaName: quotaName,
    Value: appliedValue,
    Adjustable: adjustable,
  }));
  return mapQuotas(toQuotas(rows, null).quotas, KNOWN_MODELS, {});
}

function labelOf({ modelLabel, variant }: Quota): string {
  return variant === 'longContext' ? `${modelLabel} 1M Context Length` : modelLabel;
}

describe('the July listing', () => {
  test('every quota has the model that reading gives its label', () => {
    const { quotas, problems } = mapJuly();
    expect(problems).toEqual([]);
    for (const one of quotas) {
      const expected = EXPECTED_MODEL_BY_LABEL[labelOf(one)];
      expect({ name: one.quotaName, modelIds: one.modelIds }).toEqual({
        name: one.quotaName,
        modelIds: expected === null ? [] : [expected],
      });
    }
    expect(new Set(quotas.map(labelOf))).toEqual(new Set(Object.keys(EXPECTED_MODEL_BY_LABEL)));
  });

  test('five labels stay unmapped, two of the mantle endpoint have no base model', () => {
    const { quotas } = mapJuly();
    const labels = (mapping: string) =>
      [...new Set(quotas.filter((one) => one.mapping === mapping).map((one) => one.modelLabel))].sort();
    expect(labels('unmapped')).toEqual([
      'Amazon Nova 2 Omni',
      'Amazon Nova 2 Pro Preview',
      'Amazon Rerank 1.0',
      'Amazon Titan Image Generator G1',
      'Amazon Titan Text Premier',
    ]);
    expect(labels('notApplicable')).toEqual(['GPT-5.4', 'GPT-5.5']);
    expect(labels('alias')).toEqual([
      'Amazon Titan Text Embeddings',
      'Amazon Titan Text Embeddings V2',
      'Gemma 3 12B',
      'Gemma 3 27B',
      'Gemma 3 4B',
      'Magistral Small 1.2',
      'Meta Llama 4 Maverick V1',
      'Meta Llama 4 Scout V1',
      'Ministral 3B 3.0',
      'Ministral 8B 3.0',
      'Mistral AI Mistral Large',
      'Mistral AI Mistral Small',
      'Mistral AI Mixtral 8X7BB Instruct',
      'Mistral Large',
      'NVIDIA Nemotron Nano 2',
      'NVIDIA Nemotron Nano 2 VL',
      'Twelve Labs Marengo',
      'Twelve Labs Pegasus',
      'Voxtral Mini 1.0',
      'Voxtral Small 1.0',
    ]);
  });
});

describe('the exact rule', () => {
  test.each([
    ['Claude 3 Haiku V1', 'anthropic.claude-3-haiku-20240307-v1:0'],
    ['Amazon Titan Text Express', 'amazon.titan-text-express-v1'],
    ['mistral MIXTRAL 8x7b-instruct', 'mistral.mixtral-8x7b-instruct-v0:1'],
  ])('%s is one model', (label, id) => {
    expect(mapOne(onDemand(label))).toEqual({ mapping: 'exact', modelIds: [id], problems: [] });
  });

  test.each([
    'Claude Opus',
    'Anthropic Claude Sonnet 4.6 V1',
    'Anthropic Claude 3.5 Sonnet V3',
    'Mistral Large 2',
    'Cohere Command',
    'Meta Llama 3.2 Instruct',
    'Nova Reel',
    'Anthropic',
    '???',
  ])('%s is no model or not one', (label) => {
    expect(mapOne(onDemand(label))).toEqual({ mapping: 'unmapped', modelIds: [], problems: [] });
  });

  test('keeps Command R+ from being Command R, in a Region that has only it', () => {
    const models = [model('cohere.command-r-plus-v1:0', 'Command R+', 'Cohere', 'ON_DEMAND')];
    expect(mapOne(onDemand('Cohere Command R'), models)).toMatchObject({ mapping: 'unmapped' });
    expect(mapOne(onDemand('Cohere Command R Plus'), models)).toMatchObject({ mapping: 'exact' });
  });

  test('keeps Sonnet V2 from being Sonnet, in a Region that has only it', () => {
    const models = [
      model('anthropic.claude-3-5-sonnet-20241022-v2:0', 'Claude 3.5 Sonnet v2', 'Anthropic', 'ON_DEMAND'),
    ];
    expect(mapOne(onDemand('Anthropic Claude 3.5 Sonnet'), models)).toMatchObject({ mapping: 'unmapped' });
    expect(mapOne(onDemand('Anthropic Claude 3.5 Sonnet V1'), models)).toMatchObject({ mapping: 'unmapped' });
  });

  test('keeps Mistral Large 24.07 from being Mistral Large', () => {
    const models = [model('mistral.mistral-large-2407-v1:0', 'Mistral Large (24.07)', 'Mistral AI', 'ON_DEMAND')];
    expect(mapOne(onDemand('Mistral Large'), models)).toMatchObject({ mapping: 'unmapped' });
  });

  test('keeps numbers apart: 3.2 1B is not 3 21B', () => {
    const models = [model('meta.llama3-21b-instruct-v1:0', 'Llama 3 21B Instruct', 'Meta', 'ON_DEMAND')];
    expect(mapOne(onDemand('Meta Llama 3.2 1B Instruct'), models)).toMatchObject({ mapping: 'unmapped' });
  });

  test('never counts provisioned ids', () => {
    const models = [
      model('amazon.nova-pro-v1:0:24k', 'Nova Pro', 'Amazon', 'PROVISIONED'),
      model('amazon.nova-premier-v1:0:mm', 'Nova Premier', 'Amazon'),
      model('cohere.embed-english-v3:0:512', 'Embed English', 'Cohere', 'ON_DEMAND'),
      model('amazon.titan-embed-image-v1:0', 'Titan Multimodal Embeddings G1', 'Amazon', 'PROVISIONED'),
    ];
    for (const label of ['Nova Pro', 'Nova Premier', 'Embed English', 'Titan Multimodal Embeddings G1']) {
      expect(mapOne(onDemand(label), models)).toMatchObject({ mapping: 'unmapped' });
    }
  });

  test('does not choose between two ids of one name', () => {
    const models = [model('a.one', 'One', 'A', 'ON_DEMAND'), model('a.one-b', 'One', 'A', 'ON_DEMAND')];
    expect(mapOne(onDemand('One'), models)).toMatchObject({ mapping: 'unmapped', modelIds: [] });
  });

  test('does not prefer a name over an id that says the same', () => {
    const models = [model('a.x', 'One', 'A', 'ON_DEMAND'), model('a.one', 'Two', 'A', 'ON_DEMAND')];
    expect(mapOne(onDemand('One'), models)).toMatchObject({ mapping: 'unmapped', modelIds: [] });
  });

  test('variants map to the base id of their model', () => {
    const names = [
      'On-demand latency-optimized model inference tokens per minute for Anthropic Claude 3.5 Haiku',
      'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4 V1 1M Context Length',
    ];
    const { quotas } = mapQuotas(
      names.map((name, index) => quota(name, `L-${index}`)),
      KNOWN_MODELS,
      {},
    );
    expect(quotas.map(({ variant, modelIds }) => [variant, modelIds])).toEqual([
      ['latencyOptimized', ['anthropic.claude-3-5-haiku-20241022-v1:0']],
      ['longContext', ['anthropic.claude-sonnet-4-20250514-v1:0']],
    ]);
  });
});

describe('the alias table', () => {
  const CODE = 'L-3B98F300';
  const MINISTRAL_8B = 'mistral.ministral-3-8b-instruct';

  test('speaks for a quota of the reviewed name, in any case', () => {
    for (const label of ['Ministral 8B 3.0', 'MINISTRAL 8b 3.0']) {
      expect(mapOne(onDemand(label, CODE))).toEqual({ mapping: 'alias', modelIds: [MINISTRAL_8B], problems: [] });
    }
  });

  test('is keyed by code: the same name under another code stays unmapped', () => {
    expect(mapOne(onDemand('Ministral 8B 3.0'))).toEqual({ mapping: 'unmapped', modelIds: [], problems: [] });
  });

  test('trips when the quota is renamed: the name decides, and a problem says so', () => {
    const unknown = mapOne(onDemand('Ministral 8B 4.0', CODE));
    expect(unknown).toEqual({ mapping: 'unmapped', modelIds: [], problems: [expect.stringContaining(CODE)] });
    const other = mapOne(onDemand('Anthropic Claude 3 Haiku', CODE));
    expect(other).toMatchObject({ mapping: 'exact', modelIds: ['anthropic.claude-3-haiku-20240307-v1:0'] });
    expect(other.problems).toEqual([expect.stringContaining(CODE)]);
  });

  test('is silent when the new name says the same model exactly', () => {
    expect(mapOne(onDemand('Ministral 3 8B', CODE))).toEqual({
      mapping: 'exact',
      modelIds: [MINISTRAL_8B],
      problems: [],
    });
  });
});

describe('overrides', () => {
  const HAIKU = onDemand('Anthropic Claude 3 Haiku');

  test('beat the exact rule, sorted and once each', () => {
    const ids = ['xai.grok-4', 'amazon.nova-pro-v1:0', 'xai.grok-4'];
    expect(mapOne(HAIKU, KNOWN_MODELS, { 'L-00000001': ids })).toEqual({
      mapping: 'override',
      modelIds: ['amazon.nova-pro-v1:0', 'xai.grok-4'],
      problems: [],
    });
  });

  test.each([
    ['an empty list', []],
    ['a profile id', ['us.anthropic.claude-sonnet-4-6']],
    ['a global profile id', ['global.anthropic.claude-sonnet-4-6']],
    ['an ARN', ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-6']],
    ['a context variant', ['amazon.nova-pro-v1:0:24k']],
    ['a word', ['haiku']],
    ['nothing', ['']],
    ['one good and one bad id', ['amazon.nova-pro-v1:0', 'haiku']],
  ])('with %s are ignored and named', (_what, ids) => {
    expect(mapOne(HAIKU, KNOWN_MODELS, { 'L-00000001': ids })).toMatchObject({
      mapping: 'exact',
      problems: [expect.stringContaining('L-00000001')],
    });
  });

  test('of a code that is not listed are named', () => {
    expect(mapOne(HAIKU, KNOWN_MODELS, { 'L-99999999': ['amazon.nova-pro-v1:0'] })).toMatchObject({
      mapping: 'exact',
      problems: [expect.stringContaining('L-99999999')],
    });
  });

  test('of the account pool are ignored: it counts every model', () => {
    const pool = quota('Cross-Model Max Tokens Per Day', 'L-E3F10727');
    expect(mapOne(pool)).toEqual({ mapping: 'notApplicable', modelIds: [], problems: [] });
    expect(mapOne(pool, KNOWN_MODELS, { 'L-E3F10727': ['amazon.nova-pro-v1:0'] })).toMatchObject({
      mapping: 'notApplicable',
      problems: [expect.stringContaining('L-E3F10727')],
    });
  });

  test('reach mantle quotas; without one their label counts only if a base model has it', () => {
    const gpt = quota('[bedrock-mantle endpoint] Input tokens per minute for GPT-5.4');
    const opus = quota('[bedrock-mantle endpoint] Input tokens per minute for Claude Opus 4.7');
    expect(mapOne(gpt)).toMatchObject({ mapping: 'notApplicable', modelIds: [] });
    expect(mapOne(opus)).toMatchObject({ mapping: 'exact', modelIds: ['anthropic.claude-opus-4-7'] });
    expect(mapOne(gpt, KNOWN_MODELS, { 'L-00000001': ['openai.gpt-5.4'] })).toMatchObject({ mapping: 'override' });
  });
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

describe('the model catalogue', () => {
  test('has each id once, 142 in all, each with provider and name', () => {
    expect(new Set(KNOWN_MODELS.map(({ id }) => id)).size).toBe(KNOWN_MODELS.length);
    expect(KNOWN_MODELS).toHaveLength(142);
    for (const { id, name, provider } of KNOWN_MODELS) {
      expect(id).toMatch(/^[a-z0-9]+\.[a-z0-9]/);
      expect(name).not.toBe('');
      expect(provider).not.toBe('');
    }
  });

  test('gives way to the live list, id by id', () => {
    const live = [model('a.one', 'New', 'A', 'ON_DEMAND'), model('a.two', 'Two', 'A')];
    const known = [model('a.one', 'Old', 'A'), model('a.three', 'Three', 'A')];
    const merged = mergeModels(live, known);
    expect(Object.fromEntries(merged.map(({ id, name }) => [id, name]))).toEqual({
      'a.one': 'New',
      'a.two': 'Two',
      'a.three': 'Three',
    });
    expect(merged).toHaveLength(3);
  });
});
