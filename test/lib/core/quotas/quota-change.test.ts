import { compareQuotas, keepChanges, type QuotaChange } from '../../../../lib/core/quotas/quota-change';
import type { MappedQuota } from '../../../../lib/core/vocabulary/quota';
import { minuteOf, quota, requestQuota } from '../fixtures';

const AT = minuteOf('13:00');

function compare(before: readonly MappedQuota[], after: readonly MappedQuota[], newCodes: readonly string[] = []) {
  return compareQuotas(before, after, { at: AT, lost: [], isNewCode: (code) => newCodes.includes(code) });
}

describe('a change is what AWS says otherwise of a quota code', () => {
  it.each([
    ['raised', { appliedValue: 5_000_001 }],
    ['lowered', { appliedValue: 200_000 }],
    ['now 0', { appliedValue: 0 }],
    ['no longer adjustable', { adjustable: false }],
    ['with another default', { defaultValue: 6_000_000 }],
    ['renamed', { quotaName: 'Cross-region model inference tokens per minute for Claude Sonnet 4.5' }],
  ] as const)('%s', (_, changes) => {
    const [before, after] = [quota(), quota(changes)];
    expect(compare([requestQuota(), before], [after, requestQuota()])).toEqual([
      { at: AT, before, after, nowNamed: null },
    ]);
  });

  it('a new row', () => {
    const after = requestQuota();
    expect(compare([quota()], [quota(), after], [after.quotaCode])).toEqual([
      { at: AT, before: null, after, nowNamed: null },
    ]);
  });

  it('a lost row', () => {
    const lost = [
      { quota: quota(), nowNamed: null },
      { quota: requestQuota(), nowNamed: 'Something else' },
    ];
    expect(compareQuotas([quota(), requestQuota()], [], { at: AT, lost, isNewCode: () => true })).toEqual([
      { at: AT, before: quota(), after: null, nowNamed: null },
      { at: AT, before: requestQuota(), after: null, nowNamed: 'Something else' },
    ]);
  });
});

describe('no change', () => {
  it.each([
    ['nothing else', {}, {}],
    ['a default that could not be read', {}, { defaultValue: null }],
    ['a default that could not be read before', { defaultValue: null }, {}],
    ['an override of ours', {}, { mapping: 'override', modelIds: ['anthropic.claude-opus-4-8'] }],
    ['a mapping that was lost', {}, { mapping: 'unmapped', modelIds: [] }],
    ['a name this release reads otherwise', {}, { modelLabel: 'Claude Sonnet 4.5', variant: 'longContext' }],
  ] as const)('%s', (_, before, after) => {
    expect(compare([quota(before)], [quota(after)])).toEqual([]);
  });

  it('a row that no earlier complete listing could have shown', () => {
    expect(compare([], [quota(), requestQuota()])).toEqual([]);
  });

  it('a row that a failed page hides: nobody says that it is lost', () => {
    expect(compare([quota(), requestQuota()], [quota()])).toEqual([]);
  });
});

it('keeps changes for a day, so that a crash between reading and speaking loses none', () => {
  const change = (at: number): QuotaChange => ({
    at,
    before: quota(),
    after: quota({ appliedValue: 1 }),
    nowNamed: null,
  });
  expect(keepChanges([change(AT - 1440), change(AT - 1439)], [change(AT)], AT).map(({ at }) => at)).toEqual([
    AT - 1439,
    AT,
  ]);
});
