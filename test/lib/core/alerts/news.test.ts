import type { AlertEntries } from '../../../../lib/core/alerts/entry';
import { advanceAlerts } from '../../../../lib/core/alerts/lifecycle';
import { DEFAULT_ALERT_POLICY } from '../../../../lib/core/alerts/policy';
import { renderSubject } from '../../../../lib/core/messages/mail-text';
import type { DescribedFinding } from '../../../../lib/core/vocabulary/finding';
import type { Severity } from '../../../../lib/core/vocabulary/severity';
import { EN } from '../../../../lib/language/en';

const POLICY = { ...DEFAULT_ALERT_POLICY, warningPercentOf: () => 80 };
const DAY = 1440;

function changed(severity: Severity, id = 'quotaChanged/2026-10-14T13:00:00Z'): DescribedFinding {
  return {
    finding: {
      id,
      kind: 'quotaChanged',
      severity,
      quotaCode: 'L-F4DDD3EB',
      modelIds: [],
      scope: null,
      dimension: null,
      usage: null,
      appliedValue: 5_000_001,
      utilizationPercent: null,
      headroom: null,
      exhaustionAt: null,
      cause: null,
      remedies: [],
    },
    context: { subject: 'Claude: applied 1,000,000 → 5,000,001 tokens/min', summary: 'It changed.', details: [] },
  };
}

/** Runs evaluations every five minutes over two days and lists what was said of what `shown` gives. */
function play(shown: (now: number) => readonly DescribedFinding[]): string[] {
  let entries: AlertEntries = {};
  const said: string[] = [];
  for (let now = 0; now < 2 * DAY; now += 5) {
    const result = advanceAlerts(entries, shown(now), now, POLICY);
    entries = result.entries;
    said.push(...result.events.map(({ event, finding }) => `${now} ${event} ${finding.severity}`));
  }
  return said;
}

describe('a change is news, not a state', () => {
  it.each(['ok', 'unknown', 'warning', 'critical'] as const)(
    'is told once at severity %s, without reminder and without recovery',
    (severity) => {
      expect(play((now) => (now < DAY + 600 ? [changed(severity)] : []))).toEqual([`0 opened ${severity}`]);
    },
  );

  it('says nothing more when its severity changes', () => {
    expect(play((now) => [changed(now < 20 ? 'warning' : now < 40 ? 'critical' : 'ok')])).toEqual(['0 opened warning']);
  });

  it('opens again with the next reading that shows one', () => {
    const next = changed('warning', 'quotaChanged/2026-10-14T14:00:00Z');
    expect(play((now) => (now < 60 ? [changed('ok')] : [changed('ok'), next]))).toEqual([
      '0 opened ok',
      '60 opened warning',
    ]);
  });
});

it.each([
  ['ok', 'CHANGED Claude: applied 1,000,000 -> 5,000,001 tokens/min, us-east-1'],
  ['warning', 'WARNING Claude: applied 1,000,000 -> 5,000,001 tokens/min, us-east-1'],
] as const)('the subject of a change of severity %s', (severity, subject) => {
  const { events } = advanceAlerts({}, [changed(severity)], 0, POLICY);
  expect(renderSubject(events, 'us-east-1', EN)).toBe(subject);
});
