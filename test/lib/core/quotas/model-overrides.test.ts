import fc from 'fast-check';
import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { parseModelOverrides } from '../../../../lib/core/quotas/model-overrides';
import { EN_SETTINGS } from '../../../../lib/language/en/settings';
import { mapOne, onDemand, quotaOf } from './mapping-fixtures';

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
    ['a profile id of a maker that is not listed', ['us.newmaker.model-1']],
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
    const modelTraffic = quotaOf('Cross-Model Max Tokens Per Day', 'L-E3F10727');
    expect(mapOne(modelTraffic)).toEqual({ mapping: 'notApplicable', modelIds: [], problems: [] });
    expect(mapOne(modelTraffic, KNOWN_MODELS, { 'L-E3F10727': ['amazon.nova-pro-v1:0'] })).toMatchObject({
      mapping: 'notApplicable',
      problems: [expect.stringContaining('L-E3F10727')],
    });
  });

  test('reach mantle quotas; without one their label counts only if a base model has it', () => {
    const gpt = quotaOf('[bedrock-mantle endpoint] Input tokens per minute for GPT-5.4');
    const opus = quotaOf('[bedrock-mantle endpoint] Input tokens per minute for Claude Opus 4.7');
    expect(mapOne(gpt)).toMatchObject({ mapping: 'unmapped', modelIds: [] });
    expect(mapOne(opus)).toMatchObject({ mapping: 'exact', modelIds: ['anthropic.claude-opus-4-7'] });
    expect(mapOne(gpt, KNOWN_MODELS, { 'L-00000001': ['openai.gpt-5.4'] })).toMatchObject({ mapping: 'override' });
  });
});

describe('overrides that a person writes', () => {
  const good = { 'L-F4DDD3EB': ['amazon.nova-pro-v1:0', 'newmaker.model-1'], 'L-21800074': ['openai.gpt-6-sol'] };

  test('may be an object or its JSON', () => {
    expect(parseModelOverrides(good, { place: 'it', words: EN_SETTINGS })).toEqual(good);
    expect(parseModelOverrides(JSON.stringify(good), { place: 'it', words: EN_SETTINGS })).toEqual(good);
    expect(parseModelOverrides({}, { place: 'it', words: EN_SETTINGS })).toEqual({});
  });

  test.each([
    ['no JSON', '{L-F4DDD3EB', 'it is "{L-F4DDD3EB", which is not JSON; an object'],
    ['null', null, 'it is null; an object'],
    ['a list', [good], 'it is ['],
    ['JSON of a list', '[]', 'it is []; an object'],
    ['a code in small letters', { 'l-f4ddd3eb': ['a.b'] }, 'a key of it is "l-f4ddd3eb"; a quota code'],
    ['a text for the list', { 'L-F4DDD3EB': 'a.b' }, 'it, L-F4DDD3EB, is "a.b"; a list'],
    ['an empty list', { 'L-F4DDD3EB': [] }, 'it, L-F4DDD3EB, is []; a list'],
    ['a number for an id', { 'L-F4DDD3EB': [1] }, 'an id of it, L-F4DDD3EB, is 1; a base model id'],
    ['an ARN', { 'L-F4DDD3EB': ['arn:aws:bedrock:us-east-1::foundation-model/a.b'] }, 'a base model id'],
    ['a context variant', { 'L-F4DDD3EB': ['a.b-v1:0:48k'] }, 'a base model id'],
  ])('are refused when they are %s: what, got, allowed', (_what, given, complaint) => {
    expect(() => parseModelOverrides(given, { place: 'it', words: EN_SETTINGS })).toThrow(complaint);
  });

  test('law: anything is taken as it is, or refused by an Error that names the place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (given) => {
        try {
          expect(
            Object.values(parseModelOverrides(given, { place: 'the place', words: EN_SETTINGS })).every(Array.isArray),
          ).toBe(true);
        } catch (error) {
          expect(String(error)).toContain('the place');
        }
      }),
    );
  });
});
