import type { EvaluationInput } from '../../../../../lib/core/findings/evaluation';
import { increaseRequest, minuteOf, quota, requestQuota, SONNET, series, usage } from '../../fixtures';
import { find, findingsOf, TOKENS } from '../evaluation';

const ID = `us.${SONNET}`;
const RAISED_AT = minuteOf('14:30');

/** Refused at 190,000 until 14:29, quiet since. */
const REFUSED = series(ID, [
  usage('14:20', { invocations: 100, estimatedTpm: 190_000, throttles: 20 }),
  usage('14:29', { invocations: 100, estimatedTpm: 195_000, throttles: 20 }),
  usage('14:32', { invocations: 100, estimatedTpm: 200_000 }),
]);

function change(before: number, after: number) {
  const [old, now] = [quota({ appliedValue: before }), quota({ appliedValue: after })];
  return { at: RAISED_AT, before: old, after: now, nowNamed: null };
}

function throttledOf(changes: Partial<EvaluationInput>) {
  return find(findingsOf({ series: [REFUSED], ...changes }), `throttled/crossRegion/${SONNET}`);
}

describe('minutes of another value', () => {
  it('are judged by the value the watchdog saw then', () => {
    const { cause, remedies } = throttledOf({ changes: [change(200_000, 1_000_000)] });
    expect(cause).toMatchObject({ kind: 'tokensPerMinute', confidence: 'high' });
    expect(cause?.evidence).toContain(
      'tokens/min peaked at 195,000 of 200,000 (97%) in a minute with throttles or the one after, 200,000 was in force then, 1,000,000 is now',
    );
    expect(remedies.map(({ title }) => title)).toEqual([
      'L-F4DDD3EB has been raised to 1,000,000 since then: nothing to do unless calls are refused again',
    ]);
  });

  it('are of the value now where nothing changed', () => {
    expect(throttledOf({}).cause?.kind).toBe('reservation');
  });

  it('are told to be of an unknown value where only the grant of a request is known', () => {
    const request = increaseRequest({
      desiredValue: 1_000_000,
      status: 'CASE_CLOSED',
      updatedAt: '2026-10-14T14:30:00Z',
    });
    const { cause } = throttledOf({ requests: [request] });
    expect(cause).toMatchObject({ kind: 'unknown', confidence: 'low' });
    expect(cause?.evidence[0]).toBe('L-F4DDD3EB was raised to 1,000,000 since then, and its value before is not known');
  });

  it('are of an earlier approved request where there is one', () => {
    const requests = [
      increaseRequest({ desiredValue: 200_000, status: 'APPROVED', updatedAt: '2026-09-01T00:00:00Z' }),
      increaseRequest({ desiredValue: 1_000_000, status: 'APPROVED', updatedAt: '2026-10-14T14:30:00Z' }),
    ];
    expect(throttledOf({ requests }).cause?.kind).toBe('tokensPerMinute');
  });

  it('blame a quota that was 0 then and is none now', () => {
    const { cause } = throttledOf({
      series: [series(ID, [usage('14:20', { throttles: 9 })])],
      changes: [change(0, 1_000_000)],
    });
    expect(cause?.kind).toBe('zeroQuota');
  });

  it('hold a use against what a lowered quota was then, and say so', () => {
    const lowered = {
      quotas: [quota({ appliedValue: 200_000 }), requestQuota()],
      changes: [change(1_000_000, 200_000)],
    };
    const used = [series(ID, [usage('14:29', { invocations: 100, estimatedTpm: 900_000 })])];
    expect(find(findingsOf({ ...lowered, series: used }), TOKENS)).toMatchObject({
      utilizationPercent: 90,
      appliedValue: 200_000,
      effectiveLimit: 1_000_000,
    });
  });

  it('hold a use against a raised quota as it is now', () => {
    const used = [series(ID, [usage('14:29', { invocations: 100, estimatedTpm: 190_000 })])];
    const finding = find(findingsOf({ series: used, changes: [change(200_000, 1_000_000)] }), TOKENS);
    expect(finding).toMatchObject({ utilizationPercent: 19, appliedValue: 1_000_000 });
    expect(finding).not.toHaveProperty('effectiveLimit');
  });
});
