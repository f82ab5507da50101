import { isOwnQuota } from '../../../../../lib/core/answers/explain/explanation';
import { dailyPool, quota, requestQuota, SONNET, series, usage } from '../../fixtures';
import { calm, DAY, explain, full, globalTokens, modelDay, REQUESTS, refused, TOKENS, US } from './explaining';

describe('"Too many tokens per day"', () => {
  test.each([
    ['tokens per minute', [quota({ appliedValue: 0 }), requestQuota()], 'L-F4DDD3EB'],
    ['requests per minute', [quota(), requestQuota({ appliedValue: 0 })], 'L-4A6BFAB1'],
    ['the daily row before the others', [quota({ appliedValue: 0 }), { ...modelDay, appliedValue: 0 }], 'L-0000000D'],
    ['the pool of the account', [quota(), dailyPool({ appliedValue: 0 })], 'L-E3F10727'],
  ])('is a zero quota first: %s', (_, quotas, quotaCode) => {
    const explanation = explain(DAY, { quotas, series: [series(US, refused)] });
    expect(explanation).toMatchObject({
      quota: { quotaCode, appliedValue: 0, utilizationPercent: null },
      cause: { kind: 'zeroQuota', confidence: 'high' },
    });
    expect(explanation.candidates[0]?.quotaCode).toBe(quotaCode);
    expect(explanation.remedies.length).toBeGreaterThan(0);
    expect(isOwnQuota(explanation)).toBe(true);
  });

  test('is no zero quota of another scope or model, and none that let calls through while it refused', () => {
    const zero = { appliedValue: 0 };
    const other = quota({ ...zero, quotaCode: 'L-0000000B', modelIds: ['amazon.nova-pro-v1:0'] });
    const quotas = [quota(), { ...globalTokens, ...zero }, other, { ...modelDay, ...zero }];
    expect(explain(DAY, { quotas, series: [series(US, full)] }).cause.kind).toBe('tokensPerMinute');
  });

  test('is less sure of a zero quota when calls were accepted in the look-back', () => {
    const quotas = [quota({ appliedValue: 0 })];
    expect(explain(DAY, { quotas, series: [series(US, calm)] }).cause).toMatchObject({
      kind: 'zeroQuota',
      confidence: 'medium',
    });
  });

  test.each([
    [91_000_000, 'tokensPerDay', 'medium'],
    [101_000_000, 'tokensPerDay', 'high'],
    [89_000_000, 'unknown', 'low'],
  ])('%d of 100,000,000 for the day: %s', (estimatedTpm, kind, confidence) => {
    const quotas = [quota({ appliedValue: 1_000_000_000 }), dailyPool({ appliedValue: 100_000_000 })];
    const explanation = explain(DAY, {
      quotas,
      series: [series(US, [usage('09:00', { invocations: 1, estimatedTpm })])],
    });
    expect(explanation.cause).toMatchObject({ kind, confidence });
    expect(explanation.quota?.quotaCode ?? null).toBe(kind === 'unknown' ? null : 'L-E3F10727');
    expect(explanation.cause.evidence.join(' ')).toMatch(
      /L-E3F10727 \(tokens\/day, all models\) is at about .* estimate/,
    );
  });

  test('counts a per-model row double for cross-Region calls, and says so', () => {
    const quotas = [quota(), modelDay];
    const day = (estimatedTpm: number) =>
      explain(DAY, { quotas, series: [series(US, [usage('09:00', { invocations: 1, estimatedTpm })])] });
    expect(day(10_000_000).cause.kind).toBe('unknown');
    const passed = day(19_000_000);
    expect(passed).toMatchObject({ quota: { quotaCode: 'L-0000000D' }, cause: { kind: 'tokensPerDay' } });
    expect(passed.cause.evidence[0]).toContain('19,000,000 of 20,000,000 (95%)');
    expect(passed.cause.evidence[0]).toContain('applied 10,000,000, doubled for cross-Region calls');
  });

  test('never blames a low day: the minute binds, and it says that the text says otherwise', () => {
    const explanation = explain(DAY, { quotas: [quota(), dailyPool()], series: [series(US, full)] });
    expect(explanation).toMatchObject({
      quota: { quotaCode: 'L-F4DDD3EB', utilizationPercent: 98 },
      cause: { kind: 'tokensPerMinute', confidence: 'medium' },
    });
    expect(explanation.cause.evidence[0]).toMatch(
      /^the text says tokens per day, but what binds is the minute.*1,950,000 of 150,000,000/,
    );
    expect(explanation.candidates.map(({ quotaCode }) => quotaCode)).toEqual(['L-F4DDD3EB', 'L-E3F10727']);
  });

  test('also from the numbers alone, when CloudWatch shows no throttles', () => {
    const series_ = [series(US, [usage('14:30', { invocations: 1, estimatedTpm: 950_000 })])];
    expect(explain(DAY, { quotas: [quota(), dailyPool()], series: series_ }).cause).toMatchObject({
      kind: 'tokensPerMinute',
      confidence: 'medium',
    });
  });

  test('is unknown with both numbers when day and minute are low', () => {
    const {
      cause,
      quota: found,
      remedies,
    } = explain(DAY, { quotas: [quota(), dailyPool()], series: [series(US, calm)] });
    expect({ kind: cause.kind, found }).toEqual({ kind: 'unknown', found: null });
    expect(cause.evidence).toEqual([
      'L-E3F10727 (tokens/day, all models) is at about 100,000 of 150,000,000 (<1%) since midnight UTC, an estimate',
      'L-F4DDD3EB (tokens/min) peaked at 100,000 of 1,000,000 (10%) in the minute 14:30 UTC',
    ]);
    expect(remedies.length).toBeGreaterThan(0);
  });

  test('of a day full by other models blames the pool of all models without any model given', () => {
    const explanation = explain(
      DAY,
      {
        quotas: [dailyPool({ appliedValue: 1_000_000 })],
        series: [series(US, [usage('09:00', { invocations: 1, estimatedTpm: 990_000 })])],
      },
      { modelId: null },
    );
    expect(explanation).toMatchObject({
      model: null,
      quota: { quotaCode: 'L-E3F10727' },
      cause: { kind: 'tokensPerDay' },
    });
  });
});

describe('"Too many tokens"', () => {
  test('is the tokens per minute at their limit, as check finds', () => {
    const explanation = explain(TOKENS, { quotas: [quota(), globalTokens], series: [series(US, full)] });
    expect(explanation).toMatchObject({
      quota: { quotaCode: 'L-F4DDD3EB' },
      cause: { kind: 'tokensPerMinute', confidence: 'high' },
      candidates: [{ quotaCode: 'L-F4DDD3EB', defaultValue: 5_000_000 }],
    });
    expect(explanation.remedies.some(({ title }) => title.includes(`call global.${SONNET}`))).toBe(true);
  });

  test('is the reservation when settled use is far below: the finding of check, with its max_tokens', () => {
    const minutes = [usage('14:32', { invocations: 100, output: 41_000, estimatedTpm: 340_000, throttles: 20 })];
    const explanation = explain(TOKENS, { series: [series(US, minutes)] });
    expect(explanation.cause.kind).toBe('reservation');
    expect(explanation.remedies[0]?.title).toContain('max_tokens');
  });

  test('is the reservation, less sure, when no throttles were seen', () => {
    const explanation = explain(TOKENS, {
      series: [series(US, [usage('14:30', { invocations: 9, estimatedTpm: 400_000 })])],
    });
    expect(explanation).toMatchObject({
      quota: { quotaCode: 'L-F4DDD3EB' },
      cause: { kind: 'reservation', confidence: 'low' },
    });
    expect(explanation.remedies[0]?.title).toContain('max_tokens');
  });

  test.each([
    [
      'use near zero of a quota no call can reserve',
      [series(US, [usage('14:30', { invocations: 1, estimatedTpm: 900 })])],
      '(<1%)',
    ],
    ['no traffic at all', [], 'no use of it was seen'],
  ])('is unknown with %s', (_, all, words) => {
    const { cause, quota: found } = explain(TOKENS, { series: all });
    expect({ kind: cause.kind, found }).toEqual({ kind: 'unknown', found: null });
    expect(cause.evidence[0]).toContain(words);
  });
});

describe('"Too many requests"', () => {
  test.each([
    [498, 'requestsPerMinute', 'L-4A6BFAB1'],
    [100, 'unknown', null],
  ])('with %d of 500 requests: %s', (invocations, kind, quotaCode) => {
    const { cause, quota: found } = explain(REQUESTS, {
      series: [series(US, [usage('14:30', { invocations, estimatedTpm: 90_000 })])],
    });
    expect({ kind: cause.kind, code: found?.quotaCode ?? null }).toEqual({ kind, code: quotaCode });
    expect(cause.evidence[0]).toContain(`${invocations} of 500`);
  });

  test('says that a model without requests per minute is normal', () => {
    const { cause } = explain(REQUESTS, { quotas: [quota()], series: [series(US, calm)] });
    expect(cause.kind).toBe('unknown');
    expect(cause.evidence[0]).toBe(
      `no requests/min quota of ${SONNET} (cross-Region) is listed in this account, which is normal for some models`,
    );
  });

  test('says that tokens bind when they do', () => {
    const { cause, quota: found } = explain(REQUESTS, { quotas: [quota()], series: [series(US, full)] });
    expect(cause).toMatchObject({ kind: 'tokensPerMinute', confidence: 'medium' });
    expect(found?.quotaCode).toBe('L-F4DDD3EB');
    expect(cause.evidence[0]).toMatch(/^the text says requests, but what binds is tokens/);
  });
});
