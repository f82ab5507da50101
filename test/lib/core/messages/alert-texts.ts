import type { AlertEvent } from '../../../../lib/core/alerts/lifecycle';
import type { QuotaChange } from '../../../../lib/core/quotas/quota-change';
import type { Language } from '../../../../lib/language/language';
import { ORIGIN } from '../alerts/alert-fixtures';
import { input, NOW } from '../findings/evaluation';
import { dailyPool, minuteOf, quota, requestQuota, SONNET, series, usage } from '../fixtures';
import { type JudgeInput, judge } from '../judge';

/** One message: what was evaluated, what of it is told, and as what. */
export interface Scenario {
  readonly name: string;
  readonly input: Partial<JudgeInput>;
  readonly event: AlertEvent['event'];
  readonly ids: readonly string[];
  /** ISO time of the first evaluation that showed it. */
  readonly since: string;
}

const GLOBAL = quota({
  quotaCode: 'L-27C57EE8',
  quotaName: 'Global cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1',
  scope: 'globalCrossRegion',
  appliedValue: 2_000_000,
});
const THROTTLED = `throttled/crossRegion/${SONNET}`;

/** 50 minutes of a rise that fills the quota, throttles in its last three. */
const RISE = Array.from({ length: 50 }, (_, index) => {
  const throttles = [8, 12, 21][index - 47] ?? 0;
  return usage(NOW - 50 + index, { invocations: 5, estimatedTpm: 350_000 + index * 7_000, throttles });
});

const HALF_DAY = Array.from({ length: 300 }, (_, index) =>
  usage(NOW - 300 + index, { invocations: 100, estimatedTpm: 410_000 }),
);

const CHANGES: readonly QuotaChange[] = [
  { at: minuteOf('14:30'), before: quota(), after: quota({ appliedValue: 200_000 }), nowNamed: null },
  { at: minuteOf('14:30'), before: GLOBAL, after: { ...GLOBAL, appliedValue: 5_000_001 }, nowNamed: null },
];

/** The messages whose whole text is known by heart. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'tokens per minute at their limit, with throttles',
    input: {
      quotas: [quota(), requestQuota(), GLOBAL, dailyPool()],
      series: [
        series(`us.${SONNET}`, RISE),
        series(
          'app',
          RISE.map((one) => ({ ...one, invocations: 1, estimatedTpm: 280_000, throttles: 0 })),
        ),
      ],
    },
    event: 'opened',
    ids: ['utilization/L-F4DDD3EB', THROTTLED],
    since: '2026-10-14T14:31:00Z',
  },
  {
    name: 'the day at 82 %',
    input: { quotas: [dailyPool()], series: [series(SONNET, HALF_DAY)] },
    event: 'opened',
    ids: ['dailyPool/L-E3F10727'],
    since: ORIGIN.at,
  },
  {
    name: 'a quota of 0 that is called',
    input: {
      quotas: [
        quota({ appliedValue: 0 }),
        requestQuota({ appliedValue: 0, adjustable: false }),
        { ...GLOBAL, appliedValue: 0 },
      ],
      series: [series(`us.${SONNET}`, [usage('14:31', { throttles: 3 }), usage('14:32', { throttles: 1 })])],
    },
    event: 'opened',
    ids: ['zeroQuota', THROTTLED],
    since: ORIGIN.at,
  },
  {
    name: 'the reservation of max_tokens',
    input: {
      quotas: [quota(), requestQuota(), GLOBAL],
      series: [
        series(
          `us.${SONNET}`,
          Array.from({ length: 20 }, (_, index) =>
            usage(NOW - 20 + index, { invocations: 100, output: 41_000, estimatedTpm: 340_000, throttles: 20 }),
          ),
        ),
      ],
    },
    event: 'reminder',
    ids: [THROTTLED],
    since: '2026-10-14T10:30:00Z',
  },
  {
    name: 'quotas that changed',
    input: { quotas: [quota({ appliedValue: 200_000 }), { ...GLOBAL, appliedValue: 5_000_001 }], changes: CHANGES },
    event: 'opened',
    ids: ['quotaChanged/2026-10-14T14:30:00Z'],
    since: ORIGIN.at,
  },
  {
    name: 'an incident that is over',
    input: {
      quotas: [quota(), requestQuota(), GLOBAL],
      series: [series(`us.${SONNET}`, [usage('14:20', { invocations: 50, estimatedTpm: 129_146 })])],
    },
    event: 'recovered',
    ids: ['utilization/L-F4DDD3EB'],
    since: '2026-10-14T13:27:00Z',
  },
];

/** What a scenario tells. @throws Error when its evaluation lacks a finding. */
export function eventsOf({ input: changes, event, ids, since }: Scenario, language: Language = 'en'): AlertEvent[] {
  const { described } = judge(input({ ...changes, language }));
  return ids.map((id) => {
    const found = described.find(({ finding }) => finding.id === id);
    if (!found) throw new Error(`no ${id} among ${described.map(({ finding }) => finding.id).join(', ')}`);
    return { event, since, ...found };
  });
}
