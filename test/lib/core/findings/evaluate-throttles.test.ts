import type { EvaluationInput } from '../../../../lib/core/findings/evaluation';
import { dailyPool, quota, requestQuota, SONNET, series, usage } from '../fixtures';
import { find, findingsOf } from './evaluation';

describe('throttles and their cause', () => {
  const cause = (changes: Partial<EvaluationInput>) => find(findingsOf(changes), `throttled/crossRegion/${SONNET}`);

  it('blames tokens per minute when each minute with throttles is at the limit, and never a low day', () => {
    const finding = cause({
      quotas: [quota(), requestQuota(), dailyPool()],
      series: [
        series(`us.${SONNET}`, [
          usage('14:30', { invocations: 300, estimatedTpm: 970_000, throttles: 20 }),
          usage('14:32', { invocations: 300, estimatedTpm: 990_000, throttles: 21 }),
        ]),
      ],
    });
    expect(finding).toMatchObject({
      severity: 'critical',
      quotaCode: 'L-F4DDD3EB',
      cause: { kind: 'tokensPerMinute', confidence: 'high' },
      usage: { value: 41, unit: 'requests' },
    });
  });

  it('blames requests per minute when those are at the limit', () => {
    const finding = cause({
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 498, estimatedTpm: 90_000, throttles: 20 })])],
    });
    expect(finding.cause).toMatchObject({ kind: 'requestsPerMinute', confidence: 'high' });
    expect(finding.quotaCode).toBe('L-4A6BFAB1');
  });

  it('blames the day only when the day is near its end and the minute is not', () => {
    const finding = cause({
      quotas: [quota(), requestQuota(), dailyPool({ appliedValue: 50_000_000 })],
      series: [
        series(`us.${SONNET}`, [
          usage('09:00', { invocations: 1, estimatedTpm: 49_000_000 }),
          usage('14:32', { invocations: 10, estimatedTpm: 100_000, throttles: 20 }),
        ]),
      ],
    });
    expect(finding).toMatchObject({ quotaCode: 'L-E3F10727', cause: { kind: 'tokensPerDay', confidence: 'medium' } });
  });

  it('blames the reservation when settled use is well below the limit, with the max_tokens to aim for', () => {
    const finding = cause({
      series: [
        series(`us.${SONNET}`, [
          usage('14:32', { invocations: 100, output: 41_000, estimatedTpm: 340_000, throttles: 20 }),
        ]),
      ],
    });
    expect(finding.cause).toMatchObject({ kind: 'reservation', confidence: 'medium' });
    expect(finding.remedies[0]?.title).toContain('calls return 410 tokens on average');
  });

  it.each([
    // 400 requests per minute; 960,000 tokens at 6,000 a call are 160 a minute.
    ['requests', { invocations: 300, throttles: 120, estimatedTpm: 90_000 }, 'at most 6 requests per second'],
    ['tokens', { invocations: 100, throttles: 20, estimatedTpm: 600_000 }, 'at most 2 requests per second'],
  ])('says how fast to call after a burst of %s', (_, peak, pace) => {
    const quotas = [quota({ appliedValue: 960_000 }), requestQuota({ appliedValue: 400 })];
    const finding = cause({ quotas, series: [series(`us.${SONNET}`, [usage('14:32', peak)])] });
    expect(finding.cause?.kind).toBe('burst');
    expect(finding.remedies[0]?.title).toBe(
      `Spread the calls over the minute: ${pace}; retry with random pauses (jitter), after the next minute has begun`,
    );
  });

  it('spells a pace below one a second in seconds', () => {
    const quotas = [quota(), requestQuota({ appliedValue: 40 })];
    const peak = usage('14:32', { invocations: 30, throttles: 12, estimatedTpm: 30_000 });
    const [first] = cause({ quotas, series: [series(`us.${SONNET}`, [peak])] }).remedies;
    expect(first?.title).toContain('at most one request every 2 seconds');
  });

  it('blames no quota when use is near zero, and advises to back off', () => {
    const finding = cause({
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 2, estimatedTpm: 2_000, throttles: 3 })])],
    });
    expect(finding).toMatchObject({ quotaCode: null, cause: { kind: 'capacity', confidence: 'low' } });
    expect(finding.remedies.map(({ title }) => title)).toEqual([expect.stringContaining('call another Region')]);
  });

  it('blames a zero quota before anything else', () => {
    const finding = cause({
      quotas: [quota(), requestQuota({ appliedValue: 0 })],
      series: [series(`us.${SONNET}`, [usage('14:32', { throttles: 3 })])],
    });
    expect(finding).toMatchObject({ quotaCode: 'L-4A6BFAB1', cause: { kind: 'zeroQuota', confidence: 'high' } });
  });

  it('acquits a zero quota when calls were accepted in the same minutes', () => {
    const row = quota({ quotaCode: 'L-0000000D', scope: 'model', dimension: 'tokensPerDay', appliedValue: 0 });
    const finding = cause({
      quotas: [quota(), row],
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 300, estimatedTpm: 970_000, throttles: 20 })])],
    });
    expect(finding).toMatchObject({ quotaCode: 'L-F4DDD3EB', cause: { kind: 'tokensPerMinute' } });
  });

  it('counts calls that settle in the next minute', () => {
    const finding = cause({
      series: [
        series(`us.${SONNET}`, [
          usage('14:31', { invocations: 3, estimatedTpm: 10_000, throttles: 9 }),
          usage('14:32', { invocations: 300, estimatedTpm: 970_000 }),
        ]),
      ],
    });
    expect(finding.cause?.kind).toBe('tokensPerMinute');
  });

  it('says unknown when no quota of the traffic is known', () => {
    const finding = cause({
      quotas: [],
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 2, throttles: 3 })])],
    });
    expect(finding.cause?.kind).toBe('unknown');
  });

  it.each([
    [95, 5, 'critical'],
    [96, 4, 'warning'],
  ])('%d accepted and %d refused calls are %s', (invocations, throttles, severity) => {
    expect(
      cause({ series: [series(`us.${SONNET}`, [usage('14:32', { invocations, throttles, estimatedTpm: 970_000 })])] })
        .severity,
    ).toBe(severity);
  });
});
