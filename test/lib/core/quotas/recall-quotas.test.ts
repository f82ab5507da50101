import fc from 'fast-check';
import {
  NOTHING_SEEN,
  type QuotaReading,
  recallQuotas,
  type SeenQuotas,
  toListedRows,
} from '../../../../lib/core/quotas/recall-quotas';
import type { MappedQuota, Quota } from '../../../../lib/core/vocabulary/quota';
import { minuteOf, quota, requestQuota } from '../fixtures';

const TOKENS = 'L-F4DDD3EB';
const REQUESTS = 'L-4A6BFAB1';
const NOW = minuteOf('13:00');

function toRow({ quotaCode, quotaName, appliedValue, adjustable }: Quota) {
  return { QuotaCode: quotaCode, QuotaName: quotaName, Value: appliedValue, Adjustable: adjustable };
}

const BATCH = { QuotaCode: 'L-BA7C4000', QuotaName: 'Records per batch', Value: 1, Adjustable: false };

/** A complete read of some quotas and of one row that is none, changed. */
function reading(quotas: readonly Quota[], changes: Partial<QuotaReading> & { extra?: readonly unknown[] } = {}) {
  const { extra = [], ...others } = changes;
  const rows = toListedRows([...quotas.map(toRow), BATCH, ...extra]);
  return { quotas, rows, applied: true, defaults: true, now: NOW, ...others };
}

function memory(quotas: readonly MappedQuota[], changes: Partial<SeenQuotas> = {}): SeenQuotas {
  return { ...NOTHING_SEEN, quotas, otherCodes: [BATCH.QuotaCode], ...changes };
}

const codesOf = (quotas: readonly Quota[]) => quotas.map(({ quotaCode }) => quotaCode);
const BOTH = memory([quota(), requestQuota()]);

describe('a row that is listed no more', () => {
  it('is watched on until a second complete read lacks it too', () => {
    const first = recallQuotas(BOTH, reading([quota()]));
    expect(codesOf(first.quotas)).toEqual([TOKENS, REQUESTS]);
    expect(first).toMatchObject({ lost: [], missingSince: { [REQUESTS]: NOW } });
    const second = recallQuotas({ ...BOTH, ...first, quotas: BOTH.quotas }, reading([quota()], { now: NOW + 60 }));
    expect(codesOf(second.quotas)).toEqual([TOKENS]);
    expect(second).toMatchObject({ lost: [{ quota: requestQuota(), nowNamed: null }], missingSince: {} });
  });

  it('is not lost when it comes back between', () => {
    const marked = memory([quota(), requestQuota()], { missingSince: { [REQUESTS]: NOW - 60 } });
    expect(recallQuotas(marked, reading([quota(), requestQuota()]))).toMatchObject({ lost: [], missingSince: {} });
  });

  it('is not lost by the same read seen twice', () => {
    const marked = memory([quota(), requestQuota()], { missingSince: { [REQUESTS]: NOW } });
    expect(recallQuotas(marked, reading([quota()]))).toMatchObject({ lost: [], missingSince: { [REQUESTS]: NOW } });
  });

  it.each([[{}], [{ [REQUESTS]: NOW - 60 }]])(
    'is kept by a read that failed, and so is its mark %j',
    (missingSince) => {
      const marked = memory([quota(), requestQuota()], { missingSince });
      const recalled = recallQuotas(marked, reading([quota()], { applied: false }));
      expect(codesOf(recalled.quotas)).toEqual([TOKENS, REQUESTS]);
      expect(recalled).toMatchObject({ lost: [], missingSince, otherCodes: [BATCH.QuotaCode] });
    },
  );

  it('is lost at once when its code is listed under a name of no inference quota', () => {
    const renamed = { ...toRow(requestQuota()), QuotaName: 'Provisioned requests' };
    const recalled = recallQuotas(BOTH, reading([quota()], { extra: [renamed] }));
    expect(recalled.lost).toEqual([{ quota: requestQuota(), nowNamed: 'Provisioned requests' }]);
    expect(recalled.otherCodes).toEqual([BATCH.QuotaCode, REQUESTS]);
  });

  it('is no loss when its name is the very same and only this release reads it otherwise', () => {
    const recalled = recallQuotas(BOTH, reading([quota()], { extra: [toRow(requestQuota())] }));
    expect(recalled).toMatchObject({ lost: [], missingSince: {} });
    expect(codesOf(recalled.quotas)).toEqual([TOKENS]);
  });
});

describe('what a read does not show is what was known', () => {
  it.each([
    ['no usable value', { Value: 'many' }],
    ['no name', { QuotaName: ' ' }],
  ])('a row with %s', (_, junk) => {
    const recalled = recallQuotas(BOTH, reading([quota()], { extra: [{ ...toRow(requestQuota()), ...junk }] }));
    expect(codesOf(recalled.quotas)).toEqual([TOKENS, REQUESTS]);
    expect(recalled).toMatchObject({ lost: [], missingSince: {} });
  });

  it('a row that does not say whether it is adjustable', () => {
    const rows = toListedRows([{ ...toRow(quota()), Adjustable: undefined }]);
    const [recalled] = recallQuotas(BOTH, reading([quota({ adjustable: false })], { rows })).quotas;
    expect(recalled?.adjustable).toBe(true);
  });

  it.each([
    [false, 5_000_000],
    [true, null],
  ])('a default, when the defaults were read in full: %s', (defaults, expected) => {
    const [recalled] = recallQuotas(BOTH, reading([quota({ defaultValue: null })], { defaults })).quotas;
    expect(recalled?.defaultValue).toBe(expected);
  });
});

describe('codes that are listed as something else', () => {
  it('are not known before a listing was read in full', () => {
    expect(recallQuotas(NOTHING_SEEN, reading([quota()], { applied: false })).otherCodes).toBeNull();
    expect(recallQuotas(NOTHING_SEEN, reading([quota()])).otherCodes).toEqual([BATCH.QuotaCode]);
  });

  it('hold those that cannot be read, which are not new later', () => {
    const extra = [{ ...toRow(requestQuota()), Value: null }];
    expect(recallQuotas(NOTHING_SEEN, reading([quota()], { extra })).otherCodes).toEqual([BATCH.QuotaCode, REQUESTS]);
  });
});

it('reads any rows without complaint, and a code whose rows differ in what can be read as not whole', () => {
  fc.assert(fc.property(fc.array(fc.anything()), (rows) => void toListedRows(rows)));
  const rows = toListedRows([toRow(quota()), { ...toRow(quota()), Value: -1 }, toRow(quota())]);
  expect(rows.get(TOKENS)).toEqual({ name: quota().quotaName, isWhole: false });
});
