import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { mapQuotas } from '../../../../lib/core/quotas/map-quotas';
import { mapOne, model, onDemand, quotaOf } from './mapping-fixtures';

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
    'Meta Llama 3.2 Instruct',
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
      names.map((name, index) => quotaOf(name, `L-${index}`)),
      KNOWN_MODELS,
      {},
    );
    expect(quotas.map(({ variant, modelIds }) => [variant, modelIds])).toEqual([
      ['latencyOptimized', ['anthropic.claude-3-5-haiku-20241022-v1:0']],
      ['longContext', ['anthropic.claude-sonnet-4-20250514-v1:0']],
    ]);
  });

  test.each([
    ['Anthropic Claude Opus 5', 'anthropic.claude-opus-5', 'Claude Opus 5', 'Anthropic'],
    ['Anthropic Claude Opus 5.5', 'anthropic.claude-opus-5-5', 'Claude Opus 5.5', 'Anthropic'],
    ['GPT-5.6 Sol', 'openai.gpt-5.6-sol', 'GPT-5.6 Sol', 'OpenAI'],
    ['Amazon Rerank 1.0', 'amazon.rerank-v1:0', 'Rerank 1.0', 'Amazon'],
    ['Amazon Titan Image Generator G1', 'amazon.titan-image-generator-v1', 'Titan Image Generator G1', 'Amazon'],
    ['Meta Llama 5 2B', 'meta.llama5-2b-v1:0', 'Llama 5 2B', 'Meta'],
    ['Newmaker Model 1', 'newmaker.model-1', 'Model 1', 'Newmaker'],
  ])('maps %s as soon as a Region lists the model, without a release of ours', (label, id, name, provider) => {
    const models = [...KNOWN_MODELS, model(id, name, provider, 'ON_DEMAND')];
    expect(mapOne(onDemand(label))).toMatchObject({ modelIds: [] });
    expect(mapOne(onDemand(label), models)).toEqual({ mapping: 'exact', modelIds: [id], problems: [] });
  });

  test('keeps Rerank 3 from being Rerank 3.5: the id rerank-v3-5:0 is no version of rerank-v3', () => {
    for (const label of ['Cohere Rerank V3', 'Cohere Rerank 3']) {
      expect(mapOne(onDemand(label))).toMatchObject({ mapping: 'unmapped' });
    }
    expect(mapOne(onDemand('OpenAI GPT OSS 120B'))).toMatchObject({ modelIds: ['openai.gpt-oss-120b-1:0'] });
  });

  test('takes the ids of a Region as they are: a newer revision is the same model', () => {
    const newer = model('mistral.mistral-7b-instruct-v0:3', 'Mistral 7B Instruct', 'Mistral AI', 'ON_DEMAND');
    expect(mapOne(onDemand('Mistral 7B Instruct'), [...KNOWN_MODELS, newer])).toMatchObject({
      mapping: 'exact',
      modelIds: ['mistral.mistral-7b-instruct-v0:2', newer.id],
    });
    expect(mapOne(onDemand('Mistral 7B Instruct'), [newer])).toMatchObject({ modelIds: [newer.id] });
  });
});
