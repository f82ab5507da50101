import fc from 'fast-check';
import { advanceAlertsByRules } from '../../../../lib/core/alerts/advance-by-rules';
import type { AlertEntries } from '../../../../lib/core/alerts/entry';
import { type AlertRules, NO_ALERT_RULES } from '../../../../lib/core/rules/rules';
import type { DescribedFinding, Finding } from '../../../../lib/core/vocabulary/finding';
import type { Severity } from '../../../../lib/core/vocabulary/severity';
import { dailyPool, quota } from '../fixtures';
import { described, THRESHOLDS } from './rule-player';
import { playTraffic } from './traffic-player';

const CODE = 'L-F4DDD3EB';
const USE: Partial<Finding> = { id: `utilization/${CODE}`, quotaCode: CODE, dimension: 'tokensPerMinute' };
const THROTTLES: Partial<Finding> = {
  id: 'throttled/crossRegion/m',
  kind: 'throttled',
  quotaCode: CODE,
  dimension: 'tokensPerMinute',
  utilizationPercent: null,
};

const PERCENT: Readonly<Record<string, number>> = { ok: 40, warning: 85, critical: 97 };

function use(severity: Severity, changes: Partial<Finding> = {}): DescribedFinding {
  return described({ ...USE, severity, utilizationPercent: PERCENT[severity] ?? null, ...changes });
}

function throttles(severity: Severity, changes: Partial<Finding> = {}): DescribedFinding {
  return described({ ...THROTTLES, severity, ...changes });
}

/** A minute and what is shown from then on. */
type Steps = readonly (readonly [from: number, ...shown: DescribedFinding[]])[];

/** Evaluates every five minutes; what is said as `minute event kind severity`, those of one message with a comma. */
function play(steps: Steps, until: number, rules: Partial<AlertRules> = {}): string[] {
  let entries: AlertEntries = {};
  const said: string[] = [];
  for (let now = 0; now <= until; now += 5) {
    const [, ...shown] = steps.findLast(([from]) => from <= now) ?? [0];
    const evaluation = { described: shown, muted: new Map(), resting: new Set<string>() };
    const moment = { rules: { ...NO_ALERT_RULES, ...rules }, thresholds: THRESHOLDS, quotas: [], now };
    const result = advanceAlertsByRules(entries, evaluation, moment);
    entries = JSON.parse(JSON.stringify(result.entries));
    if (result.events.length === 0) continue;
    const words = result.events.map(({ event, finding: { kind, severity } }) => `${event} ${kind} ${severity}`);
    said.push(`${now} ${words.sort().join(', ')}`);
  }
  return said;
}

const OTHER = { id: 'throttled/onDemand/n', quotaCode: 'L-00000002' };
const OF_THE_DAY = { dimension: 'tokensPerDay' } as const;

describe('the use of a quota and the throttles it causes are one trouble', () => {
  it.each<[string, Steps, number, string[]]>([
    [
      'a few throttles are no news to who was told of the use as critical, and the end is told once',
      [
        [0, use('warning')],
        [5, use('critical')],
        [10, use('critical'), throttles('warning')],
        [30, use('ok')],
      ],
      200,
      ['0 opened utilization warning', '5 escalated utilization critical', '45 recovered utilization ok'],
    ],
    [
      'many are, and then both are over together: the throttles wait for the use',
      [
        [0, use('critical')],
        [10, use('critical'), throttles('critical')],
        [30, use('critical')],
        [60, use('ok')],
      ],
      200,
      [
        '0 opened utilization critical',
        '10 opened throttled critical',
        '75 recovered throttled ok, recovered utilization ok',
      ],
    ],
    [
      'the use waits for the throttles',
      [
        [0, use('critical'), throttles('critical')],
        [30, use('ok'), throttles('critical')],
        [60, use('ok')],
      ],
      200,
      [
        '0 opened throttled critical, opened utilization critical',
        '75 recovered throttled ok, recovered utilization ok',
      ],
    ],
    [
      'the use is not over while throttles go on that were not worth telling',
      [
        [0, use('critical')],
        [10, use('ok'), throttles('warning')],
        [60, use('ok')],
      ],
      200,
      ['0 opened utilization critical', '75 recovered utilization ok'],
    ],
    [
      'a use near its threshold keeps the throttles open',
      [
        [0, use('critical'), throttles('critical')],
        [30, use('ok', { utilizationPercent: 76 })],
        [60, use('ok')],
      ],
      200,
      [
        '0 opened throttled critical, opened utilization critical',
        '75 recovered throttled ok, recovered utilization ok',
      ],
    ],
    [
      'nor the very evaluation after which they would be over',
      [
        [0, use('critical'), throttles('critical')],
        [30, use('ok')],
        [45, use('ok', { utilizationPercent: 76 })],
        [60, use('ok')],
      ],
      200,
      [
        '0 opened throttled critical, opened utilization critical',
        '75 recovered throttled ok, recovered utilization ok',
      ],
    ],
    [
      'another kind of finding about the quota is no part of it',
      [
        [0, use('critical', { id: 'unmappedUsage/x', kind: 'unmappedUsage' })],
        [10, use('critical', { id: 'unmappedUsage/x', kind: 'unmappedUsage' }), throttles('warning')],
      ],
      20,
      ['0 opened unmappedUsage critical', '10 opened throttled warning'],
    ],
    [
      'throttles are news where the use was told as a warning only',
      [
        [0, use('warning')],
        [10, use('warning'), throttles('warning')],
      ],
      60,
      ['0 opened utilization warning', '10 opened throttled warning'],
    ],
    [
      'a use that is a warning is no news to who was told of throttles as critical',
      [[0, throttles('critical')], [10, use('warning'), throttles('critical')], [30]],
      200,
      ['0 opened throttled critical', '45 recovered throttled ok'],
    ],
    [
      'what was left out is told with the next reminder',
      [
        [0, use('critical')],
        [10, use('critical'), throttles('warning')],
      ],
      240,
      ['0 opened utilization critical', '240 opened throttled warning, reminder utilization critical'],
    ],
    [
      'what is told as over is news again',
      [
        [0, use('critical')],
        [10, use('ok')],
        [40, use('ok'), throttles('warning')],
      ],
      60,
      ['0 opened utilization critical', '25 recovered utilization ok', '40 opened throttled warning'],
    ],
    [
      'throttles by another quota stand alone',
      [
        [0, use('critical')],
        [10, use('critical'), throttles('warning', OTHER)],
        [30, use('critical')],
      ],
      100,
      ['0 opened utilization critical', '10 opened throttled warning', '45 recovered throttled ok'],
    ],
    [
      'the day stands alone: it stays open for hours after the last throttle',
      [
        [0, use('critical', OF_THE_DAY)],
        [10, use('critical', OF_THE_DAY), throttles('warning', OF_THE_DAY)],
        [30, use('critical', OF_THE_DAY)],
      ],
      100,
      ['0 opened utilization critical', '10 opened throttled warning', '45 recovered throttled ok'],
    ],
    [
      'and so do two findings without a quota',
      [
        [0, throttles('critical', { quotaCode: null })],
        [10, throttles('critical', { quotaCode: null }), use('warning', { id: 'utilization/x', quotaCode: null })],
      ],
      20,
      ['0 opened throttled critical', '10 opened utilization warning'],
    ],
  ])('%s', (_, steps, until, said) => {
    expect(play(steps, until)).toEqual(said);
  });

  it('at night the end of what was told at night does not wait for what is held back until the morning', () => {
    const quietHours = [{ from: '00:10', to: '07:00', timeZone: 'UTC' }];
    const steps: Steps = [[0, use('warning')], [30, use('warning'), throttles('critical')], [60]];
    expect(play(steps, 450, { quietHours })).toEqual([
      '0 opened utilization warning',
      '30 opened throttled critical',
      '75 recovered throttled ok',
      '420 recovered utilization ok',
    ]);
  });

  it('what is muted keeps nothing open', () => {
    const mutes = [{ match: { kind: 'throttled' as const }, reason: 'known' }];
    const steps: Steps = [
      [0, use('critical'), throttles('critical')],
      [30, throttles('critical')],
    ];
    expect(play(steps, 100, { mutes })).toEqual(['0 opened utilization critical', '45 recovered utilization ok']);
  });
});

/** Tokens of 1,000,000 a minute, and calls refused; one call is accepted each minute. */
it('through the evaluation: an hour at the limit with throttles is an opening, a step to critical, and an end', () => {
  const trafficOf = (minute: number) => {
    if (minute < 10 || minute >= 70) return { tokens: 100_000 };
    return minute < 20 ? { tokens: 850_000 } : { tokens: 1_000_000, throttles: minute % 3 };
  };
  const quotas = [quota({ defaultValue: null }), dailyPool({ appliedValue: 1e12, defaultValue: null })];
  expect(playTraffic({ quotas, trafficOf, until: 300, every: 1 })).toEqual([
    '11 opened warning',
    '21 opened critical, escalated critical',
    '101 recovered ok, recovered ok',
  ]);
});

/** Evaluations in a row, five minutes apart, that show the same. */
const stretch = fc.record({
  evaluations: fc.integer({ min: 1, max: 20 }),
  use: fc.constantFrom<Severity | null>('ok', 'warning', 'critical', null),
  throttles: fc.constantFrom<Severity | null>('warning', 'critical', null),
});

it('laws: critical is told at once, both end together, and nothing less follows a critical one within four hours', () => {
  const check = (stretches: readonly (typeof stretch extends fc.Arbitrary<infer T> ? T : never)[]) => {
    let entries: AlertEntries = {};
    let now = 0;
    /** What was told of each: the worst, `null` when it is over, and when. */
    const told = new Map<string, { worst: Severity; at: number }>();
    for (const { evaluations, ...shown } of stretches) {
      const all = [...(shown.use ? [use(shown.use)] : []), ...(shown.throttles ? [throttles(shown.throttles)] : [])];
      const bad = all.filter(({ finding }) => finding.severity !== 'ok').map(({ finding }) => finding);
      for (let count = 0; count < evaluations; count++) {
        now += 5;
        const evaluation = { described: all, muted: new Map(), resting: new Set<string>() };
        const moment = { rules: NO_ALERT_RULES, thresholds: THRESHOLDS, quotas: [], now };
        const result = advanceAlertsByRules(entries, evaluation, moment);
        entries = result.entries;
        const before = new Map(told);
        for (const { event, finding } of result.events) {
          if (event === 'recovered') told.delete(finding.id);
          else told.set(finding.id, { worst: finding.severity, at: now });
          const wasCritical = [...before].some(
            ([id, one]) => id !== finding.id && one.worst === 'critical' && now - one.at < 240,
          );
          if (event !== 'recovered' && finding.severity === 'warning') expect(wasCritical).toBe(false);
        }
        if (result.events.some(({ event }) => event === 'recovered')) {
          expect(told.size).toBe(0);
          expect(bad).toEqual([]);
        }
        for (const { id, severity } of bad) if (severity === 'critical') expect(told.has(id)).toBe(true);
        // Whatever is bad is known to the reader by one of both.
        if (bad.length > 0) expect(told.size).toBeGreaterThan(0);
      }
    }
  };
  fc.assert(fc.property(fc.array(stretch, { maxLength: 30 }), check), { numRuns: 150 });
});
