import { advanceAlertsByRules, groupByOwner } from '../../lib/core/alert-delivery';
import type { AlertEntries } from '../../lib/core/alert-lifecycle';
import { type AlertRules, NO_ALERT_RULES } from '../../lib/core/alert-rules';
import type { DescribedFinding, Finding } from '../../lib/core/finding';
import { renderMessageText } from '../../lib/core/message-text';
import { muteOfFinding } from '../../lib/core/muted-findings';
import { toMinute } from '../../lib/core/time';
import { alertOf, DASHBOARD, ORIGIN } from './alert-fixtures';
import { dailyPool, quota, requestQuota, SONNET } from './fixtures';

const QUOTAS = [quota(), requestQuota(), dailyPool()];
const THRESHOLDS = { warningPercent: 80, criticalPercent: 95 };
/** A Wednesday. */
const DAY = '2026-10-14';

function described(changes: Partial<Finding> = {}): DescribedFinding {
  const { finding, context } = alertOf({ finding: { severity: 'warning', utilizationPercent: 85, ...changes } });
  return { finding, context };
}

const WARNING = described();
const CRITICAL = described({ severity: 'critical', utilizationPercent: 97 });
const OK = described({ severity: 'ok', utilizationPercent: 40 });
const UNKNOWN = described({ kind: 'unmappedUsage', id: 'unmappedUsage/x', quotaCode: null, severity: 'unknown' });
const CHANGED = described({ kind: 'quotaChanged', id: 'quotaChanged/1', severity: 'ok' });

type Shown = DescribedFinding | readonly DescribedFinding[] | null;

/** Plays an evaluation every five minutes: each step says from when on what is shown. */
function play(rules: Partial<AlertRules>, steps: readonly (readonly [from: string, shown: Shown])[], until: string) {
  const all = { ...NO_ALERT_RULES, ...rules };
  const times = steps.map(([from]) => toMinute(`${DAY}T${from}:00Z`));
  const said: string[] = [];
  let entries: AlertEntries = {};
  for (let now = times[0] ?? 0; now <= toMinute(until); now += 5) {
    const index = times.findLastIndex((time) => time <= now);
    const shown = [steps[index]?.[1] ?? []].flat();
    const moment = { rules: all, thresholds: THRESHOLDS, quotas: QUOTAS, now };
    const muted = new Map(
      shown.flatMap((one) => {
        const mute = muteOfFinding(one, moment);
        return mute ? [[one.finding.id, mute] as const] : [];
      }),
    );
    const result = advanceAlertsByRules(entries, { described: shown, muted }, moment);
    entries = result.entries;
    const clock = new Date(now * 60_000).toISOString().slice(8, 16).replace('T', ' ');
    said.push(...result.events.map(({ event, finding }) => `${clock} ${event} ${finding.severity}`));
  }
  return said;
}

/** 22:00 to 07:00 UTC. */
const NIGHT = { quietHours: [{ from: '22:00', to: '07:00', timeZone: 'UTC' }] };
const MORNING = '2026-10-15T08:00:00Z';

describe('quiet hours', () => {
  it.each<[string, (readonly [string, Shown])[], string[]]>([
    ['a warning of the night is told in the morning', [['23:00', WARNING]], ['15 07:00 opened warning']],
    [
      'one that is gone by the morning is not told, nor that it is over',
      [
        ['23:00', WARNING],
        ['23:30', OK],
      ],
      [],
    ],
    [
      'one that passes away altogether neither',
      [
        ['23:00', WARNING],
        ['23:30', null],
      ],
      [],
    ],
    [
      'a critical one is told at once, and reminded of',
      [['23:00', CRITICAL]],
      ['14 23:00 opened critical', '15 03:00 reminder critical', '15 07:00 reminder critical'],
    ],
    [
      'what gets critical at night is told then, also when nothing was said of it before',
      [
        ['23:00', WARNING],
        ['23:50', CRITICAL],
        ['23:55', WARNING],
      ],
      ['14 23:50 opened critical'],
    ],
    [
      'what was told in the evening escalates at night',
      [
        ['21:00', WARNING],
        ['23:00', CRITICAL],
        ['23:05', WARNING],
      ],
      ['14 21:00 opened warning', '14 23:00 escalated critical'],
    ],
    [
      'the end of what was told as critical is told at night',
      [
        ['23:00', CRITICAL],
        ['23:05', OK],
      ],
      ['14 23:00 opened critical', '14 23:20 recovered ok'],
    ],
    [
      'the end of a warning of the evening waits for the morning',
      [
        ['21:00', WARNING],
        ['22:30', OK],
      ],
      ['14 21:00 opened warning', '15 07:00 recovered ok'],
    ],
    [
      'an end that waits is none when it comes back',
      [
        ['21:00', WARNING],
        ['22:30', OK],
        ['23:30', WARNING],
      ],
      ['14 21:00 opened warning'],
    ],
    ['what is unknown waits', [['23:00', UNKNOWN]], ['15 07:00 opened unknown']],
    [
      'a step from unknown to warning waits too',
      [
        ['21:00', described({ severity: 'unknown' })],
        ['23:00', WARNING],
      ],
      ['14 21:00 opened unknown', '15 07:00 escalated warning'],
    ],
    ['a change is told in the morning', [['23:00', CHANGED]], ['15 07:00 opened ok']],
    [
      'also when it is shown no more by then',
      [
        ['23:00', CHANGED],
        ['23:30', null],
      ],
      ['15 07:00 opened ok'],
    ],
    [
      'what was held back comes together',
      [['23:00', [WARNING, UNKNOWN, CHANGED]]],
      ['15 07:00 opened warning', '15 07:00 opened unknown', '15 07:00 opened ok'],
    ],
  ])('%s', (_, steps, said) => {
    expect(play(NIGHT, steps, MORNING)).toEqual(said);
  });

  it('a reminder of a warning waits', () => {
    const until = '2026-10-16T07:00:00Z';
    const quietHours = [{ from: '20:00', to: '07:00', timeZone: 'UTC', days: ['Thu' as const] }];
    expect(play({ quietHours }, [['21:00', WARNING]], until)).toEqual([
      '14 21:00 opened warning',
      '16 07:00 reminder warning',
    ]);
  });

  it('says since when, when it was told late', () => {
    const [opened] = [alertOf({ event: 'opened', since: '2026-10-13T23:00:00Z' })];
    expect(renderMessageText([opened], ORIGIN, DASHBOARD)).toMatch(/^Since +2026-10-13 23:00 UTC$/m);
    expect(renderMessageText([alertOf({ since: ORIGIN.at })], ORIGIN, DASHBOARD)).not.toMatch(/^Since/m);
  });
});

describe('mutes', () => {
  const mute = (changes: object = {}) => ({
    mutes: [{ match: { model: SONNET }, reason: 'known', ...changes }],
  });
  const UNTIL = { until: `${DAY}T13:00:00Z` };

  it.each<[string, object, (readonly [string, Shown])[], string[]]>([
    ['what is muted is not told, critical or not', {}, [['12:00', CRITICAL]], []],
    ['it opens when the mute ends and it is still there', UNTIL, [['12:00', WARNING]], ['14 13:00 opened warning']],
    [
      'and not when it is over by then',
      UNTIL,
      [
        ['12:00', WARNING],
        ['12:30', OK],
      ],
      [],
    ],
    [
      'other things are told',
      { match: { quotaCode: 'L-4A6BFAB1' } },
      [['12:00', WARNING]],
      ['14 12:00 opened warning'],
    ],
    ['a change of the time of the mute is never told', UNTIL, [['12:00', CHANGED]], []],
  ])('%s', (_, changes, steps, said) => {
    expect(play(mute(changes), steps, `${DAY}T14:00:00Z`)).toEqual(said);
  });

  it.each<[string, Shown, string[]]>([
    ['goes on', WARNING, ['0 opened', '60 opened']],
    ['gets ok', OK, ['0 opened']],
    ['vanishes', null, ['0 opened']],
  ])('what was open when it was muted and %s says nothing until the mute ends', (_, then, said) => {
    const start = toMinute(`${DAY}T12:00:00Z`);
    const muting = { ...NO_ALERT_RULES, ...mute({ until: `${DAY}T13:00:00Z` }) };
    const heard: string[] = [];
    let entries: AlertEntries = {};
    for (let minute = 0; minute <= 120; minute += 5) {
      const shown = [minute === 0 ? WARNING : then].flatMap((one) => one ?? []).flat();
      const moment = {
        rules: minute === 0 ? NO_ALERT_RULES : muting,
        thresholds: THRESHOLDS,
        quotas: QUOTAS,
        now: start + minute,
      };
      const muted = new Map(
        shown.flatMap((one) => {
          const found = muteOfFinding(one, moment);
          return found ? [[one.finding.id, found] as const] : [];
        }),
      );
      const result = advanceAlertsByRules(entries, { described: shown, muted }, moment);
      entries = result.entries;
      heard.push(...result.events.map(({ event }) => `${minute} ${event}`));
    }
    expect(heard).toEqual(said);
  });

  it('a short mute forgets what was open: it opens anew', () => {
    const muting = { ...NO_ALERT_RULES, ...mute({ until: '1970-01-01T00:10:00Z' }) };
    let entries: AlertEntries = {};
    const said = [0, 5, 10, 15].flatMap((now) => {
      const rules = now === 0 ? NO_ALERT_RULES : muting;
      const moment = { rules, thresholds: THRESHOLDS, quotas: QUOTAS, now };
      const result = advanceAlertsByRules(entries, { described: [WARNING], muted: new Map() }, moment);
      entries = result.entries;
      return result.events.map(({ event }) => `${now} ${event}`);
    });
    expect(said).toEqual(['0 opened', '10 opened']);
  });

  it('news that was told stays told when it is muted and the mute ends', () => {
    const moments = [NO_ALERT_RULES, { ...NO_ALERT_RULES, ...mute() }, NO_ALERT_RULES];
    let entries: AlertEntries = {};
    const said = moments.flatMap((rules, now) => {
      const moment = { rules, thresholds: THRESHOLDS, quotas: QUOTAS, now };
      const result = advanceAlertsByRules(entries, { described: [CHANGED], muted: new Map() }, moment);
      entries = result.entries;
      return result.events.map(() => now);
    });
    expect(said).toEqual([0]);
  });
});

describe('hysteresis', () => {
  const thresholds = [{ match: { quotaCode: 'L-F4DDD3EB' }, warningPercent: 50 }];
  const at = (percent: number) =>
    described({ severity: percent >= 50 ? 'warning' : 'ok', utilizationPercent: percent });

  it.each([
    [44, ['14 12:00 opened warning', '14 12:20 recovered ok']],
    [46, ['14 12:00 opened warning']],
  ])('of a quota with a threshold of its own of 50 %% at %d %%', (percent, said) => {
    const steps = [
      ['12:00', at(55)],
      ['12:05', at(percent)],
    ] as const;
    expect(play({ thresholds }, steps, `${DAY}T13:00:00Z`)).toEqual(said);
  });

  it('of another quota goes by the stock threshold', () => {
    const other = (percent: number) =>
      described({
        quotaCode: 'L-4A6BFAB1',
        severity: percent >= 80 ? 'warning' : 'ok',
        utilizationPercent: percent,
      });
    const steps = [
      ['12:00', other(85)],
      ['12:05', other(70)],
    ] as const;
    expect(play({ thresholds }, steps, `${DAY}T13:00:00Z`)).toEqual([
      '14 12:00 opened warning',
      '14 12:20 recovered ok',
    ]);
  });
});

it('each owner gets its own events, in their order, and one that owns several things gets them once', () => {
  const arn = (name: string) => `arn:aws:sns:us-east-1:111122223333:${name}`;
  const owners = [
    { match: { model: 'anthropic.*' }, topicArn: arn('claude') },
    { match: { quotaCode: 'L-F4DDD3EB' }, topicArn: arn('claude') },
    { match: { kind: 'coverage' as const }, topicArn: arn('platform') },
    { match: { model: 'amazon.*' }, topicArn: arn('nobody') },
  ];
  const coverage = alertOf({ finding: { id: 'coverage/x', kind: 'coverage', quotaCode: null, modelIds: [] } });
  const other = alertOf({ finding: { id: 'throttled/x', kind: 'throttled', quotaCode: null } });
  const grouped = groupByOwner([alertOf(), coverage, other], { rules: { ...NO_ALERT_RULES, owners }, quotas: QUOTAS });
  expect([...grouped].map(([topicArn, events]) => [topicArn, events.map(({ finding }) => finding.id)])).toEqual([
    [arn('claude'), ['utilization/L-F4DDD3EB', 'throttled/x']],
    [arn('platform'), ['coverage/x']],
  ]);
});
