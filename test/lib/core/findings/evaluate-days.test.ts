import { dailyPool, minuteOf, quota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { find, findingsOf, input, NOW } from './evaluation';

it('never takes the tokens of a day for the tokens per minute to ask for', () => {
  const row = quota({
    quotaCode: 'L-0000000D',
    scope: 'model',
    dimension: 'tokensPerDay',
    appliedValue: 80_000_000,
    adjustable: false,
  });
  const sibling = quota({ appliedValue: 1_000_000, defaultValue: 1_000_000 });
  const finding = find(
    findingsOf({
      quotas: [row, sibling],
      series: [series(SONNET, [usage('09:00', { invocations: 1, estimatedTpm: 79_000_000 })])],
    }),
    'utilization/L-0000000D',
  );
  expect(finding.remedies[0]?.command).toContain('--desired-value 1500000 ');
});

describe('daily quotas', () => {
  const yesterday = usage(minuteOf('20:00', '2026-10-13'), { invocations: 1, estimatedTpm: 60_000_000 });
  const expired = usage(minuteOf('14:32', '2026-10-13'), { invocations: 1, estimatedTpm: 50_000_000 });
  const today = usage('09:00', { invocations: 1, estimatedTpm: 70_000_000 });

  it('shows the larger of both readings, as an estimate', () => {
    const finding = find(
      findingsOf({ quotas: [dailyPool()], series: [series(`us.${SONNET}`, [expired, yesterday, today])] }),
      'utilization/L-E3F10727',
    );
    expect(finding).toMatchObject({
      severity: 'warning',
      utilizationPercent: 86.6667,
      headroom: 20_000_000,
      usage: { value: 130_000_000, window: 'rolling24h', provenance: 'estimate', at: '2026-10-14T14:33:00Z' },
    });
  });

  it('reads the UTC day where nothing of yesterday counts', () => {
    const finding = find(
      findingsOf({ quotas: [dailyPool()], series: [series(`us.${SONNET}`, [expired, today])] }),
      'utilization/L-E3F10727',
    );
    expect(finding.usage).toMatchObject({ value: 70_000_000, window: 'utcDay' });
  });

  it('starts the UTC day again at midnight, and keeps the rolling one', () => {
    const finding = find(
      findingsOf({
        now: minuteOf('00:00', '2026-10-15'),
        quotas: [dailyPool()],
        series: [series(`us.${SONNET}`, [yesterday, today])],
      }),
      'utilization/L-E3F10727',
    );
    expect(finding.usage).toMatchObject({ value: 70_000_000, window: 'rolling24h' });
  });

  it('sums all models in the pool and names it once more as dailyPool with its models', () => {
    const findings = findingsOf({
      quotas: [dailyPool()],
      series: [
        series(SONNET, [today]),
        series(`global.${SONNET}`, [usage('10:00', { invocations: 1, estimatedTpm: 75_000_000 })]),
      ],
    });
    expect(find(findings, 'dailyPool/L-E3F10727')).toMatchObject({
      severity: 'critical',
      usage: { value: 145_000_000 },
      modelIds: [SONNET],
      quotaCode: 'L-E3F10727',
    });
  });

  it('charges a per-model row with on-demand and cross-Region calls, the latter against twice the value', () => {
    const row = quota({
      quotaCode: 'L-0000000D',
      scope: 'model',
      dimension: 'tokensPerDay',
      appliedValue: 100_000_000,
      adjustable: false,
    });
    const day = (tokens: number) => [usage('09:00', { invocations: 1, estimatedTpm: tokens })];
    const finding = find(
      findingsOf({
        quotas: [row],
        series: [
          series(SONNET, day(60_000_000)),
          series(`us.${SONNET}`, day(40_000_000)),
          series(`global.${SONNET}`, day(500_000_000)),
        ],
      }),
      'utilization/L-0000000D',
    );
    expect(finding).toMatchObject({
      utilizationPercent: 80,
      severity: 'warning',
      usage: { value: 100_000_000 },
      headroom: 25_000_000,
    });
  });

  it('asks for more in the unit of the row, and says what the use is divided by', () => {
    const row = quota({
      quotaCode: 'L-0000000D',
      scope: 'model',
      dimension: 'tokensPerDay',
      appliedValue: 1_000_000,
      defaultValue: 1_000_000,
    });
    const used = [usage('09:00', { invocations: 1, estimatedTpm: 1_900_000, throttles: 4 })];
    const findings = findingsOf({ quotas: [row], series: [series(`us.${SONNET}`, used)], lookbackMinutes: 1440 });
    const finding = find(findings, 'utilization/L-0000000D');
    expect(finding).toMatchObject({ utilizationPercent: 95, appliedValue: 1_000_000, effectiveLimit: 2_000_000 });
    // 950,000 of its own tokens, which are to be 60 % of the new value.
    expect(finding.remedies[0]?.command).toContain('--desired-value 1600000 ');
    const throttled = find(findings, `throttled/crossRegion/${SONNET}`);
    expect(throttled.remedies.find(({ command }) => command !== null)?.command).toContain('--desired-value 1600000 ');
    expect(
      'effectiveLimit' in
        find(findingsOf({ series: [series(`us.${SONNET}`, used)], lookbackMinutes: 1440 }), 'utilization/L-F4DDD3EB'),
    ).toBe(false);
  });

  it('forecasts the exhaustion at the pace of the last hour', () => {
    const hour = Array.from({ length: 120 }, (_, i) => usage(NOW - 120 + i, { invocations: 1, estimatedTpm: 100_000 }));
    const finding = find(
      findingsOf({ quotas: [dailyPool({ appliedValue: 30_000_000 })], series: [series(SONNET, hour)] }),
      'dailyPool/L-E3F10727',
    );
    // 12,000,000 used, 18,000,000 left at 100,000 a minute: 180 minutes after 14:33.
    expect(finding.exhaustionAt).toBe('2026-10-14T17:33:00Z');
  });

  it('says no time when the day lasts, or when too little was seen', () => {
    const slow = Array.from({ length: 120 }, (_, i) => usage(NOW - 120 + i, { invocations: 1, estimatedTpm: 1000 }));
    const lasts = judge(input({ quotas: [dailyPool()], series: [series(SONNET, slow)] }));
    expect(find(lasts.document.findings, 'dailyPool/L-E3F10727').exhaustionAt).toBeNull();
    const fresh = judge(input({ quotas: [dailyPool()], series: [series(SONNET, slow.slice(-30))] }));
    const words = fresh.described.find(({ finding }) => finding.kind === 'dailyPool')?.context.details;
    expect(words).toContainEqual(['Forecast', 'insufficient data (less than 60 minutes of traffic seen)']);
  });

  it('names the minute a day was used up', () => {
    const finding = find(
      findingsOf({
        quotas: [dailyPool()],
        series: [series(SONNET, [today, usage('11:07', { invocations: 1, estimatedTpm: 80_000_000 })])],
      }),
      'dailyPool/L-E3F10727',
    );
    expect(finding.exhaustionAt).toBe('2026-10-14T11:07:00Z');
  });
});

describe('a daily quota with the days before', () => {
  const minutes = Array.from({ length: 600 }, (_, i) =>
    usage(NOW - 600 + i, { invocations: 1, estimatedTpm: 100_000 }),
  );
  const last = Math.floor(NOW / 60) - 2;
  const hours = Array.from({ length: 96 }, (_, index) => last - 95 + index);
  // 6,000,000 an hour, but 18,000,000 from 16:00 on.
  const row = hours.map((hour) => (hour % 24 >= 16 ? 18_000_000 : 6_000_000));
  const profile = {
    hours,
    pools: {
      [`runtime onDemand ${SONNET}`]: row,
      // Of another model, which has no traffic today and does not spend this row.
      'runtime onDemand another': row.map((tokens) => tokens * 50),
    },
  };

  it('is forecast by their course, of its own models alone', () => {
    const { described } = judge(
      input({ quotas: [dailyPool({ appliedValue: 90_000_000 })], series: [series(SONNET, minutes)], profile }),
    );
    const modelTraffic = described.find(({ finding }) => finding.kind === 'dailyPool');
    // 60,000,000 used, 87 minutes of 100,000 to 16:00, then 21,300,000 at 300,000 a minute: 71 minutes.
    expect(modelTraffic?.finding.exhaustionAt).toBe('2026-10-14T17:11:00Z');
    expect(modelTraffic?.context.details).toContainEqual([
      'Forecast',
      'full at about 17:11 UTC following the pattern of the last 3 days, at 100% of their traffic',
    ]);
  });

  it('without them it is the pace of the last hour', () => {
    for (const unknown of [null, { hours: [], pools: {} }]) {
      const findings = findingsOf({
        quotas: [dailyPool({ appliedValue: 90_000_000 })],
        series: [series(SONNET, minutes)],
        profile: unknown,
      });
      expect(find(findings, 'dailyPool/L-E3F10727').exhaustionAt).toBe('2026-10-14T19:33:00Z');
    }
  });
});
