import { advanceAlertsByRules } from '../../../../lib/core/alerts/advance-by-rules';
import type { AlertEntries } from '../../../../lib/core/alerts/entry';
import type { EvaluationInput } from '../../../../lib/core/findings/evaluation';
import type { RuleAccount } from '../../../../lib/core/rules/place';
import { type AlertRules, NO_ALERT_RULES, type RuleMatch } from '../../../../lib/core/rules/rules';
import type { MappedQuota } from '../../../../lib/core/vocabulary/quota';
import { quota, requestQuota, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { find, input, NOW, REQUESTS, TOKENS } from './evaluation';

const NOVA = 'amazon.nova-lite-v1:0';
const nova = (changes: Partial<MappedQuota> = {}) =>
  quota({ quotaCode: 'L-00000001', modelLabel: 'Amazon Nova Lite', modelIds: [NOVA], ...changes });

function evaluated(rules: Partial<AlertRules>, changes: Partial<EvaluationInput> = {}) {
  return judge(input({ rules: { ...NO_ALERT_RULES, ...rules }, ...changes }));
}

const muteNova = { mutes: [{ match: { model: NOVA }, reason: 'not used', until: '2026-12-01T00:00:00Z' }] };

describe('thresholds of single quotas', () => {
  const busy = [series(`us.${SONNET}`, [usage('14:30', { invocations: 10, estimatedTpm: 600_000 })])];

  it('judge the quotas they match, the others keep the stock ones', () => {
    const rules = { thresholds: [{ match: { quotaCode: 'L-F4DDD3EB' }, warningPercent: 50 }] };
    const { findings } = evaluated(rules, { series: busy }).document;
    expect([find(findings, TOKENS).severity, find(findings, REQUESTS).severity]).toEqual(['warning', 'ok']);
    expect(find(judge(input({ series: busy })).document.findings, TOKENS).severity).toBe('ok');
  });

  it('may be looser', () => {
    const rules = {
      thresholds: [{ match: { model: SONNET }, warningPercent: 99, criticalPercent: 100 }],
    };
    const full = [series(`us.${SONNET}`, [usage('14:30', { invocations: 10, estimatedTpm: 970_000 })])];
    expect(find(evaluated(rules, { series: full }).document.findings, TOKENS).severity).toBe('ok');
  });
});

describe('rules of places', () => {
  const full = [series(`us.${SONNET}`, [usage('14:30', { invocations: 10, estimatedTpm: 970_000 })])];
  const isMuted = (match: RuleMatch, changes: Partial<EvaluationInput> = {}) =>
    evaluated({ mutes: [{ match, reason: 'a move' }] }, { series: full, ...changes }).muted.has(TOKENS);

  it.each<[string, RuleMatch, boolean]>([
    ['its account', { accountId: '111122223333' }, true],
    ['its Region', { region: 'us-*' }, true],
    ['another account', { accountId: '000000000000' }, false],
    ['a unit that is not known', { organizationalUnit: 'ou-ab12-11112222' }, false],
  ])('a watchdog alone goes by its own: %s', (_, match, expected) => {
    expect(isMuted(match)).toBe(expected);
  });

  it('an account is known by its id though nothing AWS answered carried it', () => {
    const of = (account?: RuleAccount) =>
      isMuted({ accountId: '111122223333' }, { accountId: null, ...(account ? { account } : {}) });
    expect([of({ accountId: '111122223333' }), of({ tags: {} }), of()]).toEqual([true, false, false]);
  });

  it('what is known of the account counts', () => {
    const account = { organizationalUnits: ['ou-ab12-11112222'], tags: { team: 'payments' } };
    expect(isMuted({ organizationalUnit: 'ou-ab12-11112222' }, { account })).toBe(true);
    expect(isMuted({ accountTag: 'team=payments' }, { account })).toBe(true);
    expect(isMuted({ accountTag: 'team=web' }, { account })).toBe(false);
  });
});

describe('mutes', () => {
  it('leave the finding in the document and name reason and end', () => {
    const full = [series(`us.${SONNET}`, [usage('14:30', { invocations: 10, estimatedTpm: 970_000 })])];
    const mutes = [{ match: { quotaCode: 'L-F4DDD3EB' }, reason: 'a load test', until: '2026-10-15T00:00:00Z' }];
    const { document, muted } = evaluated({ mutes }, { series: full });
    expect(find(document.findings, TOKENS).severity).toBe('critical');
    expect([...muted]).toEqual([[TOKENS, { reason: 'a load test', until: '2026-10-15T00:00:00Z' }]]);
  });

  it('take single quotas out of a group, and the group says so', () => {
    const quotas = [quota({ appliedValue: 0 }), nova({ appliedValue: 0 }), requestQuota()];
    const { described, muted } = evaluated(muteNova, { quotas });
    const zero = described.find(({ finding }) => finding.id === 'zeroQuota');
    expect(zero?.context.subject).toBe('1 of 3 quotas are 0');
    expect(zero?.context.summary).toMatch(/1 more is muted\.$/);
    expect(zero?.finding.modelIds).toEqual([SONNET]);
    expect(muted.has('zeroQuota')).toBe(false);
  });

  it.each([
    ['all of it', { quotas: [nova({ appliedValue: 0 })] }, 'zeroQuota', 'warning'],
    [
      'all that makes it bad',
      {
        quotas: [quota({ defaultValue: 5_000_000 }), nova({ appliedValue: 1, defaultValue: 2 })],
        series: [series('nova', [usage('14:30', { invocations: 1 })])],
        resolve: () => ({
          kind: 'model' as const,
          scope: 'crossRegion' as const,
          baseModelId: NOVA,
          via: 'profile' as const,
          name: 'nova',
        }),
      },
      'belowDefault',
      'warning',
    ],
  ])('of %s in a group show the whole group, as muted', (_, changes, id, severity) => {
    const { document, muted } = evaluated(muteNova, changes);
    expect(find(document.findings, id).severity).toBe(severity);
    expect(muted.get(id)).toEqual({ reason: 'not used', until: '2026-12-01T00:00:00Z' });
  });

  it('of several in a group, the one that ends first counts', () => {
    const mutes = [
      { match: { quotaCode: 'L-00000001' }, reason: 'for good' },
      { match: { quotaCode: 'L-F4DDD3EB' }, reason: 'soon', until: '2026-10-20T00:00:00Z' },
      { match: { quotaCode: 'L-4A6BFAB1' }, reason: 'later', until: '2026-10-21T00:00:00Z' },
    ];
    const quotas = [nova({ appliedValue: 0 }), requestQuota({ appliedValue: 0 }), quota({ appliedValue: 0 })];
    expect(evaluated({ mutes }, { quotas }).muted.get('zeroQuota')?.reason).toBe('soon');
  });

  it('of the kind mute all of it, as long as any of its quotas would else be told', () => {
    const mutes = [
      { match: { quotaCode: 'L-00000001' }, reason: 'longer', until: '2026-12-01T00:00:00Z' },
      { match: { kind: 'zeroQuota' as const }, reason: 'a new account', until: '2026-11-01T00:00:00Z' },
    ];
    const muted = evaluated({ mutes }, { quotas: [nova({ appliedValue: 0 }), quota({ appliedValue: 0 })] }).muted;
    expect(muted.get('zeroQuota')?.reason).toBe('a new account');
  });

  it('of a part of a group that is ok leave the rest of it unmuted', () => {
    const quotas = [quota({ defaultValue: 5_000_000 }), nova({ appliedValue: 1, defaultValue: 2 })];
    const { described, muted } = evaluated(muteNova, { quotas });
    const lowered = described.find(({ finding }) => finding.id === 'belowDefault');
    expect([lowered?.context.subject, muted.size]).toEqual(['1 quota below the AWS default', 0]);
  });

  it('that have ended mute nothing', () => {
    const mutes = [{ match: { model: NOVA }, reason: 'was', until: new Date(NOW * 60_000).toISOString() }];
    expect(evaluated({ mutes }, { quotas: [nova({ appliedValue: 0 })] }).muted.size).toBe(0);
  });
});

it('a group whose quotas are muted one by one is not told as over, and opens anew when the first mute ends', () => {
  const mutes = [
    { match: { quotaCode: 'L-00000001' }, reason: 'soon', until: '2026-10-14T15:00:00Z' },
    { match: { quotaCode: 'L-F4DDD3EB' }, reason: 'for good' },
  ];
  const quotas = [nova({ appliedValue: 0 }), quota({ appliedValue: 0 })];
  const thresholds = { warningPercent: 80, criticalPercent: 95 };
  let entries: AlertEntries = {};
  const said: string[] = [];
  for (let now = NOW; now <= NOW + 60; now++) {
    const rules = { ...NO_ALERT_RULES, ...(now === NOW ? {} : { mutes }) };
    const evaluation = judge(input({ now, quotas, rules }));
    const result = advanceAlertsByRules(entries, evaluation, { rules, thresholds, quotas, now });
    entries = result.entries;
    said.push(...result.events.map(({ event, context }) => `${now - NOW} ${event} ${context.subject}`));
  }
  expect(said).toEqual(['0 opened 2 of 2 quotas are 0', '27 opened 1 of 2 quotas are 0']);
});
