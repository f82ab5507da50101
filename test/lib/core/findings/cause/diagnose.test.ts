import type { EvaluationInput } from '../../../../../lib/core/findings/evaluation';
import { dailyPool, minuteOf, quota, requestQuota, SONNET, series, usage } from '../../fixtures';
import { find, findingsOf } from '../evaluation';

const ID = `us.${SONNET}`;
const OPUS = 'anthropic.claude-opus-4-5-20251101-v1:0';

function causeOf(changes: Partial<EvaluationInput>) {
  const { cause } = find(findingsOf(changes), `throttled/crossRegion/${SONNET}`);
  if (!cause) throw new Error('a throttled finding has a cause');
  return cause;
}

describe('the cause of throttles over several minutes', () => {
  it('is that of most throttles, and tells what else was at work', () => {
    const cause = causeOf({
      series: [
        series(ID, [
          usage('14:20', { invocations: 300, estimatedTpm: 970_000, throttles: 30 }),
          usage('14:28', { invocations: 499, estimatedTpm: 100_000, throttles: 10 }),
        ]),
      ],
    });
    expect(cause).toEqual({
      kind: 'tokensPerMinute',
      confidence: 'medium',
      evidence: [
        'at the limit in the minutes with 75% of the throttles',
        'tokens/min peaked at 970,000 of 1,000,000 (97%) in a minute with throttles or the one after',
        'also requests per minute (L-4A6BFAB1): 25% of the throttles',
      ],
    });
  });

  it('has low confidence when no cause explains half of the throttles', () => {
    const cause = causeOf({
      quotas: [quota(), requestQuota(), dailyPool({ appliedValue: 2_000_000 })],
      series: [
        series(ID, [
          usage('14:10', { invocations: 300, estimatedTpm: 970_000, throttles: 40 }),
          usage('14:16', { invocations: 499, estimatedTpm: 100_000, throttles: 30 }),
          usage('14:20', { invocations: 300, estimatedTpm: 880_000, throttles: 30 }),
        ]),
      ],
    });
    expect(cause).toMatchObject({ kind: 'tokensPerMinute', confidence: 'low' });
  });

  it('takes the day as it stood in the minute, not as it stands now', () => {
    const cause = causeOf({
      quotas: [quota(), requestQuota(), dailyPool({ appliedValue: 1_000_000 })],
      series: [
        series(ID, [
          usage('13:00', { invocations: 100, estimatedTpm: 300_000, throttles: 20 }),
          usage('14:00', { invocations: 300, estimatedTpm: 690_000 }),
        ]),
      ],
    });
    expect(cause.kind).toBe('reservation');
    expect(cause.evidence).toContain('the day stood at 30% of L-E3F10727 (estimate)');
  });

  it('counts in the day what other models spent of the pool', () => {
    const resolve: EvaluationInput['resolve'] = (modelId) => ({
      kind: 'model',
      scope: 'crossRegion',
      baseModelId: modelId === OPUS ? OPUS : SONNET,
      via: 'profile',
      name: modelId,
    });
    const cause = causeOf({
      resolve,
      quotas: [quota(), dailyPool({ appliedValue: 1_000_000 })],
      series: [
        series(OPUS, [usage('09:00', { invocations: 100, estimatedTpm: 900_000 })]),
        series(ID, [usage('14:00', { invocations: 100, estimatedTpm: 100_000, throttles: 20 })]),
      ],
    });
    expect(cause).toEqual({
      kind: 'tokensPerDay',
      confidence: 'medium',
      evidence: [
        'the day stood at 1,000,000 of 1,000,000 (100%) of L-E3F10727 when calls were refused (estimate)',
        'tokens/min peaked at 100,000 of 1,000,000 (10%) in a minute with throttles or the one after',
      ],
    });
  });

  it('acquits a zero quota of refusals before calls were let in, and not of those after', () => {
    const quotas = [quota(), requestQuota({ appliedValue: 0 })];
    const before = [usage('14:20', { throttles: 9 }), usage('14:25', { invocations: 300, estimatedTpm: 970_000 })];
    const after = [usage('14:20', { invocations: 300, estimatedTpm: 970_000 }), usage('14:25', { throttles: 9 })];
    expect(causeOf({ quotas, series: [series(ID, before)] }).kind).toBe('capacity');
    expect(causeOf({ quotas, series: [series(ID, after)] }).kind).toBe('zeroQuota');
  });

  it('says the reservation that would fill the quota, and how sure that is', () => {
    const reserving = (invocations: number, complete = true) =>
      causeOf({
        series: [
          series(ID, [usage('14:32', { invocations, estimatedTpm: 340_000, throttles: invocations / 5 })], complete),
        ],
      });
    expect(reserving(100)).toMatchObject({ kind: 'reservation', confidence: 'medium' });
    expect(reserving(100).evidence).toContain(
      'it would be full if each accepted call had reserved 6,600 tokens more than it used',
    );
    expect(reserving(5)).toMatchObject({ kind: 'capacity', confidence: 'low' });
    expect(reserving(5).evidence).toContain(
      '6 calls of 64,000 tokens each cannot have filled the quota when they started: shared capacity is more likely',
    );
    expect(reserving(100, false).confidence).toBe('low');
  });

  it('names the quotas that no metric shows when it is in doubt, and only then', () => {
    const unseen = quota({ quotaCode: 'L-0000000B', variant: 'longContext', appliedValue: 500_000 });
    const other = quota({ quotaCode: 'L-0000000C', variant: 'longContext', modelIds: [OPUS] });
    const at = (estimatedTpm: number) =>
      causeOf({
        quotas: [quota(), unseen, other],
        series: [series(ID, [usage('14:32', { invocations: 100, estimatedTpm, throttles: 20 })])],
      }).evidence.join('; ');
    expect(at(300_000)).toContain('L-0000000B limits long-context calls, whose use no metric shows');
    expect(at(300_000)).not.toContain('L-0000000C');
    expect(at(970_000)).not.toContain('L-0000000B');
  });

  it('compares a peak with the quarter of an hour before it, quiet minutes being 0', () => {
    const lone = Array.from({ length: 7 }, (_, index) => usage(minuteOf('14:24') + index, { estimatedTpm: 600_000 }));
    const throttled = usage('14:32', { invocations: 100, estimatedTpm: 600_000, throttles: 20 });
    expect(causeOf({ series: [series(ID, [...lone, throttled])] })).toMatchObject({
      kind: 'burst',
      evidence: [
        'tokens/min peaked at 600,000 of 1,000,000 (60%) in a minute with throttles or the one after',
        'the surrounding minutes were at 0 per minute (median)',
        expect.any(String),
      ],
    });
    const steady = [usage(minuteOf('14:23'), { estimatedTpm: 600_000 }), ...lone];
    expect(causeOf({ series: [series(ID, [...steady, throttled])] }).kind).toBe('reservation');
  });
});
