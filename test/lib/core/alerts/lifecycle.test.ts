import fc from 'fast-check';
import type { AlertEntries } from '../../../../lib/core/alerts/entry';
import { advanceAlerts } from '../../../../lib/core/alerts/lifecycle';
import { type AlertPolicy, DEFAULT_ALERT_POLICY } from '../../../../lib/core/alerts/policy';
import type { DescribedFinding, Finding } from '../../../../lib/core/vocabulary/finding';

const POLICY: AlertPolicy = { ...DEFAULT_ALERT_POLICY, warningPercentOf: () => 80, clearMinutes: 1 };

function described(changes: Partial<Finding> = {}): DescribedFinding {
  return {
    finding: {
      id: 'utilization/L-1',
      kind: 'utilization',
      severity: 'warning',
      quotaCode: 'L-1',
      modelIds: [],
      scope: 'crossRegion',
      dimension: 'tokensPerMinute',
      usage: null,
      appliedValue: 100,
      utilizationPercent: 85,
      headroom: 15,
      exhaustionAt: null,
      cause: null,
      remedies: [],
      ...changes,
    },
    context: { subject: 'a quota', summary: 'It is used.', details: [] },
  };
}

const WARNING = described();
const CRITICAL = described({ severity: 'critical', utilizationPercent: 97 });
const HELD = described({ severity: 'ok', utilizationPercent: 76 });
const CLEAR = described({ severity: 'ok', utilizationPercent: 40 });

/** Runs evaluations a minute apart (or at given minutes) and lists what was said: `minute event severity`. */
function play(steps: readonly (DescribedFinding | null | readonly [number, DescribedFinding | null])[]): string[] {
  let entries: AlertEntries = {};
  const said: string[] = [];
  steps.forEach((step, index) => {
    const [now, one] = step !== null && 'length' in step ? step : [index, step as DescribedFinding | null];
    const result = advanceAlerts(entries, one ? [one] : [], now, POLICY);
    entries = result.entries;
    said.push(...result.events.map(({ event, finding }) => `${now} ${event} ${finding.severity}`));
  });
  return said;
}

describe('the life of an alert', () => {
  it('opens once', () => {
    expect(play([WARNING, WARNING, WARNING])).toEqual(['0 opened warning']);
  });

  it('escalates once, and does not de-escalate aloud', () => {
    expect(play([WARNING, CRITICAL, CRITICAL, WARNING, CRITICAL])).toEqual([
      '0 opened warning',
      '1 escalated critical',
    ]);
  });

  it('recovers after two clear evaluations, once', () => {
    expect(play([WARNING, CLEAR, CLEAR, CLEAR])).toEqual(['0 opened warning', '2 recovered ok']);
  });

  it('recovers when the finding is gone altogether', () => {
    expect(play([CRITICAL, null, null, null])).toEqual(['0 opened critical', '2 recovered ok']);
  });

  it('stays open within five points below the threshold', () => {
    expect(play([WARNING, HELD, HELD, HELD])).toEqual(['0 opened warning']);
    expect(play([HELD, HELD])).toEqual([]);
  });

  it('is one alert when it flaps', () => {
    expect(play([WARNING, CLEAR, WARNING, CLEAR, WARNING])).toEqual(['0 opened warning']);
  });

  it('recovers only after it was clear for the time of the policy', () => {
    const policy = { ...POLICY, clearMinutes: 15 };
    let entries: AlertEntries = advanceAlerts({}, [WARNING], 0, policy).entries;
    const recovered: number[] = [];
    for (let now = 1; now <= 20; now++) {
      const result = advanceAlerts(entries, [], now, policy);
      entries = result.entries;
      recovered.push(...result.events.map(() => now));
    }
    expect(recovered).toEqual([16]);
  });

  it('says what was last seen when nothing of it is left', () => {
    let entries: AlertEntries = advanceAlerts({}, [WARNING], 0, POLICY).entries;
    entries = advanceAlerts(entries, [], 1, POLICY).entries;
    const [event] = advanceAlerts(entries, [], 2, POLICY).events;
    expect(event?.context).toMatchObject({ isPast: true, summary: 'It is used.' });
    expect(event?.finding.remedies).toEqual([]);
  });

  it('opens again after it recovered', () => {
    expect(play([WARNING, CLEAR, CLEAR, WARNING])).toEqual(['0 opened warning', '2 recovered ok', '3 opened warning']);
  });

  it.each([
    [CRITICAL, 239, []],
    [CRITICAL, 240, ['240 reminder critical']],
    [WARNING, 1439, []],
    [WARNING, 1440, ['1440 reminder warning']],
  ] as const)('reminds after the time of its severity', (one, minute, reminders) => {
    expect(
      play([
        [0, one],
        [minute, one],
      ]).slice(1),
    ).toEqual(reminders);
  });

  it('reminds of how the account is set up once a day, whatever its severity', () => {
    const zero = described({ id: 'zeroQuota', kind: 'zeroQuota', severity: 'critical', utilizationPercent: null });
    expect(
      play([
        [0, zero],
        [1439, zero],
        [1440, zero],
      ]),
    ).toEqual(['0 opened critical', '1440 reminder critical']);
  });

  it('waits ten minutes before it speaks of a blind spot, and says nothing of one that passed', () => {
    const blind = described({ id: 'coverage/x', kind: 'coverage', severity: 'unknown', utilizationPercent: null });
    expect(play([blind, null, null])).toEqual([]);
    expect(
      play([
        [0, blind],
        [9, blind],
        [10, blind],
        [11, blind],
      ]),
    ).toEqual(['10 opened unknown']);
  });

  it('leaves the account pool to its dailyPool finding', () => {
    expect(play([described({ scope: 'account', severity: 'critical' })])).toEqual([]);
    expect(
      play([described({ id: 'dailyPool/L-1', kind: 'dailyPool', scope: 'account', severity: 'critical' })]),
    ).toEqual(['0 opened critical']);
  });

  it('takes longer to recover each time it comes back within six hours', () => {
    expect(play([WARNING, CLEAR, CLEAR, WARNING, CLEAR, CLEAR, CLEAR, WARNING])).toEqual([
      '0 opened warning',
      '2 recovered ok',
      '3 opened warning',
      '6 recovered ok',
      '7 opened warning',
    ]);
  });

  it.each([
    [361, ['362 opened warning', '365 recovered ok']],
    [362, ['363 opened warning', '365 recovered ok']],
  ])('but not %d minutes after the first', (minute, said) => {
    const back: (readonly [number, DescribedFinding | null])[] = [1, 2, 3].map((after) => [minute + 1 + after, null]);
    expect(play([WARNING, CLEAR, CLEAR, [minute, CLEAR], [minute + 1, WARNING], ...back]).slice(2)).toEqual(said);
  });

  it('says since when it is there again, and waits again with a blind spot that comes back', () => {
    const blind = described({ id: 'coverage/x', kind: 'coverage', severity: 'unknown', utilizationPercent: null });
    const times = [0, 10, 20, 30, 40, 49, 50];
    let entries: AlertEntries = {};
    const said = times.flatMap((now) => {
      const result = advanceAlerts(entries, now === 20 || now === 30 ? [] : [blind], now, POLICY);
      entries = result.entries;
      return result.events.map(({ event, since }) => `${now} ${event} ${since}`);
    });
    expect(said).toEqual([
      '10 opened 1970-01-01T00:00:00Z',
      '30 recovered 1970-01-01T00:00:00Z',
      '50 opened 1970-01-01T00:40:00Z',
    ]);
  });

  it('is forgotten six hours after it recovered, and keeps few words until then', () => {
    const entries = [WARNING, CLEAR, CLEAR].reduce<AlertEntries>(
      (before, one, now) => advanceAlerts(before, [one], now, POLICY).entries,
      {},
    );
    const entry = entries['utilization/L-1'];
    expect(entry).toMatchObject({ isOver: true, spokenAt: null, last: { context: { summary: '', details: [] } } });
    expect(advanceAlerts(entries, [], 362, POLICY).entries).toEqual(entries);
    expect(advanceAlerts(entries, [], 363, POLICY).entries).toEqual({});
  });

  it('goes on with what an older version saved', () => {
    const old = { clear: 1, clearSince: 99, since: 0, spokenAt: 50, severity: 'warning' as const, last: WARNING };
    const saved: AlertEntries = { 'utilization/L-1': old };
    expect(advanceAlerts(saved, [CRITICAL], 100, POLICY).events).toMatchObject([{ event: 'escalated' }]);
    const { entries, events } = advanceAlerts(saved, [], 100, POLICY);
    expect(events).toMatchObject([{ event: 'recovered' }]);
    expect(entries['utilization/L-1']?.flapping).toEqual({ reopenings: 0, recoveredAt: 100 });
  });

  it('never opens twice without a recovery between, whatever happens', () => {
    const step = fc.constantFrom(WARNING, CRITICAL, HELD, CLEAR, null);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const events = play(steps).map((said) => said.split(' ')[1]);
        let isOpen = false;
        for (const event of events) {
          expect(event === 'opened').toBe(!isOpen);
          isOpen = event !== 'recovered';
        }
      }),
    );
  });
});
