import { linesOf, remediesOf, sinceOf, summaryOf, toSections } from '../../../../lib/core/messages/incident';
import { toMinute } from '../../../../lib/core/vocabulary/time';
import { EN } from '../../../../lib/language/en';
import { alertOf } from '../alerts/alert-fixtures';

const REQUESTS = alertOf({
  finding: {
    id: 'utilization/L-4A6BFAB1',
    quotaCode: 'L-4A6BFAB1',
    dimension: 'requestsPerMinute',
    utilizationPercent: 92.4,
    severity: 'warning',
    remedies: [
      { title: 'Ask for more', command: 'aws service-quotas request-service-quota-increase --quota-code L-4A6BFAB1' },
      { title: 'Call it global cross-Region', command: null },
    ],
  },
  context: {
    details: [
      ['Forecast', 'lasts'],
      ['Quota', 'L-4A6BFAB1  applied 500'],
      ['Demand', '600 calls in that minute'],
    ],
  },
});
const TOKENS = alertOf();
const THROTTLED = alertOf({
  since: '2026-10-14T14:28:00Z',
  finding: {
    id: 'throttled/crossRegion/x',
    kind: 'throttled',
    remedies: [{ title: 'Lower max_tokens', command: null }],
  },
  context: { summary: `${TOKENS.context.summary} 41 calls were throttled.` },
});

const ZERO = alertOf({ finding: { kind: 'zeroQuota', quotaCode: null } });

it.each([
  ['use and throttles of a quota', [TOKENS, THROTTLED], [['utilization', 'throttled']]],
  ['throttles first', [THROTTLED, TOKENS], [['utilization', 'throttled']]],
  ['tokens and requests of a model', [TOKENS, REQUESTS], [['utilization', 'utilization']]],
  [
    'another quota code, the same model and scope',
    [TOKENS, alertOf({ finding: { kind: 'throttled', quotaCode: null } })],
    [['utilization', 'throttled']],
  ],
  [
    'another scope',
    [TOKENS, alertOf({ finding: { quotaCode: 'L-0000000A', scope: 'onDemand' } })],
    [['utilization'], ['utilization']],
  ],
  [
    'another model',
    [TOKENS, alertOf({ finding: { quotaCode: 'L-0000000A', modelIds: ['other'] } })],
    [['utilization'], ['utilization']],
  ],
  [
    'the mantle endpoint',
    [
      alertOf({ finding: { scope: 'onDemand' } }),
      alertOf({ finding: { quotaCode: 'L-0000000A', scope: 'onDemand', dimension: 'inputTokensPerMinute' } }),
    ],
    [['utilization'], ['utilization']],
  ],
  [
    'one over, one not',
    [TOKENS, alertOf({ event: 'recovered', finding: { kind: 'throttled' } })],
    [['utilization'], ['throttled']],
  ],
  [
    'kinds of the account',
    [alertOf({ finding: { kind: 'belowDefault' } }), alertOf({ finding: { kind: 'quotaChanged' } })],
    [['belowDefault'], ['quotaChanged']],
  ],
  [
    'a quota of 0 and its throttles',
    [
      alertOf({ finding: { kind: 'zeroQuota', quotaCode: null } }),
      alertOf({ finding: { kind: 'throttled', cause: { kind: 'zeroQuota', confidence: 'high', evidence: [] } } }),
    ],
    [['throttled', 'zeroQuota']],
  ],
  [
    'quotas of 0, and other throttles',
    [alertOf({ finding: { kind: 'zeroQuota', quotaCode: null } }), alertOf({ finding: { kind: 'throttled' } })],
    [['zeroQuota'], ['throttled']],
  ],
])('%s', (_, events, expected) => {
  const kinds = toSections(events).map(({ lead, others }) => [lead, ...others].map(({ finding }) => finding.kind));
  expect(kinds).toEqual(expected);
});

it.each([
  ['of its first finding', THROTTLED, [TOKENS]],
  ['not of zero quotas that were there before', TOKENS, [{ ...ZERO, since: '2026-10-14T00:01:00Z' }]],
])('is as old as the evaluation %s', (_, lead, others) => {
  expect(sinceOf({ lead, others })).toBe(toMinute(lead.since));
});

it('is named by the worst', () => {
  const worse = alertOf({ finding: { kind: 'throttled', severity: 'critical' } });
  const [section] = toSections([alertOf({ finding: { severity: 'warning' } }), worse]);
  expect(section?.lead).toBe(worse);
});

describe('an incident of three findings', () => {
  const [section] = toSections([REQUESTS, TOKENS, THROTTLED]);
  if (!section) throw new Error('no section');

  it('says each sentence once', () => {
    expect(summaryOf(section, EN)).toBe(THROTTLED.context.summary);
  });

  it('has its lines in order, each label once, and each quota', () => {
    expect(linesOf(section, { since: '14:28 UTC', words: EN })).toEqual([
      ['Cause', 'tokens per minute, high confidence: 41 throttles'],
      ['Since', '14:28 UTC'],
      ['Forecast', 'full at about 14:35 UTC'],
      ['Traffic', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0 100%'],
      ['Quota', 'L-4A6BFAB1  applied 500'],
      ['Demand', '600 calls in that minute'],
      ['Also', '92% requests/min (L-4A6BFAB1)'],
    ]);
  });

  it('has the advice for the throttles first, and nothing twice', () => {
    expect(remediesOf(section).map(({ title, command }) => command ?? title)).toEqual([
      'Lower max_tokens',
      'aws service-quotas request-service-quota-increase --quota-code L-F4DDD3EB',
      'Call it global cross-Region',
      'A third way',
      'aws service-quotas request-service-quota-increase --quota-code L-4A6BFAB1',
    ]);
  });
});
