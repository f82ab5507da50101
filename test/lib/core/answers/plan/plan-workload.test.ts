import fc from 'fast-check';
import { planWorkload, type Workload } from '../../../../../lib/core/answers/plan';
import type { PlanQuestion } from '../../../../../lib/core/answers/plan/plan-workload';
import { dailyPool, quota, requestQuota, SONNET } from '../../fixtures';

const onDemand = quota({ quotaCode: 'L-0000000B', scope: 'onDemand', appliedValue: 0 });
const globalTokens = quota({ quotaCode: 'L-0000000A', scope: 'globalCrossRegion', appliedValue: 2_000_000 });
const day = quota({
  quotaCode: 'L-0000000D',
  scope: 'model',
  dimension: 'tokensPerDay',
  appliedValue: 100_000_000,
  adjustable: false,
});

const WORKLOAD: Workload = { requestsPerMinute: 100, inputTokens: 1_500, outputTokens: 400, maxTokens: 1_000 };

function plan(workload: Partial<Workload> = {}, changes: Partial<PlanQuestion> = {}) {
  return planWorkload({
    model: `us.${SONNET}`,
    baseModelId: SONNET,
    scope: 'crossRegion',
    workload: { ...WORKLOAD, ...workload },
    quotas: [quota(), requestQuota(), globalTokens],
    burndownRates: {},
    ...changes,
  });
}

describe('a workload', () => {
  it('settles at input + output × burndown, and reserves input + max_tokens', () => {
    expect(plan()).toMatchObject({
      burndownRate: 5,
      settledTokensPerMinute: 350_000,
      reservedTokensPerMinute: 250_000,
    });
    expect(plan({ maxTokens: null }).reservedTokensPerMinute).toBe(6_550_000);
  });

  it('is carried as far as the first quota goes: by the larger of what a request settles at and reserves', () => {
    // 1,000,000 ÷ 3,500 settled = 285; ÷ 5,500 reserved = 181; 500 requests.
    expect(plan().binding).toEqual({
      scope: 'crossRegion',
      quotaCode: 'L-F4DDD3EB',
      dimension: 'tokensPerMinute',
      appliedValue: 1_000_000,
      largestRequestsPerMinute: 285,
    });
    expect(plan({ maxTokens: 4_000 }).binding?.largestRequestsPerMinute).toBe(181);
    expect(plan({ inputTokens: 10, outputTokens: 10, maxTokens: 20 }).binding).toMatchObject({
      quotaCode: 'L-4A6BFAB1',
      largestRequestsPerMinute: 500,
    });
  });

  it('is held against every scope of the model that has a quota, its own first', () => {
    const quotas = [onDemand, globalTokens, quota(), requestQuota()];
    expect(plan({}, { quotas }).scopes.map((one) => [one.scope, one.largestRequestsPerMinute])).toEqual([
      ['crossRegion', 285],
      ['onDemand', 0],
      ['globalCrossRegion', 571],
    ]);
    expect(plan({}, { quotas: [quota(), day] }).scopes.map(({ scope }) => scope)).toEqual(['crossRegion']);
  });

  it('is held against the day, spread over it: twice the row of a model for cross-Region calls', () => {
    // 2 × 100,000,000 ÷ 1,440 ÷ 3,500.
    expect(plan({}, { quotas: [quota(), day] }).binding).toMatchObject({
      quotaCode: 'L-0000000D',
      scope: 'crossRegion',
      largestRequestsPerMinute: 39,
    });
    expect(plan({}, { quotas: [quota(), dailyPool()] }).binding).toMatchObject({
      quotaCode: 'L-E3F10727',
      largestRequestsPerMinute: 29,
    });
  });

  it('of a model without a known rate or largest output is not known where it hangs on them', () => {
    const unknown = {
      baseModelId: 'anthropic.claude-fable-9',
      quotas: [quota({ modelIds: ['anthropic.claude-fable-9'] })],
    };
    expect(plan({}, unknown)).toMatchObject({ burndownRate: null, settledTokensPerMinute: null, ask: null });
    expect(plan({}, unknown).binding?.largestRequestsPerMinute).toBeNull();
    expect(plan({ maxTokens: null }, { ...unknown, burndownRates: { 'anthropic.claude-fable-9': 10 } })).toMatchObject({
      burndownRate: 10,
      settledTokensPerMinute: 550_000,
      reservedTokensPerMinute: null,
    });
  });

  it('on the mantle reserves max_tokens against the input quota', () => {
    const mantle = (dimension: 'inputTokensPerMinute' | 'outputTokensPerMinute', quotaCode: string) =>
      quota({ quotaCode, endpoint: 'mantle', scope: 'onDemand', dimension, appliedValue: 1_000_000 });
    const quotas = [quota(), mantle('inputTokensPerMinute', 'L-1'), mantle('outputTokensPerMinute', 'L-2')];
    expect(plan({}, { quotas }).scopes[1]).toMatchObject({ quotaCode: 'L-1', largestRequestsPerMinute: 400 });
    expect(plan({ outputTokens: 5_000 }, { quotas }).scopes[1]).toMatchObject({
      quotaCode: 'L-2',
      largestRequestsPerMinute: 200,
    });
  });
});

describe('what to ask for', () => {
  it('is nothing while the quota carries the workload', () => {
    expect(plan({ requestsPerMinute: 285 }).ask).toBeNull();
  });

  it('is enough for the workload, and more than the default', () => {
    expect(plan({ requestsPerMinute: 286 }).ask).toEqual({ quotaCode: 'L-F4DDD3EB', value: 5_000_001 });
    expect(plan({ requestsPerMinute: 1_000 }).ask).toEqual({ quotaCode: 'L-F4DDD3EB', value: 5_900_000 });
  });

  it('goes by the adjustable sibling, and not at all where there is none', () => {
    expect(plan({}, { quotas: [quota(), day] }).ask?.quotaCode).toBe('L-F4DDD3EB');
    expect(plan({ requestsPerMinute: 999 }, { quotas: [quota({ adjustable: false })] }).ask).toBeNull();
  });
});

test('law: at the largest rate the workload fits, one more does not, whatever it is', () => {
  const tokens = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(tokens, tokens, fc.integer({ min: 1, max: 64_000 }), (inputTokens, outputTokens, maxTokens) => {
      const sizes = { inputTokens, outputTokens, maxTokens };
      const largest = plan(sizes).binding?.largestRequestsPerMinute ?? 0;
      if (largest > 0) expect(plan({ ...sizes, requestsPerMinute: largest }).ask).toBeNull();
      expect(plan({ ...sizes, requestsPerMinute: largest + 1 }).ask).not.toBeNull();
    }),
  );
});
