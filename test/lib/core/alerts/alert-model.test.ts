import fc from 'fast-check';
import { advanceAlertsByRules } from '../../../../lib/core/alerts/advance-by-rules';
import type { AlertEntries } from '../../../../lib/core/alerts/entry';
import { NO_ALERT_RULES } from '../../../../lib/core/rules/rules';
import type { Finding } from '../../../../lib/core/vocabulary/finding';
import { LAWS, type Moment, type Shown } from './alert-model';
import { described, THRESHOLDS } from './rule-player';

const FINDINGS: readonly Partial<Finding>[] = [
  { id: 'utilization/L-00000001', quotaCode: 'L-00000001' },
  { id: 'throttled/crossRegion/m', kind: 'throttled', quotaCode: 'L-00000002' },
  { id: 'dailyPool/L-00000003', kind: 'dailyPool', scope: 'account', quotaCode: 'L-00000003' },
];

const PERCENT: Readonly<Record<Exclude<Shown, 'gone'>, number | null>> = {
  ok: 40,
  held: 76,
  unknown: null,
  warning: 85,
  critical: 97,
};

function show(finding: Partial<Finding>, shown: Shown) {
  if (shown === 'gone') return [];
  const severity = shown === 'held' ? 'ok' : shown;
  return [described({ ...finding, severity, utilizationPercent: PERCENT[shown] })];
}

const OFTEN_FALSE = fc.nat({ max: 5 }).map((one) => one === 0);

/** Some evaluations in a row that show the same. */
const stretch = fc.record({
  evaluations: fc.integer({ min: 1, max: 12 }),
  minutesApart: fc.constantFrom(1, 5, 5, 15, 60, 200),
  shown: fc.array(fc.constantFrom<Shown>('ok', 'held', 'unknown', 'warning', 'critical', 'gone', 'gone'), {
    minLength: FINDINGS.length,
    maxLength: FINDINGS.length,
  }),
  muted: fc.array(OFTEN_FALSE, { minLength: FINDINGS.length, maxLength: FINDINGS.length }),
  isQuiet: OFTEN_FALSE,
  isResting: OFTEN_FALSE,
  isRestarted: fc.boolean(),
});

type Stretch = typeof stretch extends fc.Arbitrary<infer T> ? T : never;

/** Plays stretches and lists the moments of each finding. */
function play(stretches: readonly Stretch[]): Moment[][] {
  const courses: Moment[][] = FINDINGS.map(() => []);
  let entries: AlertEntries = {};
  let now = 0;
  for (const { evaluations, minutesApart, shown, muted, isQuiet, isResting, isRestarted } of stretches) {
    const rules = {
      ...NO_ALERT_RULES,
      mutes: FINDINGS.flatMap(({ quotaCode }, index) =>
        muted[index] && quotaCode ? [{ match: { quotaCode }, reason: 'drawn' }] : [],
      ),
      quietHours: isQuiet ? [{ from: '00:00', to: '24:00', timeZone: 'UTC' }] : [],
    };
    const resting = new Set<string>(isResting ? ['dailyPool/L-00000003'] : []);
    const all = FINDINGS.flatMap((finding, index) => show(finding, shown[index] ?? 'gone'));
    for (let count = 0; count < evaluations; count++) {
      now += minutesApart;
      const evaluation = { described: all, muted: new Map(), resting };
      const result = advanceAlertsByRules(entries, evaluation, { rules, thresholds: THRESHOLDS, quotas: [], now });
      entries = isRestarted ? JSON.parse(JSON.stringify(result.entries)) : result.entries;
      FINDINGS.forEach(({ id = '' }, index) => {
        courses[index]?.push({
          now,
          shown: shown[index] ?? 'gone',
          isMuted: muted[index] ?? false,
          isQuiet,
          isResting: resting.has(id),
          said: result.events
            .filter(({ finding }) => finding.id === id)
            .map(({ event, finding }) => ({ event, severity: finding.severity })),
        });
      });
    }
  }
  return courses;
}

it.each(Object.entries(LAWS))('%s', (_, holds) => {
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 25 }), (stretches) => {
      for (const moments of play(stretches)) {
        const broken = moments.findIndex((moment, at) => !holds(moments, at, moment));
        expect(broken === -1 ? 'holds' : moments.slice(0, broken + 1).filter((_, at) => at > broken - 40)).toBe(
          'holds',
        );
      }
    }),
    { numRuns: 60 },
  );
});

/** The laws must be able to fail: a course that breaks each. */
const moment = (now: number, shown: Shown, event?: string, changes: Partial<Moment> = {}): Moment => ({
  now,
  shown,
  isMuted: false,
  isQuiet: false,
  isResting: false,
  said: event ? [{ event, severity: shown === 'gone' || shown === 'held' ? 'ok' : shown }] : [],
  ...changes,
});

it.each<[string, readonly Moment[]]>([
  ['nothing is said of what is muted', [moment(0, 'warning', 'opened', { isMuted: true })]],
  ['opened is only what is not open', [moment(0, 'warning', 'opened'), moment(5, 'warning', 'opened')]],
  ['all but opened is only of what is open', [moment(0, 'ok', 'recovered')]],
  ['what is said, but that it is over, is what is shown', [moment(0, 'ok', 'opened')]],
  [
    'escalated is only what is worse than all that was said',
    [moment(0, 'critical', 'opened'), moment(5, 'critical', 'escalated')],
  ],
  ['critical is never held back', [moment(0, 'critical', undefined, { isQuiet: true })]],
  ['a reminder is not before its time', [moment(0, 'critical', 'opened'), moment(239, 'critical', 'reminder')]],
  ['nor after it', [moment(0, 'critical', 'opened'), moment(240, 'critical')]],
  ['quiet hours are quiet, but for what is or was critical', [moment(0, 'warning', 'opened', { isQuiet: true })]],
  ["yesterday's number is not told", [moment(0, 'critical', 'opened', { isResting: true })]],
  [
    'what recovered was clear twice, for 15 minutes',
    [moment(0, 'warning', 'opened'), moment(5, 'ok'), moment(19, 'ok', 'recovered')],
  ],
  ['what stays bad is spoken of', [moment(0, 'warning')]],
  [
    'what stays clear for four hours is told as over',
    [moment(0, 'warning', 'opened'), moment(5, 'ok'), moment(245, 'ok')],
  ],
  [
    'one that comes and goes opens at most eight times in twelve hours',
    Array.from({ length: 9 }, (_, index) => [
      moment(index * 40, 'warning', 'opened'),
      moment(index * 40 + 30, 'ok', 'recovered'),
    ]).flat(),
  ],
  [
    'one thing at a time is said of a finding',
    [
      moment(0, 'warning', 'opened', {
        said: [
          { event: 'opened', severity: 'warning' },
          { event: 'reminder', severity: 'warning' },
        ],
      }),
    ],
  ],
])('a course can break the law: %s', (law, moments) => {
  expect(moments.every((one, at) => LAWS[law]?.(moments, at, one) ?? true)).toBe(false);
});
