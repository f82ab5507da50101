import { paceModel, spreadDay } from '../../../../../lib/core/answers/plan';
import { input } from '../../findings/evaluation';
import { dailyPool, quota, requestQuota, SONNET, series, usage } from '../../fixtures';
import { judge } from '../../judge';

const US = `us.${SONNET}`;

function paceOf(quotas: ReturnType<typeof quota>[], tokensPerRequest: number | null = null, isUsed = true) {
  const minutes = [
    usage('09:00', { invocations: 10, estimatedTpm: 20_000 }),
    usage('14:30', { invocations: 30, estimatedTpm: 60_000 }),
  ];
  const evaluation = judge(input({ quotas, series: isUsed ? [series(US, minutes)] : [] }));
  return paceModel({ baseModelId: SONNET, scope: 'crossRegion', tokensPerRequest }, quotas, evaluation);
}

test('100,000 tokens a day are about 69 a minute', () => {
  const pace = spreadDay(100_000, 50);
  expect(pace.tokensPerMinute).toBeCloseTo(69.44, 2);
  expect(pace.tokensPerSecond).toBeCloseTo(1.157, 3);
  expect(pace.requestsPerMinute).toBeCloseTo(1.389, 3);
  expect(pace.requestsPerSecond).toBeCloseTo(0.0231, 4);
  expect(spreadDay(100_000, null)).toMatchObject({ tokensPerRequest: null, requestsPerMinute: null });
});

describe('the pace of a model', () => {
  it('is the tightest of its day and its minute, by the mean request of the last day', () => {
    const pace = paceOf([quota(), dailyPool({ appliedValue: 14_400_000 })]);
    expect(pace).toMatchObject({
      quotaCode: 'L-E3F10727',
      tokensPerMinute: 10_000,
      tokensPerRequest: 2_000,
      requestsPerMinute: 5,
    });
    expect(paceOf([quota(), dailyPool({ appliedValue: 14_400_000_000 })])).toMatchObject({
      quotaCode: 'L-F4DDD3EB',
      tokensPerMinute: 1_000_000,
      requestsPerMinute: 500,
    });
  });

  it('counts the row of a model twice for cross-Region calls', () => {
    const day = quota({ quotaCode: 'L-0000000D', scope: 'model', dimension: 'tokensPerDay', appliedValue: 720_000 });
    expect(paceOf([quota(), day])).toMatchObject({ quotaCode: 'L-0000000D', tokensPerDay: 1_440_000 });
  });

  it('never has more requests than their quota', () => {
    expect(paceOf([quota(), requestQuota({ appliedValue: 300 })])?.requestsPerMinute).toBe(300);
  });

  it('is of the size given, of none where none was seen, and nothing without a quota of tokens', () => {
    expect(paceOf([quota()], 4_000)?.requestsPerMinute).toBe(250);
    expect(paceOf([quota()], null, false)).toMatchObject({ tokensPerRequest: null, requestsPerMinute: null });
    expect(paceOf([requestQuota()])).toBeNull();
  });

  it('is 0 for a quota of 0', () => {
    expect(paceOf([quota({ appliedValue: 0 })])).toMatchObject({ tokensPerDay: 0, requestsPerMinute: 0 });
  });
});
