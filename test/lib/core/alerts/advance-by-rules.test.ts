import { advanceAlertsByRules, groupByOwner } from '../../../../lib/core/alerts/advance-by-rules';
import type { AlertEntries } from '../../../../lib/core/alerts/entry';
import { muteOfFinding } from '../../../../lib/core/rules/mute';
import { NO_ALERT_RULES } from '../../../../lib/core/rules/rules';
import type { DescribedFinding } from '../../../../lib/core/vocabulary/finding';
import { toMinute } from '../../../../lib/core/vocabulary/time';
import { SONNET } from '../fixtures';
import { alertOf } from './alert-fixtures';
import { CHANGED, CRITICAL, DAY, described, OK, play, QUOTAS, type Shown, THRESHOLDS, WARNING } from './rule-player';

describe('refused calls', () => {
  const REFUSED = described({
    kind: 'refused',
    id: 'refused/accessDenied/x',
    quotaCode: null,
    utilizationPercent: null,
  });
  const blind = (source: string) =>
    described({
      kind: 'coverage',
      id: `coverage/${source}`,
      quotaCode: null,
      severity: 'unknown',
      utilizationPercent: null,
    });

  it.each<[string, DescribedFinding, string[]]>([
    [
      'a queue that cannot be read: not over',
      blind('sqs:ReceiveMessage'),
      ['14 12:00 opened warning', '14 12:15 opened unknown', '14 17:15 recovered ok', '14 17:15 recovered ok'],
    ],
    [
      'a ledger that cannot be read: not over',
      blind('sqs:refusals'),
      ['14 12:00 opened warning', '14 12:15 opened unknown', '14 17:15 recovered ok', '14 17:15 recovered ok'],
    ],
    [
      'messages that are none: over, for they hide nothing',
      blind('refusals:unreadable'),
      ['14 12:00 opened warning', '14 12:15 opened unknown', '14 12:20 recovered ok', '14 17:15 recovered ok'],
    ],
  ])('that are gone behind %s', (_, coverage, said) => {
    const steps = [['12:00', REFUSED] as const, ['12:05', coverage] as const, ['17:00', null] as const];
    expect(play({}, steps, `${DAY}T18:00:00Z`)).toEqual(said);
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
          const found = muteOfFinding(one.finding, moment);
          return found ? [[one.finding.id, found] as const] : [];
        }),
      );
      const result = advanceAlertsByRules(entries, { described: shown, muted, resting: new Set<string>() }, moment);
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
      const result = advanceAlertsByRules(
        entries,
        { described: [WARNING], muted: new Map(), resting: new Set<string>() },
        moment,
      );
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
      const result = advanceAlertsByRules(
        entries,
        { described: [CHANGED], muted: new Map(), resting: new Set<string>() },
        moment,
      );
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
