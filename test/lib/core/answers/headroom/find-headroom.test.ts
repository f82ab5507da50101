import { bestOf, findHeadroom } from '../../../../../lib/core/answers/headroom';
import type { MappedQuota } from '../../../../../lib/core/vocabulary/quota';
import { input } from '../../findings/evaluation';
import { quota, requestQuota, SONNET, series, usage } from '../../fixtures';
import { judge } from '../../judge';

const US = `us.${SONNET}`;
const GLOBAL = `global.${SONNET}`;

const profile = (id: string, regions: readonly string[]) => ({
  id,
  arn: `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${id}`,
  name: id,
  type: 'SYSTEM_DEFINED' as const,
  modelArns: regions.map((region) => `arn:aws:bedrock:${region}::foundation-model/${SONNET}`),
});

const globalTokens = quota({ quotaCode: 'L-0000000A', scope: 'globalCrossRegion', appliedValue: 2_000_000 });

function rowsOf(quotas: readonly MappedQuota[], types: readonly string[] = ['INFERENCE_PROFILE']) {
  const minutes = [usage('14:30', { invocations: 120, estimatedTpm: 970_000 })];
  const { measurements } = judge(input({ quotas, series: [series(US, minutes)] }));
  return findHeadroom(SONNET, {
    region: 'us-east-1',
    quotas,
    measurements,
    models: [{ id: SONNET, name: 'Claude Sonnet 4.5', provider: 'Anthropic', inferenceTypes: types }],
    profiles: [profile(US, ['us-east-1', 'us-east-2']), profile(GLOBAL, ['', 'us-east-1'])],
  });
}

describe('the ways to call a model', () => {
  it('have what is left after the fullest minute, the id to call, and where data may go', () => {
    const rows = rowsOf([quota(), requestQuota(), globalTokens]);
    expect(rows.map(({ scope, state, modelId }) => [scope, state, modelId])).toEqual([
      ['onDemand', 'notOffered', null],
      ['crossRegion', 'ok', US],
      ['globalCrossRegion', 'ok', GLOBAL],
      ['mantle', 'notOffered', null],
    ]);
    expect(rows[1]).toEqual({
      region: 'us-east-1',
      scope: 'crossRegion',
      modelId: US,
      quotaCode: 'L-F4DDD3EB',
      state: 'ok',
      reason: null,
      appliedValue: 1_000_000,
      peak: 970_000,
      headroomTokensPerMinute: 30_000,
      headroomRequestsPerMinute: 380,
      dataMayLeave: 'region',
    });
    expect(rows[2]).toMatchObject({
      peak: 0,
      headroomTokensPerMinute: 2_000_000,
      headroomRequestsPerMinute: null,
      dataMayLeave: 'geography',
    });
    expect(bestOf(rows)?.modelId).toBe(GLOBAL);
  });

  it('are by the own id where the model can be called so, and by the mantle where it has a quota there', () => {
    const mantle = quota({
      quotaCode: 'L-0000000E',
      endpoint: 'mantle',
      scope: 'onDemand',
      dimension: 'inputTokensPerMinute',
    });
    const rows = rowsOf([mantle], ['ON_DEMAND']);
    expect(rows[0]).toMatchObject({ scope: 'onDemand', state: 'noQuota', modelId: SONNET, dataMayLeave: null });
    expect(rows[3]).toMatchObject({ scope: 'mantle', state: 'ok', modelId: SONNET, quotaCode: 'L-0000000E' });
  });

  it('have no room at 0, of tokens or of requests', () => {
    expect(rowsOf([quota({ appliedValue: 0 })])[1]).toMatchObject({ state: 'zero', headroomTokensPerMinute: 0 });
    expect(rowsOf([quota(), requestQuota({ appliedValue: 0 })])[1]?.state).toBe('zero');
  });

  it('have no best where all is used up', () => {
    expect(bestOf(rowsOf([quota({ appliedValue: 900_000 })]))).toBeNull();
    expect(bestOf(rowsOf([quota(), requestQuota({ appliedValue: 120 })]))).toBeNull();
    expect(bestOf([])).toBeNull();
  });
});
