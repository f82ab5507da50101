import fc from 'fast-check';
import { HISTORY_MINUTES } from '../../../../lib/core/vocabulary/cadence';
import { dailyPool, quota, requestQuota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { find, findingsOf, input, NOW } from './evaluation';

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
    const { document } = judge(
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
    const blindSpots = [
      { source: 'bedrock:ListFoundationModels', message: 'denied' },
      { source: 'quotaList', message: 'row 1' },
      { source: 'quotaList', message: 'row 2' },
    ];
    const { findings, coverage } = judge(input({ blindSpots })).document;
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
