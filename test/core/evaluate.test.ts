import fc from 'fast-check';
import { type EvaluationInput, evaluate } from '../../lib/core/evaluate';
import type { Finding } from '../../lib/core/finding';
import { HISTORY_MINUTES } from '../../lib/core/usage-history';
import { dailyPool, minuteOf, quota, requestQuota, resolveSonnet, SONNET, series, usage } from './fixtures';

const NOW = minuteOf('14:33');

function input(changes: Partial<EvaluationInput> = {}): EvaluationInput {
  return {
    accountId: '111122223333',
    region: 'us-east-1',
    now: NOW,
    lookbackMinutes: 180,
    quotas: [quota(), requestQuota()],
    series: [],
    resolve: resolveSonnet,
    thresholds: { warningPercent: 80, criticalPercent: 95 },
    errors: [],
    ...changes,
  };
}

function find(findings: readonly Finding[], id: string): Finding {
  const found = findings.find((finding) => finding.id === id);
  if (!found) throw new Error(`no finding ${id} among ${findings.map((finding) => finding.id).join(', ')}`);
  return found;
}

function findingsOf(changes: Partial<EvaluationInput>): readonly Finding[] {
  return evaluate(input(changes)).document.findings;
}

const TOKENS = 'utilization/L-F4DDD3EB';
const REQUESTS = 'utilization/L-4A6BFAB1';

describe('utilization of a per-minute quota', () => {
  it('is the peak minute of the look-back, with all callers of the pool summed in the same minute', () => {
    const finding = find(
      findingsOf({
        series: [
          series(`us.${SONNET}`, [
            usage('14:31', { invocations: 9, estimatedTpm: 300_000 }),
            usage('14:32', { invocations: 200, estimatedTpm: 689_000 }),
          ]),
          series('app', [
            usage('14:31', { invocations: 5, estimatedTpm: 500_000 }),
            usage('14:32', { invocations: 90, estimatedTpm: 281_412 }),
          ]),
        ],
      }),
      TOKENS,
    );
    expect(finding).toMatchObject({
      severity: 'critical',
      usage: { value: 970_412, unit: 'tokens', at: '2026-10-14T14:32:00Z', window: 'minute', provenance: 'native' },
      appliedValue: 1_000_000,
      utilizationPercent: 97.0412,
      headroom: 29_588,
    });
  });

  it('never adds input of one minute to output of another', () => {
    const finding = find(
      findingsOf({
        series: [
          series(`us.${SONNET}`, [
            usage('14:31', { invocations: 1, input: 600_000 }),
            usage('14:32', { invocations: 1, output: 100_000 }),
          ]),
        ],
      }),
      TOKENS,
    );
    expect(finding.usage).toMatchObject({ value: 600_000, at: '2026-10-14T14:31:00Z', provenance: 'reconstructed' });
  });

  it('prefers the native number minute by minute and says when a sum is mixed', () => {
    const finding = find(
      findingsOf({
        series: [
          series(`us.${SONNET}`, [usage('14:32', { invocations: 1, input: 1, output: 1, estimatedTpm: 400_000 })]),
          series(`eu.${SONNET}`, [usage('14:32', { invocations: 1, input: 100_000, output: 20_000 })]),
        ],
      }),
      TOKENS,
    );
    expect(finding.usage).toMatchObject({ value: 600_000, provenance: 'mixed' });
  });

  it('counts the requests against the request quota, and no other traffic', () => {
    const findings = findingsOf({
      series: [
        series(`us.${SONNET}`, [usage('14:32', { invocations: 410, estimatedTpm: 10 })]),
        series(SONNET, [usage('14:32', { invocations: 1000, estimatedTpm: 900_000 })]),
        series(`global.${SONNET}`, [usage('14:32', { invocations: 1000, estimatedTpm: 900_000 })]),
      ],
    });
    expect(find(findings, REQUESTS)).toMatchObject({
      severity: 'warning',
      utilizationPercent: 82,
      usage: { value: 410, unit: 'requests' },
    });
    expect(find(findings, TOKENS).usage?.value).toBe(10);
  });

  it.each([
    [799_999, 'ok'],
    [800_000, 'warning'],
    [949_999, 'warning'],
    [950_000, 'critical'],
  ])('%d tokens of a million are %s', (tokens, severity) => {
    const finding = find(
      findingsOf({ series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: tokens })])] }),
      TOKENS,
    );
    expect(finding.severity).toBe(severity);
  });

  it('sees neither the running minute nor minutes before the look-back', () => {
    const late = usage('14:33', { invocations: 1, estimatedTpm: 990_000 });
    const old = usage('11:32', { invocations: 1, estimatedTpm: 990_000 });
    const first = usage('11:33', { invocations: 1, estimatedTpm: 5 });
    const finding = find(findingsOf({ series: [series(`us.${SONNET}`, [old, first, late])] }), TOKENS);
    expect(finding.usage).toMatchObject({ value: 5, at: '2026-10-14T11:33:00Z' });
  });

  it('looks further back at a series whose last read was longer ago, and at no other', () => {
    const early = [
      usage('14:10', { invocations: 1, estimatedTpm: 700_000 }),
      usage('14:30', { invocations: 1, estimatedTpm: 5 }),
    ];
    const look = (modelId: string) =>
      findingsOf({
        lookbackMinutes: 16,
        lookFrom: new Map([[modelId, minuteOf('14:05')]]),
        series: [series(`us.${SONNET}`, early)],
      });
    expect(find(look(`us.${SONNET}`), TOKENS).usage?.value).toBe(700_000);
    expect(find(look(`global.${SONNET}`), TOKENS).usage?.value).toBe(5);
  });

  it('is a lower bound when a part of the traffic could not be read', () => {
    const finding = find(
      findingsOf({ series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: 5 })], false)] }),
      TOKENS,
    );
    expect(finding.usage?.provenance).toBe('lowerBound');
  });

  it('has no percent and is critical for a quota of 0 with traffic', () => {
    const finding = find(
      findingsOf({
        quotas: [quota({ appliedValue: 0 })],
        series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: 700 })])],
      }),
      TOKENS,
    );
    expect(finding).toMatchObject({
      severity: 'critical',
      utilizationPercent: null,
      headroom: -700,
      exhaustionAt: null,
    });
  });

  it('leaves quotas of variants and of the mantle endpoint without a guess', () => {
    const ids = findingsOf({
      quotas: [
        quota({ quotaCode: 'L-8EA73537', variant: 'longContext' }),
        quota({ quotaCode: 'L-8528F119', endpoint: 'mantle', scope: 'onDemand' }),
      ],
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: 1 })])],
    }).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('utilization'))).toEqual([]);
  });

  it('needs no request quota: its absence changes nothing else', () => {
    const withOne = findingsOf({
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 400, estimatedTpm: 1 })])],
    });
    const without = findingsOf({
      quotas: [quota()],
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 400, estimatedTpm: 1 })])],
    });
    expect(without).toEqual(
      withOne
        .filter(({ quotaCode }) => quotaCode !== 'L-4A6BFAB1')
        .map((f) => expect.objectContaining({ id: f.id, severity: f.severity })),
    );
  });

  it('asks for a value AWS accepts: above the default, never at or below it', () => {
    const finding = find(
      findingsOf({ series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: 970_412 })])] }),
      TOKENS,
    );
    expect(finding.remedies[0]).toEqual({
      title: 'Ask for the default back (AWS accepts only more than the default)',
      command:
        'aws service-quotas request-service-quota-increase --service-code bedrock --quota-code L-F4DDD3EB --desired-value 5000001 --region us-east-1',
    });
  });

  it('sends a quota that is not adjustable through its adjustable sibling', () => {
    const onDemand = quota({ quotaCode: 'L-00000001', scope: 'onDemand', adjustable: false });
    const finding = find(
      findingsOf({
        quotas: [onDemand, quota()],
        series: [series(SONNET, [usage('14:32', { invocations: 1, estimatedTpm: 970_000 })])],
      }),
      'utilization/L-00000001',
    );
    expect(finding.remedies[0]?.command).toContain('--quota-code L-F4DDD3EB --desired-value 5000001');
    expect(finding.remedies[1]?.title).toContain('Support case');
  });
});

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
    const lasts = evaluate(input({ quotas: [dailyPool()], series: [series(SONNET, slow)] }));
    expect(find(lasts.document.findings, 'dailyPool/L-E3F10727').exhaustionAt).toBeNull();
    const fresh = evaluate(input({ quotas: [dailyPool()], series: [series(SONNET, slow.slice(-30))] }));
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

  it('blames no quota when use is near zero', () => {
    const finding = cause({
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 2, estimatedTpm: 2_000, throttles: 3 })])],
    });
    expect(finding).toMatchObject({ quotaCode: null, cause: { kind: 'capacity', confidence: 'low' } });
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

describe('zero and lowered quotas', () => {
  it('groups zeros into one warning, critical once calls are attempted', () => {
    const zeros = [
      quota({ appliedValue: 0 }),
      requestQuota({ appliedValue: 0 }),
      quota({ quotaCode: 'L-00000009', modelIds: ['amazon.nova-lite-v1:0'], scope: 'onDemand', appliedValue: 0 }),
    ];
    expect(find(findingsOf({ quotas: zeros }), 'zeroQuota')).toMatchObject({
      severity: 'warning',
      appliedValue: 0,
      utilizationPercent: null,
    });
    const attempted = find(
      findingsOf({ quotas: zeros, series: [series(`us.${SONNET}`, [usage('14:32', { throttles: 1 })])] }),
      'zeroQuota',
    );
    expect(attempted).toMatchObject({ severity: 'critical', modelIds: [SONNET] });
    expect(attempted.remedies[0]?.command).toContain('--quota-code L-F4DDD3EB --desired-value 5000001');
  });

  it('has no zero finding where no quota is 0', () => {
    expect(findingsOf({}).map(({ id }) => id)).not.toContain('zeroQuota');
  });

  it('groups lowered quotas: ok while unused, a warning with traffic; a missing default is not "below"', () => {
    const unknown = quota({ quotaCode: 'L-00000008', defaultValue: null });
    expect(findingsOf({ quotas: [unknown] }).map(({ id }) => id)).not.toContain('belowDefault');
    expect(find(findingsOf({}), 'belowDefault').severity).toBe('ok');
    const used = findingsOf({
      series: [series(`us.${SONNET}`, [usage('14:32', { invocations: 1, estimatedTpm: 1 })])],
    });
    expect(find(used, 'belowDefault').severity).toBe('warning');
  });
});

describe('blind spots', () => {
  it('tells traffic of an unknown model id with its amount, as unknown', () => {
    const { document } = evaluate(
      input({ series: [series('qx81unknown00', [usage('14:32', { invocations: 7, input: 70, output: 30 })])] }),
    );
    expect(find(document.findings, 'unmappedUsage/qx81unknown00')).toMatchObject({
      severity: 'unknown',
      usage: { value: 100, window: 'lookback', provenance: 'lowerBound' },
    });
    expect(document.coverage).toMatchObject({
      activeModelIds: ['qx81unknown00'],
      mappedModelIds: [],
      unmappedModelIds: ['qx81unknown00'],
    });
  });

  it('tells each source that failed, once', () => {
    const errors = [
      { source: 'bedrock:ListFoundationModels', message: 'denied' },
      { source: 'quotaList', message: 'row 1' },
      { source: 'quotaList', message: 'row 2' },
    ];
    const { findings, coverage } = evaluate(input({ errors })).document;
    expect(findings.filter(({ kind }) => kind === 'coverage').map(({ id, severity }) => [id, severity])).toEqual([
      ['coverage/bedrock:ListFoundationModels', 'unknown'],
      ['coverage/quotaList', 'unknown'],
    ]);
    expect(coverage.errors).toHaveLength(3);
  });
});

describe('laws', () => {
  const counts = fc.record({
    minute: fc.integer({ min: NOW - HISTORY_MINUTES, max: NOW - 1 }),
    tokens: fc.integer({ min: 1, max: 2_000_000 }),
    invocations: fc.integer({ min: 1, max: 900 }),
  });
  const traffic = fc.uniqueArray(counts, { minLength: 1, maxLength: 40, selector: ({ minute }) => minute });
  const toSeries = (
    points: readonly { minute: number; tokens: number; invocations: number }[],
    modelId = `us.${SONNET}`,
  ) =>
    series(
      modelId,
      points
        .map(({ minute, tokens, invocations }) => usage(minute, { invocations, estimatedTpm: tokens }))
        .sort((a, b) => a.minute - b.minute),
    );

  it('more usage never lowers utilization or severity, and never raises headroom', () => {
    fc.assert(
      fc.property(traffic, fc.integer({ min: 1, max: 500_000 }), (points, more) => {
        const before = findingsOf({
          quotas: [quota(), dailyPool()],
          series: [toSeries(points)],
          lookbackMinutes: HISTORY_MINUTES,
        });
        const after = findingsOf({
          quotas: [quota(), dailyPool()],
          series: [toSeries(points.map((p) => ({ ...p, tokens: p.tokens + more })))],
          lookbackMinutes: HISTORY_MINUTES,
        });
        for (const one of before.filter(({ kind }) => kind === 'utilization')) {
          const other = find(after, one.id);
          expect(other.utilizationPercent ?? 0).toBeGreaterThanOrEqual(one.utilizationPercent ?? 0);
          expect(other.headroom ?? 0).toBeLessThanOrEqual(one.headroom ?? 0);
        }
      }),
    );
  });

  it('traffic of one pool never changes the quotas of another', () => {
    fc.assert(
      fc.property(traffic, traffic, (mine, theirs) => {
        const alone = findingsOf({ series: [toSeries(mine)] });
        const together = findingsOf({ series: [toSeries(mine), toSeries(theirs, `global.${SONNET}`)] });
        expect(together.filter(({ scope, kind }) => scope === 'crossRegion' && kind === 'utilization')).toEqual(
          alone.filter(({ scope, kind }) => scope === 'crossRegion' && kind === 'utilization'),
        );
      }),
    );
  });
});
