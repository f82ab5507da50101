import { isMuted, muteOf, ownersOf, thresholdsFor } from '../../../../lib/core/rules/match-rules';
import {
  type AlertRules,
  joinAlertRules,
  type MuteRule,
  NO_ALERT_RULES,
  type RuleMatch,
} from '../../../../lib/core/rules/rules';
import { findingSubject, quotaSubject } from '../../../../lib/core/rules/subject';
import type { Finding } from '../../../../lib/core/vocabulary/finding';
import type { MappedQuota } from '../../../../lib/core/vocabulary/quota';
import { toMinute } from '../../../../lib/core/vocabulary/time';
import { dailyPool, quota, requestQuota, SONNET } from '../fixtures';

const NOVA = 'amazon.nova-lite-v1:0';
const NOW = toMinute('2026-10-14T12:00Z');
const QUOTAS = [quota(), requestQuota(), dailyPool()];

function finding(changes: Partial<Finding> = {}): Finding {
  return {
    id: 'utilization/L-F4DDD3EB',
    kind: 'utilization',
    severity: 'warning',
    quotaCode: 'L-F4DDD3EB',
    modelIds: [SONNET],
    scope: 'crossRegion',
    dimension: 'tokensPerMinute',
    usage: null,
    appliedValue: 1_000_000,
    utilizationPercent: 85,
    headroom: 150_000,
    exhaustionAt: null,
    cause: null,
    remedies: [],
    ...changes,
  };
}

const POOL = finding({
  kind: 'dailyPool',
  quotaCode: 'L-E3F10727',
  scope: 'account',
  dimension: 'tokensPerDay',
  modelIds: [SONNET, NOVA],
});
const GROUP = finding({ kind: 'zeroQuota', quotaCode: null, scope: null, dimension: null, modelIds: [SONNET] });
const THROTTLED = finding({ kind: 'throttled', quotaCode: null, dimension: null });
const COVERAGE = finding({ kind: 'coverage', quotaCode: null, scope: null, dimension: null, modelIds: [] });
const UNMAPPED = finding({
  kind: 'unmappedUsage',
  quotaCode: null,
  scope: null,
  dimension: null,
  modelIds: ['us.newco.model-1'],
});

function rulesWith(part: Partial<AlertRules>): AlertRules {
  return { ...NO_ALERT_RULES, ...part };
}

function mutes(match: RuleMatch, given: Finding): boolean {
  return isMuted(rulesWith({ mutes: [{ match, reason: 'known' }] }), findingSubject(given, QUOTAS), NOW);
}

describe('what a mute matches', () => {
  test.each<[string, RuleMatch, Finding, boolean]>([
    ['its code in any case', { quotaCode: 'l-f4ddd3eb' }, finding(), true],
    ['a pattern of its code', { quotaCode: 'L-F4*' }, finding(), true],
    ['another code', { quotaCode: 'L-4A6BFAB1' }, finding(), false],
    ['its base id', { model: SONNET }, finding(), true],
    ['the label of its quota', { model: '*Sonnet 4.5*' }, finding(), true],
    ['a label of the quotas of its model', { model: '*Sonnet 4.5*' }, THROTTLED, true],
    ['another model', { model: NOVA }, finding(), false],
    ['all fields', { model: 'anthropic.*', scope: 'crossRegion', dimension: 'tokensPerMinute' }, finding(), true],
    ['all fields but one', { model: 'anthropic.*', scope: 'onDemand' }, finding(), false],
    ['its kind', { kind: 'utilization' }, finding(), true],
    ['another kind', { kind: 'throttled' }, finding(), false],
    ['one of two models', { model: SONNET }, finding({ quotaCode: null, modelIds: [SONNET, NOVA] }), false],
    ['both models by one pattern', { model: '*o*' }, finding({ quotaCode: null, modelIds: [SONNET, NOVA] }), true],
    ['everything', { quotaCode: '*' }, finding(), true],
    ['everything, what has no code included', { quotaCode: '*' }, THROTTLED, true],
    ['everything, what has no model included', { model: '*' }, GROUP, true],
    ['everything but coverage', { quotaCode: '*' }, COVERAGE, false],
    ['coverage by its kind', { kind: 'coverage' }, COVERAGE, true],
    ['a model where there is none', { model: 'a*' }, finding({ quotaCode: null, modelIds: [] }), false],
    ['a code where there is none', { quotaCode: 'L-*' }, THROTTLED, false],
    ['an unknown id', { kind: 'unmappedUsage', model: 'us.newco.*' }, UNMAPPED, true],
    ['the account pool by its code', { quotaCode: 'L-E3F10727' }, POOL, true],
    ['the account pool by a model that spends it', { model: '*o*' }, POOL, false],
    ['a group by its kind', { kind: 'zeroQuota' }, GROUP, true],
    ['a group by the only model with traffic', { model: SONNET }, GROUP, false],
    ['a group by a scope', { scope: 'crossRegion' }, GROUP, false],
  ])('%s', (_what, match, given, expected) => {
    expect(mutes(match, given)).toBe(expected);
  });

  test('a quota as a part of a group', () => {
    const rules = rulesWith({ mutes: [{ match: { kind: 'zeroQuota', model: 'anthropic.*' }, reason: 'not used' }] });
    expect(isMuted(rules, quotaSubject(quota(), 'zeroQuota'), NOW)).toBe(true);
    expect(isMuted(rules, quotaSubject(quota(), 'belowDefault'), NOW)).toBe(false);
    expect(isMuted(rules, quotaSubject(quota({ modelIds: [NOVA], modelLabel: 'Nova' }), 'zeroQuota'), NOW)).toBe(false);
  });
});

describe('muteOf', () => {
  const match = { quotaCode: 'L-F4DDD3EB' };
  const until = (time: string): MuteRule => ({ match, reason: `until ${time}`, until: time });
  const of = (...given: MuteRule[]) => muteOf(rulesWith({ mutes: given }), findingSubject(finding(), QUOTAS), NOW);

  test.each<[string, MuteRule[], string | null]>([
    ['holds before its end', [until('2026-10-14T12:01Z')], 'until 2026-10-14T12:01Z'],
    ['holds no longer at its end', [until('2026-10-14T12:00Z')], null],
    ['reads the zone of its end', [until('2026-10-14T10:00-03:00')], 'until 2026-10-14T10:00-03:00'],
    [
      'takes the one that lasts longest',
      [until('2026-10-15T00:00Z'), until('2026-10-16T00:00Z')],
      'until 2026-10-16T00:00Z',
    ],
    ['takes the one without end', [until('2026-10-15T00:00Z'), { match, reason: 'for good' }], 'for good'],
    ['is null without mutes', [], null],
  ])('%s', (_what, given, reason) => {
    expect(of(...given)?.reason ?? null).toBe(reason);
  });

  test('tells the end as it was given, null for none', () => {
    expect(of(until('2026-10-15T00:00-03:00'))).toEqual({
      reason: 'until 2026-10-15T00:00-03:00',
      until: '2026-10-15T00:00-03:00',
    });
    expect(of({ match, reason: 'for good' })).toEqual({ reason: 'for good', until: null });
  });
});

describe('thresholdsFor', () => {
  const DEFAULTS = { warningPercent: 80, criticalPercent: 95 };
  /** The warning percent of the rule that holds; the rules' percents are their places, from 1 on. */
  const winner = (matches: readonly RuleMatch[], of: MappedQuota = quota()) =>
    thresholdsFor(
      rulesWith({ thresholds: matches.map((match, index) => ({ match, warningPercent: index + 1 })) }),
      of,
      DEFAULTS,
    ).warningPercent;

  const ORDER: readonly RuleMatch[] = [
    { quotaCode: 'L-F4DDD3EB' },
    { quotaCode: 'L-F4*' },
    { model: SONNET, scope: 'crossRegion' },
    { model: SONNET },
    { model: 'anthropic.*' },
    { scope: 'crossRegion', dimension: 'tokensPerMinute' },
    { scope: 'crossRegion' },
    { quotaCode: '*' },
  ];

  test.each(ORDER.slice(1).map((lower, index) => [ORDER[index] ?? {}, lower] as const))(
    '%j beats %j',
    (higher, lower) => {
      expect(winner([higher, lower])).toBe(1);
      expect(winner([lower, higher])).toBe(2);
    },
  );

  test.each<[string, RuleMatch[], MappedQuota, number]>([
    ['the later of equals', [{ model: 'anthropic.*' }, { model: '*Sonnet*' }], quota(), 2],
    ['the defaults when none matches', [{ model: NOVA }], quota(), 80],
    ['one of the models of a quota', [{ model: NOVA }], quota({ modelIds: [NOVA, SONNET] }), 1],
    ['no model for the account pool', [{ model: 'a*' }], dailyPool(), 80],
    ['the account pool by everything', [{ quotaCode: '*' }], dailyPool(), 1],
    ['the account pool by its dimension', [{ dimension: 'tokensPerDay' }], dailyPool(), 1],
    ['a quota without models by its label', [{ model: 'gpt*' }], quota({ modelIds: [], modelLabel: 'GPT-5.5' }), 1],
  ])('takes %s', (_what, matches, of, expected) => {
    expect(winner(matches, of)).toBe(expected);
  });

  test('takes what the rule leaves out from the defaults, not from other rules', () => {
    const rules = rulesWith({
      thresholds: [
        { match: { quotaCode: '*' }, warningPercent: 50, criticalPercent: 60 },
        { match: { model: SONNET }, criticalPercent: 99 },
      ],
    });
    expect(thresholdsFor(rules, quota(), DEFAULTS)).toEqual({ warningPercent: 80, criticalPercent: 99 });
  });
});

describe('ownersOf', () => {
  const arn = (name: string) => `arn:aws:sns:us-east-1:111122223333:${name}`;
  const rules = rulesWith({
    owners: [
      { match: { model: 'amazon.*' }, topicArn: arn('nova') },
      { match: { model: 'anthropic.*' }, topicArn: arn('claude') },
      { match: { scope: 'crossRegion' }, topicArn: arn('claude') },
      { match: { kind: 'coverage' }, topicArn: arn('platform') },
    ],
  });

  test.each<[string, Finding, string[]]>([
    ['each topic once', finding(), ['claude']],
    ['every model that takes part', POOL, ['nova', 'claude']],
    ['the models of a group', GROUP, ['claude']],
    ['a kind', COVERAGE, ['platform']],
    ['nobody', UNMAPPED, []],
  ])('%s', (_what, given, names) => {
    expect(ownersOf(rules, findingSubject(given, QUOTAS))).toEqual(names.map(arn));
  });
});

test('joined rules: the second source wins ties and the digest', () => {
  const match = { model: 'anthropic.*' };
  const digest = { every: 'day', at: '08:00', timeZone: 'UTC' } as const;
  const joined = joinAlertRules(
    rulesWith({ thresholds: [{ match, warningPercent: 60 }], digest }),
    rulesWith({ thresholds: [{ match, warningPercent: 70 }], mutes: [{ match, reason: 'move' }] }),
  );
  expect(thresholdsFor(joined, quota(), { warningPercent: 80, criticalPercent: 95 }).warningPercent).toBe(70);
  expect(joined.mutes).toHaveLength(1);
  expect(joined.digest).toEqual(digest);
  expect(joinAlertRules(joined, rulesWith({ digest: { ...digest, at: '09:00' } })).digest?.at).toBe('09:00');
});
