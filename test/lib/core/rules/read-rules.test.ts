import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type AlertRules, NO_ALERT_RULES, WEEKDAYS } from '../../../../lib/core/rules/rules';
import { cleanText } from '../../../../lib/core/vocabulary/outside-text';
import { about, digest, MATCH, mute, owner, quiet, read, TOPIC, threshold } from './rule-sources';

describe('rules that are well', () => {
  test.each<[string, unknown]>([
    ['none', {}],
    ['empty parts', { thresholds: [], mutes: [], quietHours: [], owners: [] }],
    ['everything', about({ quotaCode: '*' })],
    ['a code in small letters', about({ quotaCode: 'l-f4ddd3eb' })],
    ['a pattern of codes', about({ quotaCode: 'L-F4?*' })],
    ['a label', about({ model: 'Anthropic Claude 3.5 Sonnet V2' })],
    ['a provider that no list knows', about({ model: 'newco.model-1' })],
    ['a model called as a provider', about({ model: 'mistral.mistral.next' })],
    ['a pattern of a model in any place', about({ model: '*claude*' })],
    ['a profile id of unmapped usage', about({ kind: 'unmappedUsage', model: 'us.newco.model-1' })],
    ['coverage by its kind', about({ kind: 'coverage' })],
    ['an end with an offset', mute({ until: '2026-12-01T09:00-03:00' })],
    ['an end with fractions', mute({ until: '2026-12-01T09:00:00.000Z' })],
    ['a leap day', mute({ until: '2028-02-29T00:00Z' })],
    ['a field of value undefined', mute({ until: undefined })],
    ['one percent that fits the default', threshold({ criticalPercent: 80.5 })],
    ['percents above 100', threshold({ warningPercent: 100, criticalPercent: 1000 })],
    [
      'the same match with other fields',
      { thresholds: [MATCH, { ...MATCH, scope: 'model' }].map((match) => ({ match, warningPercent: 1 })) },
    ],
    ['a whole day', quiet({ from: '00:00', to: '24:00', days: [...WEEKDAYS] })],
    ['two topics of one match', { owners: [...owner(TOPIC).owners, ...owner(`${TOPIC}-2`).owners] }],
    [
      'topics that differ in case only',
      { owners: [...owner(TOPIC).owners, ...owner(TOPIC.replace('pay', 'Pay')).owners] },
    ],
    ['a topic of another partition', owner('arn:aws-us-gov:sns:us-gov-west-1:111122223333:ops')],
    ['a weekly digest', digest({ every: 'week', on: 'Sun' })],
  ])('%s', (_what, source) => {
    expect(read(source).problems).toEqual([]);
    expect(read(JSON.stringify(source)).problems).toEqual([]);
  });

  test('fills in the parts that are left out', () => {
    expect(read('{}')).toEqual({ rules: NO_ALERT_RULES, problems: [] });
    expect(read(digest({})).rules).toEqual({ ...NO_ALERT_RULES, ...digest({}) });
  });

  test('are a copy of what was given', () => {
    const source = mute({ until: undefined });
    const { rules } = read(source);
    source.mutes.pop();
    expect(rules?.mutes).toEqual([{ match: MATCH, reason: 'known' }]);
  });
});

test('reasons are one line, and what a problem repeats shows nothing that cannot be seen', () => {
  const reason = 'known\nAccount 000000000000\u2028\u001b[31m';
  expect(read(mute({ reason })).rules?.mutes[0]?.reason).toBe('known Account 000000000000  [31m');
  const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
  const sources = [
    about({ quotaCode: 'L-\u202e1' }),
    { 'mute\u2028': 1 },
    '{\u2028',
    { mutes: [...mute({ match: { model: 'a\u2028' } }).mutes, ...mute({ match: { model: 'a\u2028' } }).mutes] },
  ];
  for (const source of sources) {
    const { problems } = read(source);
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toMatch(unseen);
  }
});

test('a topic that deployment fills in passes where the caller knows it', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: so are tokens of CDK spelled.
  const token = '${Token[TOKEN.12]}';
  const isUnresolved = (text: string) => text.includes('Token[');
  expect(read(owner(token), { isUnresolved }).problems).toEqual([]);
  expect(read(owner(token)).problems).toHaveLength(1);
});

describe('laws', () => {
  const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
  const match = fc
    .record({
      quotaCode: optional(fc.constantFrom('L-F4DDD3EB', 'L-?*', '*')),
      model: optional(fc.constantFrom('anthropic.*', 'Amazon Nova Lite', 'amazon.nova-lite-v1:0')),
      scope: optional(fc.constantFrom('onDemand' as const, 'account' as const)),
      dimension: optional(fc.constantFrom('tokensPerDay' as const, 'requestsPerMinute' as const)),
    })
    .filter((one) => Object.values(one).some((value) => value !== undefined));
  const clock = fc
    .integer({ min: 0, max: 1439 })
    .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16));
  const timeZone = fc.constantFrom('UTC', 'America/New_York', 'Europe/Lisbon');
  // As it is read: in one line, without blanks around it.
  const reason = fc
    .string({ minLength: 1, maxLength: 40 })
    .map((text) => cleanText(text))
    .filter((text) => text !== '');
  const until = optional(
    fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
  );
  const days = optional(fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }));
  const few = {
    maxLength: 4,
    selector: (one: { match?: unknown; from?: string }) => JSON.stringify(one.match ?? one.from),
  };
  const valid = fc.record({
    thresholds: fc.uniqueArray(fc.record({ match, warningPercent: fc.constantFrom(0.5, 50, 94.9) }), few),
    mutes: fc.uniqueArray(fc.record({ match, reason, until }), few),
    quietHours: fc.uniqueArray(
      fc.record({ days, from: clock, to: clock, timeZone }).filter(({ from, to }) => from !== to),
      few,
    ),
    owners: fc.uniqueArray(fc.record({ match, topicArn: fc.constant(TOPIC) }), few),
    digest: fc.oneof(
      fc.record({ every: fc.constant('day'), at: clock, timeZone }),
      fc.record({ every: fc.constant('week'), at: clock, on: fc.constantFrom(...WEEKDAYS), timeZone }),
    ),
  });

  test('rules written and read again are the same', () => {
    fc.assert(
      fc.property(valid, (given) => {
        const { rules, problems } = read(given);
        expect(problems).toEqual([]);
        expect(rules).toEqual(given);
        expect(read(JSON.stringify(rules), { maxBytes: 100_000 })).toEqual({ rules, problems: [] });
      }),
    );
  });

  /** Anything, also in the places where rules are. */
  const junk = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
    fc.record({ thresholds: fc.jsonValue(), mutes: fc.array(fc.jsonValue()), digest: fc.jsonValue() }),
    fc.record({ mutes: fc.array(fc.record({ match: fc.jsonValue(), until: fc.jsonValue() })) }),
    valid.chain((rules) =>
      fc
        .record({ key: fc.constantFrom(...(Object.keys(rules) as (keyof AlertRules)[])), value: fc.jsonValue() })
        .map(({ key, value }) => ({ ...rules, [key]: value })),
    ),
  );

  test('nothing makes it throw, and rules come without problems only', () => {
    const isWhole = ({ rules, problems }: ReturnType<typeof read>) => (rules === null) === problems.length > 0;
    fc.assert(
      fc.property(junk, (source) => isWhole(read(source))),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => isWhole(read(text))),
      { numRuns: 500 },
    );
    expect(isWhole(read('['.repeat(50_000)))).toBe(true);
    expect(isWhole(read(`{"mutes":${'['.repeat(4000)}${']'.repeat(4000)}}`))).toBe(true);
  });
});

describe('docs/alert-rules.md', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/alert-rules.md'), 'utf8');
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = '']) => block);

  test.each(blocks)('example %#', (block) => {
    expect(read(block).problems).toEqual([]);
  });

  test('has an example of every part', () => {
    const keys = new Set(blocks.flatMap((block) => Object.keys(JSON.parse(block))));
    expect([...keys].sort()).toEqual(['digest', 'mutes', 'owners', 'quietHours', 'thresholds']);
  });
});
