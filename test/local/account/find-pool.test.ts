import { createPoolFinder } from '../../../local/account/find-pool';
import { createQuotaBook } from '../../../local/quotas/book';
import { readQuotaTable } from '../../../local/quotas/table';

const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const POOL_ROW = {
  quotaCode: 'L-E3F10727',
  quotaName: 'Cross-Model Max Tokens Per Day',
  appliedValue: 150_000_000,
  defaultValue: 700_000_000,
  adjustable: false,
};
const book = createQuotaBook([...readQuotaTable(), POOL_ROW]);
const findPool = createPoolFinder(book, [{ id: 's529qz7ddy06', name: 'checkout', source: `us.${SONNET}` }]);

describe('createPoolFinder', () => {
  it.each([
    [`us.${SONNET}`, 'L-F4DDD3EB', 'L-4A6BFAB1', ['L-E3F10727', 'L-381AD9EE']],
    [`eu.${SONNET}`, 'L-F4DDD3EB', 'L-4A6BFAB1', ['L-E3F10727', 'L-381AD9EE']],
    [`global.${SONNET}`, 'L-27C57EE8', 'L-DB84CE56', ['L-E3F10727', 'L-BC182137']],
    ['us.anthropic.claude-opus-4-8', 'L-DB99DCDB', null, ['L-E3F10727', 'L-AFE3B2BE']],
    ['openai.gpt-oss-120b-1:0', 'L-9DC5F595', 'L-25B50707', ['L-E3F10727', 'L-41FDDA6B']],
    ['anthropic.claude-3-haiku-20240307-v1:0', 'L-8CE99163', 'L-2DC80978', ['L-E3F10727', 'L-A60EE1AF']],
  ])('%s', (modelId, tokensPerMinute, requestsPerMinute, daily) => {
    expect(findPool(modelId)).toMatchObject({ tokensPerMinute, requestsPerMinute, daily });
  });

  it.each([
    's529qz7ddy06',
    'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/s529qz7ddy06',
    `arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.${SONNET}`,
  ])('%s shares the quotas of the profile behind it', (modelId) => {
    expect(findPool(modelId)).toMatchObject({ tokensPerMinute: 'L-F4DDD3EB', baseModelId: SONNET });
  });

  it("doubles the model's daily row for cross-Region calls, and the account's pool for none", () => {
    expect(findPool(`us.${SONNET}`).doubled).toEqual(['L-381AD9EE']);
    expect(findPool(`global.${SONNET}`).doubled).toEqual([]);
    expect(findPool('openai.gpt-oss-120b-1:0').doubled).toEqual([]);
  });

  it('refuses as Bedrock does: an unknown id, and a base id that only profiles reach', () => {
    expect(() => findPool('acme.model-1')).toThrow('The provided model identifier is invalid.');
    expect(() => findPool(SONNET)).toThrow(
      `Invocation of model ID ${SONNET} with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
    );
  });

  it('follows rows that come and go', () => {
    const own = createQuotaBook([POOL_ROW]);
    const find = createPoolFinder(own, []);
    expect(find(`us.${SONNET}`)).toMatchObject({ tokensPerMinute: null, daily: ['L-E3F10727'] });
    own.remove('L-E3F10727');
    expect(find(`us.${SONNET}`).daily).toEqual([]);
  });
});
