import { NO_ALERT_RULES } from '../../../../lib/core/rules/rules';
import { dailyPool, minuteOf, quota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { input } from './evaluation';

const POOL = ['dailyPool/L-E3F10727', 'utilization/L-E3F10727'];
const MILLION = 1_000_000;

/** Tokens in percent of the pool of 150,000,000: of yesterday, counted still; of this morning; of the last hour. */
function resting(yesterday: number, morning: number, lastHour: number, changes: Parameters<typeof input>[0] = {}) {
  const spend = (minute: number, percent: number) =>
    percent > 0 ? [usage(minute, { invocations: 1, estimatedTpm: percent * 1.5 * MILLION })] : [];
  const minutes = [
    ...spend(minuteOf('20:00', '2026-10-13'), yesterday),
    ...spend(minuteOf('09:00'), morning),
    ...spend(minuteOf('13:33'), lastHour),
  ];
  const evaluation = judge(
    input({ quotas: [dailyPool(), quota()], series: [series(`us.${SONNET}`, minutes)], ...changes }),
  );
  return [...evaluation.resting].sort();
}

/** The day is read at 14:33. */
it.each<[string, number, number, number, boolean]>([
  ['97 % of yesterday and nothing since', 97, 0, 0, true],
  ['a few calls more', 97, 0, 2, true],
  ['today bad alone', 97, 80, 0, false],
  ['today just not bad alone', 97, 79.9, 0, true],
  ['no yesterday', 0, 97, 0, false],
  ['lifted over the warning threshold by calls that go on', 60, 0, 20, false],
  ['lifted over it this morning', 60, 20, 0, true],
  ['lifted from warning to critical', 85, 0, 10, false],
  ['lifted, and not to critical', 85, 0, 9, true],
  ['not bad at all: it may do as it likes', 40, 0, 10, true],
])('%s: %d % of yesterday, %d % of the morning, %d % of the last hour', (_, yesterday, morning, lastHour, rests) => {
  expect(resting(yesterday, morning, lastHour)).toEqual(rests ? POOL : []);
});

it('goes by the thresholds of the quota', () => {
  const rules = {
    ...NO_ALERT_RULES,
    thresholds: [{ match: { quotaCode: 'L-E3F10727' }, warningPercent: 40 }],
  };
  expect(resting(60, 0, 20)).toEqual([]);
  expect(resting(60, 0, 20, { rules })).toEqual(POOL);
});

it('of a zero quota is what has tokens of yesterday alone', () => {
  const quotas = [dailyPool({ appliedValue: 0 }), quota()];
  expect(resting(1, 0, 0, { quotas })).toEqual(POOL);
  expect(resting(1, 1, 0, { quotas })).toEqual([]);
});

it('is not called by refused calls, whose own finding does not rest', () => {
  const minutes = [
    usage(minuteOf('20:00', '2026-10-13'), { invocations: 1, estimatedTpm: 90 * MILLION }),
    usage('09:00', { invocations: 1, estimatedTpm: 60 * MILLION }),
    ...[28, 29, 30, 31, 32].map((minute) => usage(minuteOf(`14:${minute}`), { throttles: 20 })),
  ];
  const { resting: ids, described } = judge(
    input({ quotas: [dailyPool(), quota()], series: [series(`us.${SONNET}`, minutes)] }),
  );
  const ofPool = described.filter(({ finding }) => finding.quotaCode === 'L-E3F10727').map(({ finding }) => finding.id);
  expect(ofPool).toContain(`throttled/crossRegion/${SONNET}`);
  expect([...ids].sort()).toEqual(POOL);
});

it('is never what is read by the minute', () => {
  const changes = { now: minuteOf('20:01', '2026-10-13'), quotas: [quota()] };
  expect(resting(97, 0, 0, changes)).toEqual([]);
});
