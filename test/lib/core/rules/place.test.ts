import { muteOf, ownersOf, thresholdsFor } from '../../../../lib/core/rules/match-rules';
import { type RulePlace, rulesAt } from '../../../../lib/core/rules/place';
import { type AlertRules, NO_ALERT_RULES, type RuleMatch } from '../../../../lib/core/rules/rules';
import { quotaSubject, type RuleSubject } from '../../../../lib/core/rules/subject';
import { quota, SONNET } from '../fixtures';

const PLACE: RulePlace = {
  accountId: '111122223333',
  region: 'eu-central-1',
  organizationalUnits: ['ou-ab12-11112222', 'r-ab12'],
  tags: { team: 'payments', stage: '' },
};
const ALONE: RulePlace = { accountId: '111122223333', region: 'eu-central-1' };
const UNKNOWN: RulePlace = { accountId: null, region: 'eu-central-1' };
const TOPIC = 'arn:aws:sns:us-east-1:111122223333:payments';
const SUBJECT = quotaSubject(quota(), 'utilization');
const COVERAGE: RuleSubject = {
  quotaCode: null,
  modelIds: [],
  modelLabels: [],
  scope: null,
  dimension: null,
  kind: 'coverage',
};

function rulesWith(part: Partial<AlertRules>): AlertRules {
  return { ...NO_ALERT_RULES, ...part };
}

function owns(match: RuleMatch, place: RulePlace, subject = SUBJECT): boolean {
  return ownersOf(rulesAt(rulesWith({ owners: [{ match, topicArn: TOPIC }] }), place), subject).length > 0;
}

describe('where a rule holds', () => {
  test.each<[string, RuleMatch, RulePlace, boolean]>([
    ['in its account', { accountId: '111122223333' }, PLACE, true],
    ['not in another', { accountId: '000000000000' }, PLACE, false],
    ['in accounts of its pattern', { accountId: '1111*' }, PLACE, true],
    ['not in an account that is not known', { accountId: '1*' }, UNKNOWN, false],
    ['everywhere by *', { accountId: '*' }, UNKNOWN, true],
    ['in its Region', { region: 'eu-central-1' }, PLACE, true],
    ['in Regions of its pattern, in any case', { region: 'EU-*' }, PLACE, true],
    ['not in another Region', { region: 'us-*' }, PLACE, false],
    ['in its unit', { organizationalUnit: 'ou-ab12-11112222' }, PLACE, true],
    ['below its root', { organizationalUnit: 'r-ab12' }, PLACE, true],
    ['not in another unit', { organizationalUnit: 'ou-ab12-33334444' }, PLACE, false],
    ['in no unit where none is known', { organizationalUnit: 'ou-ab12-11112222' }, ALONE, false],
    ['by its tag', { accountTag: 'team=payments' }, PLACE, true],
    ['by a pattern of values, in any case', { accountTag: 'Team=pay*' }, PLACE, true],
    ['by a tag without a value', { accountTag: 'stage=' }, PLACE, true],
    ['by a key of any value', { accountTag: 'stage=*' }, PLACE, true],
    ['not by another value', { accountTag: 'team=web' }, PLACE, false],
    ['by no tag where none is known', { accountTag: 'team=*' }, ALONE, false],
    ['where all of it holds', { accountId: '1111*', region: 'eu-*', accountTag: 'team=*' }, PLACE, true],
    ['not where one of it does not', { accountId: '1111*', region: 'us-*', accountTag: 'team=*' }, PLACE, false],
    ['of its quota as well', { accountId: '1111*', quotaCode: 'L-4A6BFAB1' }, PLACE, false],
    ['of the quota as before', { quotaCode: 'L-F4DDD3EB' }, UNKNOWN, true],
  ])('%s: %j', (_what, match, place, expected) => {
    expect(owns(match, place)).toBe(expected);
  });

  test('nowhere before it is settled where the findings are', () => {
    const rules = rulesWith({ owners: [{ match: { accountId: '*' }, topicArn: TOPIC }] });
    expect(ownersOf(rules, SUBJECT)).toEqual([]);
  });
});

describe('rules that are settled', () => {
  const match = { accountId: '111122223333', model: SONNET };

  test('are of no place, and settling them again changes nothing', () => {
    const rules = rulesWith({
      thresholds: [{ match, warningPercent: 50 }],
      mutes: [{ match, reason: 'a move' }],
      owners: [{ match, topicArn: TOPIC }],
      quietHours: [{ from: '22:00', to: '07:00', timeZone: 'UTC' }],
    });
    const settled = rulesAt(rules, ALONE);
    expect(settled).toEqual({
      thresholds: [{ match: { model: SONNET }, warningPercent: 50 }],
      mutes: [{ match: { model: SONNET }, reason: 'a move' }],
      owners: [{ match: { model: SONNET }, topicArn: TOPIC }],
      quietHours: rules.quietHours,
    });
    expect(rulesAt(settled, UNKNOWN)).toEqual(settled);
  });

  test('mute an account, and what the watchdog cannot see of it only by the kind', () => {
    const mutes = (given: RuleMatch, subject: RuleSubject) =>
      muteOf(rulesAt(rulesWith({ mutes: [{ match: given, reason: 'a move' }] }), PLACE), subject, 0)?.reason ?? null;
    expect(mutes({ accountId: '111122223333' }, SUBJECT)).toBe('a move');
    expect(mutes({ accountId: '111122223333' }, COVERAGE)).toBeNull();
    expect(mutes({ accountId: '111122223333', kind: 'coverage' }, COVERAGE)).toBe('a move');
  });
});

describe('of thresholds that are else alike the closer one holds', () => {
  const ORDER: readonly RuleMatch[] = [
    { model: SONNET },
    { scope: 'crossRegion', accountId: '111122223333' },
    { scope: 'crossRegion' },
    { accountId: '111122223333', region: 'eu-central-1' },
    { accountId: '111122223333' },
    { accountId: '1111*', organizationalUnit: 'r-ab12', accountTag: 'team=*', region: 'eu-*' },
    { accountId: '1111*' },
    { organizationalUnit: 'r-ab12', accountTag: 'team=*' },
    { region: 'eu-*' },
    { quotaCode: '*' },
  ];
  const winner = (matches: readonly RuleMatch[]) => {
    const thresholds = matches.map((match, index) => ({ match, warningPercent: index + 1 }));
    return thresholdsFor(rulesAt(rulesWith({ thresholds }), PLACE), quota(), {
      warningPercent: 80,
      criticalPercent: 95,
    }).warningPercent;
  };

  test.each(ORDER.slice(1).map((lower, index) => [ORDER[index] ?? {}, lower] as const))(
    '%j beats %j',
    (higher, lower) => {
      expect(winner([higher, lower])).toBe(1);
      expect(winner([lower, higher])).toBe(2);
    },
  );

  test('the later of equals', () => {
    expect(winner([{ accountId: '111122223333' }, { accountId: '111122223333', region: '*' }])).toBe(2);
    expect(winner([{ region: 'eu-*' }, { accountTag: 'team=*' }])).toBe(2);
  });
});
