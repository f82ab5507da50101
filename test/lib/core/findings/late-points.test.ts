import { findLatePoints } from '../../../../lib/core/findings/late-points';
import { findMissedRuns } from '../../../../lib/core/findings/missed-runs';
import { describe as tell } from '../../../../lib/core/findings/tell';
import type { FindingKind } from '../../../../lib/core/vocabulary/finding';
import { EN } from '../../../../lib/language/en';
import { CRITICAL, DAY, described, OK, play, type Shown, WARNING } from '../alerts/rule-player';
import { minuteOf } from '../fixtures';
import { type JudgeInput, judge } from '../judge';
import { input as fullInput } from './evaluation';

/** An evaluation of an account without quotas, at 14:33. */
function input(changes: Partial<JudgeInput> = {}): JudgeInput {
  return fullInput({ quotas: [], ...changes });
}

const LATE = { since: minuteOf('14:02'), foundAt: minuteOf('14:17') };
const PROOF =
  "CloudWatch accepted the watchdog's own point of 14:02 UTC, and neither it nor any newer one could be read at 14:17 UTC.";
const FOUND = tell(findLatePoints(LATE, minuteOf('14:33')), { programs: EN, people: EN });

describe('a CloudWatch that is late', () => {
  it('is a coverage finding of unknown severity: what is known, what follows, and with what confidence', () => {
    const { document } = judge(input({ late: LATE }));
    expect(document.findings).toMatchObject([
      {
        id: 'coverage/cloudwatch:latePoints',
        kind: 'coverage',
        severity: 'unknown',
        remedies: [
          { title: expect.stringContaining('https://health.aws.amazon.com/health/status'), command: null },
          { title: expect.stringContaining('quiet graphs do not mean quiet traffic'), command: null },
        ],
        cause: {
          kind: 'unknown',
          confidence: 'medium',
          evidence: [PROOF, expect.stringContaining('probably late too')],
        },
      },
    ]);
    expect(document.coverage.errors).toEqual([`cloudwatch:latePoints: ${PROOF}`]);
  });

  it('is told in both languages under one id', () => {
    const { described: found, document } = judge(input({ late: LATE, language: 'pt-BR' }));
    expect(found[0]?.context).toMatchObject({
      summary: expect.stringContaining('O CloudWatch aceitou o ponto do próprio watchdog de 14:02 UTC'),
      details: [
        ['Blind', 'pelo menos 15 minutos, para pontos desde 14:02 UTC'],
        ['Watchdog', expect.stringContaining('alertas abertos')],
      ],
    });
    expect(document.coverage.errors[0]).toContain(PROOF);
  });

  it('says the day when it is another', () => {
    const { summary } = findLatePoints(LATE, minuteOf('00:10', '2026-10-15')).context(EN);
    expect(summary).toContain("the watchdog's own point of 2026-10-14 14:02 UTC");
  });

  it.each([null, undefined])('is not told when it is %s', (late) => {
    expect(judge(input(late === undefined ? {} : { late })).document.findings).toEqual([]);
  });
});

describe('what is said while it is late', () => {
  it('is told at once, for it was late for long when it was found, and is over when it was on time for 15 minutes', () => {
    const steps = [
      ['14:00', null],
      ['14:20', FOUND],
      ['15:00', null],
    ] as const;
    expect(play({}, steps, `${DAY}T20:00:00Z`)).toEqual(['14 14:20 opened unknown', '14 15:15 recovered ok']);
  });

  const SILENT: [string, Shown][] = [
    ['not shown any more', FOUND],
    ['ok as far as is seen', [OK, FOUND]],
  ];
  it.each(SILENT)('nothing is called over: %s', (_, during) => {
    const steps = [
      ['14:00', WARNING],
      ['14:20', during],
      ['18:00', OK],
    ] as const;
    expect(play({}, steps, `${DAY}T20:00:00Z`)).toEqual([
      '14 14:00 opened warning',
      '14 14:20 opened unknown',
      '14 18:15 recovered ok',
      '14 18:15 recovered ok',
    ]);
  });

  it('what was clear for a while before is not over by it: the while begins anew', () => {
    const steps = [
      ['14:00', WARNING],
      ['14:10', OK],
      ['14:20', FOUND],
      ['14:30', OK],
    ] as const;
    expect(play({}, steps, `${DAY}T20:00:00Z`).slice(2)).toEqual(['14 14:45 recovered ok', '14 14:45 recovered ok']);
  });

  it('what gets worse is told', () => {
    const steps = [
      ['14:00', WARNING],
      ['14:20', [CRITICAL, FOUND]],
    ] as const;
    expect(play({}, steps, `${DAY}T15:00:00Z`)).toContain('14 14:20 escalated critical');
  });

  it.each<[FindingKind, boolean]>([
    ['throttled', true],
    ['dailyPool', true],
    ['unmappedUsage', true],
    ['zeroQuota', true],
    ['belowDefault', false],
    ['coverage', false],
  ])('%s: waits is %s', (kind, waits) => {
    const one = described({ kind, id: `${kind}/x`, quotaCode: null, severity: 'warning', utilizationPercent: null });
    const steps = [
      ['14:00', one],
      ['14:20', FOUND],
    ] as const;
    expect(play({}, steps, `${DAY}T16:00:00Z`).some((line) => line.includes('recovered'))).toBe(!waits);
  });
});

it('runs that were missed meanwhile are judged as far as CloudWatch shows them, and nobody sees again yet', () => {
  const clock = { now: minuteOf('15:00'), evaluatedUntil: minuteOf('14:30') };
  const missed = findMissedRuns(clock, { blindSpots: [], late: LATE });
  expect(missed?.context(EN).summary).toContain('as far as CloudWatch, which is late, shows them');
  expect(missed?.context(EN).details).toEqual([['Blind', '30 minutes']]);
});
