import type { AlertEvent } from '../../../../lib/core/alerts';
import { joinIncidents, spreadKeyOf } from '../../../../lib/core/targets';
import type { Place } from '../../../../lib/core/vocabulary/place';
import { alertOf } from '../alerts/alert-fixtures';

const PROD: Place = { accountId: '111122223333', accountName: 'prod', region: 'us-east-1' };
const TEST: Place = { accountId: '000000000000', accountName: null, region: 'eu-central-1' };

type Changes = Parameters<typeof alertOf>[0];

/** Zero quotas in a place. */
function zeros(changes: Changes = {}, place = PROD): AlertEvent {
  const finding = { id: 'zeroQuota', kind: 'zeroQuota', quotaCode: null, severity: 'warning', remedies: [] } as const;
  const context = { subject: '5 of 90 quotas are 0', summary: '5 of 90 are 0.', details: [] };
  return {
    ...alertOf({
      ...changes,
      finding: { ...finding, ...changes.finding },
      context: { ...context, ...changes.context },
    }),
    place,
  };
}

function blind(evidence: string, changes: Changes = {}, place = PROD): AlertEvent {
  const cause = { kind: 'unknown', confidence: 'high', evidence: [evidence] } as const;
  const finding = {
    id: 'coverage/sns:Publish',
    kind: 'coverage',
    severity: 'unknown',
    cause,
    ...changes.finding,
  } as const;
  return zeros({ ...changes, finding, context: { subject: 'partly blind', summary: evidence } }, place);
}

const change = (quotaCode: string | null, changes: Changes = {}, place = PROD) =>
  zeros(
    {
      ...changes,
      finding: { kind: 'quotaChanged', id: 'quotaChanged/2026-10-14T14:30:00Z', quotaCode, ...changes.finding },
    },
    place,
  );

const codes = (...labels: string[]) => ({ context: { details: labels.map((label) => [label, 'x'] as const) } });

describe('one incident in two targets', () => {
  test.each<[string, AlertEvent, AlertEvent, boolean]>([
    ['zero quotas', zeros(), zeros({}, TEST), true],
    ['more of them', zeros(), zeros({ context: { subject: '12 of 91 quotas are 0' } }, TEST), true],
    ['zero quotas, called in one', zeros(), zeros({ finding: { severity: 'critical' } }, TEST), false],
    ['zero quotas, over in one', zeros(), zeros({ event: 'recovered' }, TEST), false],
    ['zero and lowered quotas', zeros(), zeros({ finding: { kind: 'belowDefault', id: 'belowDefault' } }, TEST), false],
    ['the same quota', change('L-1'), change('L-1', {}, TEST), true],
    [
      'another reading',
      change('L-1'),
      change('L-1', { finding: { id: 'quotaChanged/2026-10-14T13:50:00Z' } }, TEST),
      true,
    ],
    ['another quota', change('L-1'), change('L-2', {}, TEST), false],
    ['the same quotas', change(null, codes('L-1', 'L-2')), change(null, codes('L-1', 'L-2'), TEST), true],
    ['other quotas', change(null, codes('L-1', 'L-2')), change(null, codes('L-1', 'L-3'), TEST), false],
    [
      'lowered and raised',
      change('L-1', { context: { subject: 'lowered' } }),
      change('L-1', { context: { subject: 'raised' } }, TEST),
      false,
    ],
    ['one reason', blind('refused'), blind('refused', {}, TEST), true],
    [
      'one reason, each of its own',
      blind('no 111122223333 in us-east-1'),
      blind('no 000000000000 in eu-central-1', {}, TEST),
      true,
    ],
    [
      'one reason, each by a call of its own',
      blind('refused (id 6f3c2a10-0000-4000-8000-000000000001)'),
      blind('refused (id 6f3c2a10-0000-4000-8000-000000000002)', {}, TEST),
      true,
    ],
    ['another reason', blind('refused'), blind('throttled', {}, TEST), false],
    ['another source', blind('refused'), blind('refused', { finding: { id: 'coverage/ssm:rules' } }, TEST), false],
    [
      'runs that did not come, since one time and another',
      blind('missed', { finding: { id: 'coverage/watchdog:missedRuns/2026-10-14T13:50:00Z' } }),
      blind('missed', { finding: { id: 'coverage/watchdog:missedRuns/2026-10-14T13:51:00Z' } }, TEST),
      true,
    ],
  ])('%s', (_, one, other, expected) => {
    expect(spreadKeyOf(one)).not.toBeNull();
    expect(spreadKeyOf(one) === spreadKeyOf(other)).toBe(expected);
  });

  test.each<[string, AlertEvent]>([
    ['use', { ...alertOf(), place: PROD }],
    ['throttles', { ...alertOf({ finding: { kind: 'throttled' } }), place: PROD }],
    ['the day', { ...alertOf({ finding: { kind: 'dailyPool' } }), place: PROD }],
    ['a request', { ...alertOf({ finding: { kind: 'request' } }), place: PROD }],
    ['what is refused', { ...alertOf({ finding: { kind: 'refused' } }), place: PROD }],
    ['what is of no target', alertOf({ finding: { kind: 'coverage' } })],
  ])('%s is none', (_, alert) => {
    expect(spreadKeyOf(alert)).toBeNull();
  });
});

describe('what is told of many', () => {
  const LINES = [
    ['L-1', '5 attempts'],
    ['L-2', 'none'],
    ['Watchdog', 'role of 111122223333'],
  ] as const;
  const first = zeros({ since: '2026-10-14T14:00:00Z', context: { details: LINES } });
  const second = zeros(
    {
      since: '2026-10-14T13:00:00Z',
      context: {
        subject: '12 of 90 quotas are 0',
        summary: '12 of 90 are 0.',
        details: [
          ['Watchdog', 'role of 000000000000'],
          ['L-1', '41 attempts'],
        ],
      },
    },
    TEST,
  );

  test('holds in all: numbers are from the least to the most, accounts are left open, and it is as old as the oldest', () => {
    const { lead, places, ofFirst, hasCommonRemedies } = joinIncidents([first, second]);
    expect(lead).toEqual({
      ...first,
      since: '2026-10-14T13:00:00Z',
      context: {
        ...first.context,
        subject: '5-12 of 90 quotas are 0',
        summary: '5-12 of 90 are 0.',
        details: [
          ['L-1', '5-41 attempts'],
          ['Watchdog', 'role of *'],
        ],
      },
    });
    expect(places).toEqual([PROD, TEST]);
    expect(ofFirst).toEqual({ summary: null, details: [['L-2', 'none']] });
    expect(hasCommonRemedies).toBe(true);
  });

  test('is the first of it where no sentence holds in all', () => {
    const other = zeros({ context: { summary: 'None of 90 is 0.' } }, TEST);
    expect(joinIncidents([first, other]).ofFirst.summary).toBe(first.context.summary);
  });

  test('names each target once', () => {
    expect(joinIncidents([first, second, first]).places).toEqual([PROD, TEST]);
  });

  test.each([
    [{ remedies: [{ title: 'Ask', command: 'aws --region eu-central-1' }] }, false],
    [{ remedies: [{ title: 'Ask', command: 'aws --region us-east-1' }] }, true],
  ])('of remedies %j it is known whether they are the same', (finding, expected) => {
    const one = zeros({ finding: { remedies: [{ title: 'Ask', command: 'aws --region us-east-1' }] } });
    expect(joinIncidents([one, zeros({ finding }, TEST)]).hasCommonRemedies).toBe(expected);
  });

  test('needs one', () => {
    expect(() => joinIncidents([])).toThrow(RangeError);
  });
});
