import { findNewestMinute } from '../../../../lib/core/measure/newest-minute';
import type { Caller, ModelTraffic } from '../../../../lib/core/traffic/model-traffic';
import type { Provenance } from '../../../../lib/core/vocabulary/finding';
import { find, input, TOKENS } from '../findings/evaluation';
import { minuteOf, quota, requestQuota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { quietMinute } from '../traffic-minutes';

const NOW = minuteOf('14:33');

/** Quota tokens by clock; each minute has a tenth of it as calls. */
function callerOf(
  tokens: Readonly<Record<string, number>>,
  changes: Partial<Caller> & { readonly provenance?: Provenance } = {},
): Caller {
  const { provenance = 'native', ...more } = changes;
  const minutes = Object.entries(tokens).map(([clock, quotaTokens]) =>
    quietMinute(minuteOf(clock), { quotaTokens, provenance, invocations: quotaTokens / 10 }),
  );
  return { modelId: 'us.x', name: 'us.x', profileName: null, minutes, ...more };
}

function trafficOf(...callers: Caller[]): ModelTraffic[] {
  const lookFrom = NOW - 180;
  const traffic = { endpoint: 'runtime', scope: 'crossRegion', baseModelId: SONNET, rate: 5, lookFrom } as const;
  return [{ ...traffic, callers, minutes: [], recent: [] }];
}

const BUSY = { '14:28': 10, '14:29': 20, '14:30': 30, '14:31': 40, '14:32': 50 };
const { '14:32': _, ...ONE_LATE } = BUSY;
const { '14:31': __, ...TWO_LATE } = ONE_LATE;

describe('the newest minute of a series', () => {
  test.each([
    ['all shown', BUSY, 50, '14:32'],
    ['one minute late', ONE_LATE, 40, '14:31'],
    ['two minutes late', TWO_LATE, 30, '14:30'],
    // Three would be later than points come, so the minute is empty.
    ['ended at 14:29', { '14:28': 10, '14:29': 20 }, 0, '14:30'],
    ['began at 14:32', { '14:32': 7 }, 7, '14:32'],
    ['idle for an hour', { '13:20': 900 }, 0, '14:30'],
    ['called now and then', { '14:20': 1, '14:31': 5 }, 5, '14:31'],
    ['the clock minute is not complete', { '14:32': 4, '14:33': 99 }, 4, '14:32'],
  ] as const)('%s', (_case, tokens, value, at) => {
    expect(findNewestMinute(quota(), trafficOf(callerOf(tokens)), NOW)).toEqual({
      value,
      at: minuteOf(at),
      provenance: 'native',
    });
  });
});

describe('several ids', () => {
  test.each([
    ['both shown are summed', BUSY, 100, '14:32'],
    ['a sum that lacks one is no fall: the newest minute that both have', ONE_LATE, 80, '14:31'],
    ['two minutes late', TWO_LATE, 60, '14:30'],
    ['one that ended long ago is not waited for', { '14:10': 500 }, 50, '14:32'],
    ['one that ended a minute ago may be late, so nothing is claimed', { '14:29': 5 }, 30, '14:30'],
  ] as const)('%s', (_case, other, value, at) => {
    const traffic = trafficOf(callerOf(BUSY), callerOf(other, { modelId: 'eu.x' }));
    expect(findNewestMinute(quota(), traffic, NOW)).toMatchObject({ value, at: minuteOf(at) });
  });
});

describe('what was read', () => {
  test.each([
    ['up to the clock', {}, 50, '14:32'],
    // Read at 14:31, when 14:30 had a point already.
    ['two minutes ago', { readUntil: minuteOf('14:31') }, 30, '14:30'],
    ['at the end of the grace', { readUntil: minuteOf('14:18') }, 0, '14:15'],
  ] as const)('%s', (_case, changes, value, at) => {
    expect(findNewestMinute(quota(), trafficOf(callerOf(BUSY, changes)), NOW)).toMatchObject({
      value,
      at: minuteOf(at),
    });
  });

  test.each([
    ['in part', { readUntil: null }],
    ['longer ago than late points are waited for', { readUntil: minuteOf('14:17') }],
  ])('%s: unknown, never 0', (_case, changes) => {
    expect(findNewestMinute(quota(), trafficOf(callerOf(BUSY), callerOf(BUSY, changes)), NOW)).toBeNull();
  });

  test('an id without traffic in the look-back is not asked of, one of which nothing was read is', () => {
    const old = callerOf({ '10:00': 5 }, { readUntil: minuteOf('11:00') });
    expect(findNewestMinute(quota(), trafficOf(callerOf(BUSY), old), NOW)).toMatchObject({ value: 50 });
    const unread = callerOf({}, { readUntil: null });
    expect(findNewestMinute(quota(), trafficOf(callerOf(BUSY), unread), NOW)).toBeNull();
  });
});

test('by the dimension, with the provenance of that minute', () => {
  const traffic = trafficOf(callerOf(BUSY, { provenance: 'reconstructed' }));
  expect(findNewestMinute(requestQuota(), traffic, NOW)).toEqual({ value: 5, at: NOW - 1, provenance: 'native' });
  expect(findNewestMinute(quota(), traffic, NOW)).toEqual({ value: 50, at: NOW - 1, provenance: 'reconstructed' });
});

describe('in a finding', () => {
  const LATE = [
    usage('14:00', { invocations: 9, estimatedTpm: 900_000 }),
    usage('14:31', { invocations: 2, estimatedTpm: 200_000 }),
  ];
  const findingOf = (changes: Parameters<typeof input>[0]) => find(judge(input(changes)).document.findings, TOKENS);

  it('stands beside the peak, and severity goes by the peak', () => {
    expect(findingOf({ series: [series(`us.${SONNET}`, LATE)] })).toMatchObject({
      severity: 'warning',
      utilizationPercent: 90,
      usage: { value: 900_000, at: '2026-10-14T14:00:00Z' },
      usageNow: { value: 200_000, unit: 'tokens', at: '2026-10-14T14:31:00Z', utilizationPercent: 20 },
    });
  });

  it('is held against the value in force now, not against the one of the peak', () => {
    const change = {
      at: minuteOf('14:20'),
      before: quota({ appliedValue: 2_000_000 }),
      after: quota(),
      nowNamed: null,
    };
    expect(findingOf({ series: [series(`us.${SONNET}`, LATE)], changes: [change] })).toMatchObject({
      utilizationPercent: 45,
      usageNow: { utilizationPercent: 20 },
    });
  });

  it('is not known while CloudWatch shows points late, or while a series was read in part', () => {
    const late = { since: minuteOf('13:00'), foundAt: minuteOf('14:20') };
    expect(findingOf({ series: [series(`us.${SONNET}`, LATE)], late }).usageNow).toBeNull();
    expect(findingOf({ series: [series(`us.${SONNET}`, LATE, false)] }).usageNow).toBeNull();
  });

  it('has no percent for a quota of 0', () => {
    const quotas = [quota({ appliedValue: 0 })];
    expect(findingOf({ quotas, series: [series(`us.${SONNET}`, LATE)] }).usageNow).toMatchObject({
      value: 200_000,
      utilizationPercent: null,
    });
  });
});
