import { planIncreases } from '../../../../../lib/core/answers/increase';
import type { MappedQuota } from '../../../../../lib/core/vocabulary/quota';
import { input } from '../../findings/evaluation';
import { increaseRequest, quota, requestQuota, SONNET, series, usage } from '../../fixtures';
import { judge } from '../../judge';

const CODE = 'L-F4DDD3EB';

function planOf(
  quotas: readonly MappedQuota[],
  changes: Partial<Parameters<typeof planIncreases>[0]> = {},
  peak: number | null = 970_000,
) {
  const minutes = peak === null ? [] : [usage('14:30', { invocations: 10, estimatedTpm: peak })];
  const { measurements } = judge(input({ quotas, series: [series(`us.${SONNET}`, minutes)] }));
  return planIncreases({ quotaCodes: [CODE], value: null, quotas, measurements, requests: [], ...changes });
}

describe('the value that is asked for', () => {
  it('leaves the peak at 60 % of it, and is above the default', () => {
    expect(planOf([quota({ defaultValue: 1_000_000 })])).toMatchObject([
      { kind: 'ask', desiredValue: 1_700_000, basis: 'peak', peak: 970_000 },
    ]);
    expect(planOf([quota()])).toMatchObject([
      { kind: 'ask', desiredValue: 5_000_001, basis: 'default', peak: 970_000 },
    ]);
  });

  it('is by the default, or half as much again, where no use was seen', () => {
    expect(planOf([quota()], {}, null)).toMatchObject([{ desiredValue: 5_000_001, basis: 'default', peak: null }]);
    expect(planOf([quota({ defaultValue: 500_000 })], {}, null)).toMatchObject([
      { desiredValue: 1_500_000, basis: 'default' },
    ]);
  });

  it('starts small for a day of 0 whose default is not known: more for embeddings', () => {
    const day = quota({ dimension: 'tokensPerDay', scope: 'model', appliedValue: 0, defaultValue: null });
    expect(planOf([day], {}, null)).toMatchObject([{ desiredValue: 50_000, basis: 'start' }]);
    expect(planOf([{ ...day, modelLabel: 'Amazon Titan Text Embeddings V2' }], {}, null)).toMatchObject([
      { desiredValue: 100_000, basis: 'start' },
    ]);
    expect(planOf([{ ...day, dimension: 'tokensPerMinute' }], {}, null)).toMatchObject([{ kind: 'noDefault' }]);
  });

  it('is the one given, if AWS takes it', () => {
    expect(planOf([quota()], { value: 6_000_000 })).toMatchObject([{ desiredValue: 6_000_000, basis: 'given' }]);
    expect(planOf([quota()], { value: 5_000_000 })).toMatchObject([{ kind: 'tooSmall', least: 5_000_000 }]);
    expect(planOf([quota({ appliedValue: 7_000_000 })], { value: 6_000_000 })).toMatchObject([
      { kind: 'tooSmall', least: 7_000_000 },
    ]);
  });
});

describe('what is not asked for', () => {
  it('is what cannot be raised by API: its sibling is named, where there is one', () => {
    const day = quota({ quotaCode: 'L-0000000D', scope: 'model', dimension: 'tokensPerDay', adjustable: false });
    expect(planOf([day, quota()], { quotaCodes: ['L-0000000D'] })).toMatchObject([
      { kind: 'notAdjustable', sibling: { quotaCode: CODE } },
    ]);
    expect(planOf([quota({ adjustable: false })])).toMatchObject([{ kind: 'notAdjustable', sibling: null }]);
  });

  it('is what is asked for already, and what is more than the account may have open', () => {
    expect(planOf([quota()], { requests: [increaseRequest()] })).toMatchObject([
      { kind: 'open', request: { desiredValue: 5_000_001 } },
    ]);
    const others = Array.from({ length: 20 }, (_, index) => quota({ quotaCode: `L-1${index}` }));
    const requests = others.map(({ quotaCode }) => increaseRequest({ quotaCode }));
    expect(planOf([quota(), ...others], { requests })).toMatchObject([{ kind: 'tooMany', open: 20 }]);
    expect(
      planOf([quota(), requestQuota(), ...others], { requests: requests.slice(1), quotaCodes: [CODE, 'L-4A6BFAB1'] }),
    ).toMatchObject([{ kind: 'ask' }, { kind: 'tooMany', open: 20 }]);
  });

  it('is what is not listed', () => {
    expect(planOf([])).toEqual([{ kind: 'unknown', quotaCode: CODE }]);
  });
});
