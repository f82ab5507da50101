import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { mapOne, model, onDemand, quotaOf } from './mapping-fixtures';

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

  test('takes a spelling that reads the same for the reviewed name', () => {
    const names = [
      'On-demand InvokeModel tokens per minute for Ministral 8B 3.0',
      'ON-DEMAND model  inference tokens per minute for Ministral 8B 3.0',
    ];
    for (const name of names) expect(mapOne(quotaOf(name, CODE))).toMatchObject({ mapping: 'alias', problems: [] });
  });

  test('trips when the code changes what it counts', () => {
    const requests = quotaOf('On-demand model inference requests per minute for Ministral 8B 3.0', CODE);
    expect(mapOne(requests)).toEqual({ mapping: 'unmapped', modelIds: [], problems: [expect.stringContaining(CODE)] });
  });

  test('may know several names of one code', () => {
    const express = 'amazon.titan-text-express-v1';
    expect(mapOne(onDemand('Amazon Titan Express', 'L-44992E63'))).toMatchObject({
      mapping: 'alias',
      modelIds: [express],
    });
    expect(mapOne(onDemand('Amazon Titan Text Express', 'L-44992E63'))).toEqual({
      mapping: 'exact',
      modelIds: [express],
      problems: [],
    });
  });

  test('holds, aloud, when another model takes the very name of a reviewed code', () => {
    const models = [...KNOWN_MODELS, model('mistral.mistral-large-2607', 'Mistral Large', 'Mistral AI', 'ON_DEMAND')];
    const large = quotaOf('On-demand model inference requests per minute for Mistral Large', 'L-3AF844DB');
    expect(mapOne(large, models)).toEqual({
      mapping: 'alias',
      modelIds: ['mistral.mistral-large-2402-v1:0'],
      problems: [expect.stringMatching(/L-3AF844DB.*mistral\.mistral-large-2607/)],
    });
    expect(mapOne(onDemand('Mistral Large'), models)).toMatchObject({
      mapping: 'exact',
      modelIds: ['mistral.mistral-large-2607'],
    });
  });

  test('falls to an override, which silences it', () => {
    const overrides = { [CODE]: ['mistral.ministral-4-8b'] };
    expect(mapOne(onDemand('Ministral 8B 4.0', CODE), KNOWN_MODELS, overrides)).toEqual({
      mapping: 'override',
      modelIds: ['mistral.ministral-4-8b'],
      problems: [],
    });
  });
});
