import { type CheckSaid, type Spelling, type StepSaid, spellSaid } from '../../../lib/core/answers/checklist';
import { EN_COMMANDS, PT_BR_COMMANDS } from '../../../lib/language/command-words';

const SPELL: Spelling = {
  count: (value) => `<${value}>`,
  percent: (share) => `<${share * 100}%>`,
  list: (texts) => texts.join('; '),
  date: (minute) => `<day ${minute}>`,
  dollars: (value) => `<$${value}>`,
  statement: (one) => ('message' in one ? `<${one.message}>` : '<statement>'),
  rule: () => '<rule>',
};

const BLIND = { source: 'cloudwatch:ListMetrics', message: 'AWS said no' };
const HABIT = {
  modelId: 'amazon.nova-lite-v1:0',
  requests: 7,
  inputTokens: 2_000,
  outputTokens: 90,
  outputShare: 0.75,
  cacheReadShare: 0,
  advice: ['output', 'cache'],
} as const;

/** One of each, and those that say something else when there is nothing to say. */
const CHECKS: readonly CheckSaid[] = [
  { kind: 'caller', accountId: '111122223333', region: 'us-east-1' },
  { kind: 'callerUnknown' },
  { kind: 'called' },
  { kind: 'notTried' },
  { kind: 'callFailed', action: 'a:B' },
  { kind: 'mapped', mapped: 361, unmapped: 17 },
  { kind: 'mapped', mapped: 361, unmapped: 0 },
  { kind: 'zero', zero: 3, spent: ['L-1'] },
  { kind: 'zero', zero: 3, spent: [] },
  { kind: 'zero', zero: 0, spent: [] },
  { kind: 'belowDefault', below: 2, spent: ['L-1'] },
  { kind: 'belowDefault', below: 2, spent: [] },
  { kind: 'belowDefault', below: 0, spent: [] },
  { kind: 'unmappedUsage', modelIds: ['x'] },
  { kind: 'unmappedUsage', modelIds: [] },
  { kind: 'access', asked: 9, open: 7, unsaid: 1, closed: [{ modelId: 'm', why: 'NOT_AUTHORIZED' }], called: ['m'] },
  { kind: 'access', asked: 0, open: 0, unsaid: 0, closed: [], called: [] },
  { kind: 'burndown', modelIds: ['m'] },
  { kind: 'burndown', modelIds: [] },
  { kind: 'lifecycle', models: [{ modelId: 'm', isLegacy: true, endOfLife: 99 }] },
  { kind: 'lifecycle', models: [{ modelId: 'm', isLegacy: false, endOfLife: null }] },
  { kind: 'lifecycle', models: [] },
  { kind: 'requests', open: 2, notGranted: ['L-1'] },
  { kind: 'requests', open: 0, notGranted: [] },
  { kind: 'absent', stack: 'S' },
  { kind: 'deployed', stack: 'S' },
  { kind: 'lastRun', at: 5, minutesAgo: 44 },
  { kind: 'lastRun', at: null, minutesAgo: null },
  { kind: 'alarms', total: 9, inAlarm: ['a'], withoutData: 3 },
  { kind: 'alarms', total: 9, inAlarm: [], withoutData: 0 },
  { kind: 'emails', confirmed: 1, pending: ['ops@example.com'] },
  { kind: 'emails', confirmed: 1, pending: [] },
  { kind: 'emails', confirmed: 0, pending: [] },
  { kind: 'rules', problems: [] },
  { kind: 'trail', name: 'a' },
  { kind: 'trailUnsure', name: 'a' },
  { kind: 'noTrail', trails: [] },
  {
    kind: 'noTrail',
    trails: [
      { name: 'a', why: 'stopped' },
      { name: 'b', why: 'filtered' },
    ],
  },
  { kind: 'deadLetters', messages: 5 },
  { kind: 'deadLetters', messages: 0 },
  { kind: 'outbox', waiting: 0, minutes: 0, aside: 0, last: null },
  { kind: 'outbox', waiting: 2, minutes: 40, aside: 3, last: { subject: 'CRITICAL', why: 'too long' } },
];

const STEPS: readonly StepSaid[] = [
  { kind: 'unread' },
  { kind: 'quotasSeen', adjustable: 60, fixed: 318 },
  { kind: 'toAsk', quotaCodes: ['L-1'] },
  { kind: 'toAsk', quotaCodes: [] },
  { kind: 'toWrite', quotaCodes: ['L-1'] },
  { kind: 'toWrite', quotaCodes: [] },
  { kind: 'whichZero', zero: 374 },
  { kind: 'caseOpen', caseIds: ['c'] },
  { kind: 'caseOpen', caseIds: [] },
  { kind: 'throttles', calls: 8, modelIds: ['m'] },
  { kind: 'throttles', calls: 0, modelIds: [] },
  { kind: 'watch', isDeployed: true },
  { kind: 'watch', isDeployed: false },
  { kind: 'tight', modelIds: ['m'] },
  { kind: 'tight', modelIds: [] },
  { kind: 'capacity', modelIds: ['m'] },
  { kind: 'capacity', modelIds: [] },
  { kind: 'habits', habits: [HABIT], reserved: ['r'] },
  { kind: 'habits', habits: [], reserved: [] },
];

const valuesOf = (text: string) => (text.match(/<[^<>]*>/g) ?? []).sort();

test.each(CHECKS.map((said) => [JSON.stringify(said), said] as const))('check %s has words in both', (_, said) => {
  const [english, portuguese] = [EN_COMMANDS, PT_BR_COMMANDS].map(({ doctor }) =>
    spellSaid<CheckSaid, CheckSaid['kind']>(doctor.checks, said, SPELL),
  );
  expect(english).not.toBe('');
  expect(portuguese).not.toBe(english);
  expect(valuesOf(portuguese ?? '')).toEqual(valuesOf(english ?? ''));
});

test.each(STEPS.map((said) => [JSON.stringify(said), said] as const))('step %s has words in both', (_, said) => {
  const [english, portuguese] = [EN_COMMANDS, PT_BR_COMMANDS].map(({ doctor }) =>
    spellSaid<StepSaid, StepSaid['kind']>(doctor.said, said, SPELL),
  );
  expect(english).not.toBe('');
  expect(portuguese).not.toBe(english);
  expect(valuesOf(portuguese ?? '')).toEqual(valuesOf(english ?? ''));
});

test('a call that failed is told in its own words', () => {
  const said: CheckSaid = { kind: 'failed', blindSpot: BLIND };
  expect(spellSaid<CheckSaid, 'failed'>(EN_COMMANDS.doctor.checks, said, SPELL)).toBe('<AWS said no>');
});
