import type { AlertEntries } from '../../../../lib/core/alerts/entry';
import { advanceAlerts } from '../../../../lib/core/alerts/lifecycle';
import { DEFAULT_ALERT_POLICY } from '../../../../lib/core/alerts/policy';
import { findMissedRuns } from '../../../../lib/core/findings/missed-runs';
import { describe as tell } from '../../../../lib/core/findings/tell';
import type { BlindSpot } from '../../../../lib/core/vocabulary/blind-spot';
import { toMinute } from '../../../../lib/core/vocabulary/time';
import { EN } from '../../../../lib/language/en';
import { judge } from '../judge';
import { input } from './evaluation';

const NOON = toMinute('2026-10-14T12:00:00Z');
const HOUR = 60;
const DAY = 24 * HOUR;
const UNREADABLE: BlindSpot = { source: 'cloudwatch:GetMetricData', message: 'cloudwatch:GetMetricData failed' };
const UNRELATED: BlindSpot = { source: 'bedrock:ListFoundationModels', message: 'bedrock failed' };

describe('a time without evaluation', () => {
  it.each([
    ['no evaluation before', null, false],
    ['a minute', NOON - 1, false],
    ['the longest the schedule explains', NOON - 5, false],
    ['a hitch of ten minutes', NOON - 10, false],
    ['eleven minutes', NOON - 11, true],
    ['an hour', NOON - HOUR, true],
    ['a week', NOON - 7 * DAY, true],
  ])('%s: told is %s', (_, evaluatedUntil, isTold) => {
    expect(findMissedRuns({ now: NOON, evaluatedUntil }, { blindSpots: [] }) !== null).toBe(isTold);
  });

  it.each([
    [
      'an hour',
      NOON - HOUR,
      [],
      'The watchdog evaluated nothing from 11:00 UTC to 12:00 UTC: its runs did not start or failed. These minutes have now been evaluated: alerts about them come late.',
    ],
    [
      'a night',
      NOON - 14 * HOUR,
      [UNRELATED],
      'The watchdog evaluated nothing from 2026-10-13 22:00 UTC to 12:00 UTC: its runs did not start or failed. These minutes have now been evaluated: alerts about them come late.',
    ],
    [
      'an hour, and CloudWatch fails still',
      NOON - HOUR,
      [UNRELATED, UNREADABLE],
      'The watchdog evaluated nothing from 11:00 UTC to 12:00 UTC: its runs did not start or failed. These minutes are not evaluated yet, because cloudwatch:GetMetricData fails; they will be once it works again.',
    ],
    [
      'more than can be read back',
      NOON - 2 * DAY,
      [],
      'The watchdog evaluated nothing from 2026-10-12 12:00 UTC to 12:00 UTC: its runs did not start or failed. Only the last 24 hours have now been evaluated; what happened before 2026-10-13 12:00 UTC is not known.',
    ],
  ])('%s says from when to when, and what has become of it', (_, evaluatedUntil, blindSpots, summary) => {
    const context = findMissedRuns({ now: NOON, evaluatedUntil }, { blindSpots })?.context(EN);
    expect(context?.summary).toBe(summary);
    // Who cannot read does not see again.
    expect(JSON.stringify(context?.details).includes('it can see again')).toBe(!blindSpots.includes(UNREADABLE));
  });

  it('is a coverage finding of unknown severity, with an id of its own', () => {
    const { document } = judge(input({ now: NOON, evaluatedUntil: NOON - HOUR }));
    expect(document.findings.filter(({ kind }) => kind === 'coverage')).toMatchObject([
      { id: 'coverage/watchdog:missedRuns/2026-10-14T11:00:00Z', severity: 'unknown', utilizationPercent: null },
    ]);
    // It is past: this evaluation itself saw all.
    expect(document.coverage.errors).toEqual([]);
  });
});

/** Evaluates at these minutes, each remembering the one before, and lists what was said. */
function play(minutes: readonly number[], isHeldBack: (now: number) => boolean = () => false): string[] {
  let entries: AlertEntries = {};
  let evaluatedUntil: number | null = null;
  const said: string[] = [];
  for (const now of minutes) {
    const missed = findMissedRuns({ now, evaluatedUntil }, { blindSpots: [] });
    const policy = { ...DEFAULT_ALERT_POLICY, warningPercentOf: () => 80, isHeldBack: () => isHeldBack(now) };
    const result = advanceAlerts(entries, missed ? [tell(missed, { programs: EN, people: EN })] : [], now, policy);
    said.push(...result.events.map(({ event, context }) => `${now} ${event} ${context.subject}`));
    entries = result.entries;
    evaluatedUntil = now;
  }
  return said;
}

describe('a time without evaluation is told', () => {
  it.each([
    ['not when there was none', [0, 5, 10, 15], []],
    ['once, at the first evaluation after it, and never as over', [0, 60, 65, 70, 75, 1600], [60, 1600]],
    ['each time it happens, one right after another too', [0, 60, 120, 125], [60, 120]],
  ])('%s', (_, minutes, told) => {
    expect(play(minutes).map((line) => line.split(' ').slice(0, 2))).toEqual(told.map((now) => [`${now}`, 'opened']));
  });

  it('after quiet hours, when it fell into them', () => {
    expect(play([0, 60, 65, 70, 75], (now) => now < 70)).toEqual([
      '70 opened the watchdog was blind from 00:00 UTC to 01:00 UTC',
    ]);
  });
});
