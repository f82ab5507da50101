import { leaveOut, quotasOfModel, splitBody, throttleTimesOf } from '../../../../../lib/core/answers/ticket';
import { describeTicket } from '../../../../../lib/core/answers/ticket/describe-ticket';
import type { ModelTraffic, TrafficMinute } from '../../../../../lib/core/traffic/model-traffic';
import type { MappedQuota } from '../../../../../lib/core/vocabulary/quota';
import { toMinute } from '../../../../../lib/core/vocabulary/time';
import { quietMinute } from '../../traffic-minutes';

const START = toMinute('2026-10-01T00:00:00Z');
const MODEL = 'anthropic.claude-opus-4-8';

const quotaOf = (part: Partial<MappedQuota> = {}): MappedQuota => ({
  quotaCode: 'L-00000001',
  quotaName: 'a quota',
  endpoint: 'runtime',
  scope: 'crossRegion',
  dimension: 'tokensPerMinute',
  variant: null,
  modelLabel: 'Anthropic Claude Opus 4.8',
  appliedValue: 1_000,
  defaultValue: 1_000,
  adjustable: false,
  modelIds: [MODEL],
  mapping: 'exact',
  ...part,
});

const minuteOf = (minute: number, part: Partial<TrafficMinute> = {}) => quietMinute(START + minute, part);

function describeOf(quota: MappedQuota, minutes: readonly TrafficMinute[]) {
  const traffic: ModelTraffic[] =
    minutes.length === 0
      ? []
      : [
          {
            endpoint: 'runtime',
            scope: 'crossRegion',
            baseModelId: MODEL,
            rate: 5,
            callers: [{ modelId: `us.${MODEL}`, name: 'opus', profileName: null, minutes }],
            minutes,
            lookFrom: 0,
            recent: [],
          },
        ];
  const period = { from: START, until: START + 2880, pointMinutes: 1 };
  return describeTicket(quota, { quotas: [quota], traffic, period, requests: [], value: null });
}

test.each([
  ['used half', 500, {}, 0],
  ['over half', 501, {}, 1],
  ['zero', 1, { appliedValue: 0 }, 1],
  ['below the default', 1, { defaultValue: 2_000 }, 1],
])('of a model, %s', (_, quotaTokens, part, kept) => {
  const one = describeOf(quotaOf(part), [minuteOf(1, { quotaTokens, invocations: 1 })]);
  expect(leaveOut([one]).kept).toHaveLength(kept);
});

test('a throttled quota is worth a case, and one of a scope without calls is not', () => {
  const throttled = describeOf(quotaOf(), [minuteOf(1, { invocations: 1, quotaTokens: 1, throttles: 1 })]);
  const quiet = describeOf(quotaOf({ scope: 'onDemand', appliedValue: 0 }), []);
  expect(leaveOut([throttled, quiet])).toMatchObject({ kept: [throttled], left: [{ reason: 'otherScope' }] });
  expect(leaveOut([quiet]).kept).toEqual([quiet]);
});

test('large requests are those of minutes whose mean input, cached tokens too, is over 10,000', () => {
  const { largeShare } = describeOf(quotaOf(), [
    minuteOf(1, { invocations: 1, input: 4_000, cacheRead: 6_001 }),
    minuteOf(2, { invocations: 3, input: 30_000 }),
  ]);
  expect(largeShare).toBe(0.25);
});

test.each([
  [quotaOf(), 1_600],
  [quotaOf({ dimension: 'tokensPerDay', scope: 'model' }), 2_500],
  [quotaOf({ dimension: 'inputTokensPerMinute' }), 2_000],
  [quotaOf({ dimension: 'requestsPerMinute' }), 1_500],
])('the value to ask for leaves the peak in the unit of the quota at 60%, case %#', (quota, desiredValue) => {
  // Peaks: 940 tokens a minute, 1,480 a day, 1,190 of input, 1 request.
  const described = describeOf(quota, [
    minuteOf(1, { invocations: 1, quotaTokens: 540, input: 1_190 }),
    minuteOf(3, { invocations: 1, quotaTokens: 940 }),
  ]);
  expect(described).toMatchObject({ basis: 'peak', desiredValue });
});

test.each([
  [{ variant: 'latencyOptimized' as const }, 'variant'],
  [{ dimension: 'concurrentRequests' as const }, 'concurrentRequests'],
  [{ modelIds: [] }, 'unmapped'],
  [{}, null],
])('%j is measured or says why not', (part, unmeasured) => {
  expect(describeOf(quotaOf(part), []).unmeasured).toBe(unmeasured);
});

test('a profile is about the quotas of its calls, a base id about all', () => {
  const quotas = [
    quotaOf(),
    quotaOf({ scope: 'onDemand' }),
    quotaOf({ scope: 'model' }),
    quotaOf({ modelIds: ['x.y'] }),
  ];
  const subject = { kind: 'model', scope: 'crossRegion', baseModelId: MODEL, name: '' } as const;
  expect(quotasOfModel({ ...subject, via: 'profile' }, quotas).map(({ scope }) => scope)).toEqual([
    'crossRegion',
    'model',
  ]);
  expect(quotasOfModel({ ...subject, via: 'base' }, quotas)).toHaveLength(3);
});

test('throttles have their first and last minute, days and worst hours', () => {
  const minutes = [minuteOf(5, { throttles: 1 }), minuteOf(6), minuteOf(1500, { throttles: 3 })];
  expect(throttleTimesOf(minutes)).toEqual({
    firstAt: START + 5,
    lastAt: START + 1500,
    days: [
      { day: START, calls: 1 },
      { day: START + 1440, calls: 3 },
    ],
    hours: [
      { hour: 1, calls: 3 },
      { hour: 0, calls: 1 },
    ],
  });
  expect(throttleTimesOf([minuteOf(6)])).toBeNull();
});

test('a body is cut between sections, then lines, then words, and loses nothing', () => {
  expect(splitBody('a\n\n## b\n\n## c', 8)).toEqual(['a\n\n## b', '## c']);
  expect(splitBody('## 12\n34\n56', 8)).toEqual(['## 12\n34', '56']);
  expect(splitBody('123456789', 4)).toEqual(['1234', '5678', '9']);
  expect(splitBody('short', 8)).toEqual(['short']);
});
