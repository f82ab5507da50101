import { EN_COMMANDS, PT_BR_COMMANDS } from '../../../lib/language/command-words';

/** Words that are the same in both languages: API words, and what Portuguese writes alike. */
const SAME: ReadonlySet<string> = new Set([
  'nouns.token.0',
  'nouns.token.1',
  'units.tokens',
  'dimensions.tokensPerMinute',
  'severities.ok',
  'labels.Watchdog',
  'message.throttling',
  'message.runbook',
  'page.severities.ok',
  'cli.severities.ok',
  'cli.dimensions.tokensPerMinute',
  'cli.dimensions.requestsPerMinute',
  'cli.dimensions.tokensPerDay',
  'statements.sentences.rowNamed',
  'usage.columns.tokens',
  'doctor.statuses.ok',
]);

/** What stands for a parameter of a template; numbers where the template compares or counts. */
const ARGUMENTS = [0, 1, 2, 3, 4].map((index) => ({
  toString: () => `<${index}>`,
  calls: '<calls>',
  isOne: true,
  since: '<since>',
  share: '<share>',
  quotas: '<quotas>',
  count: '<count>',
  active: '<active>',
  mapped: '<mapped>',
  unmapped: '<unmapped>',
  read: '<read>',
}));

/** Sentences about data, not about texts: doctor.test.ts has them. */
const OF_DATA: ReadonlySet<string> = new Set(['doctor.checks', 'doctor.said']);

/** Every text of a catalogue by its path, templates filled in. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (OF_DATA.has(path)) return [];
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(...ARGUMENTS))]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text`);
  return Object.entries(value).flatMap(([key, one]) => textsOf(one, path === '' ? key : `${path}.${key}`));
}

const ENGLISH = textsOf(EN_COMMANDS);
const PORTUGUESE = new Map(textsOf(PT_BR_COMMANDS));

it('pt-BR has every text, and no other', () => {
  expect([...PORTUGUESE.keys()].sort()).toEqual(ENGLISH.map(([path]) => path).sort());
});

it.each(ENGLISH)('%s is another text in pt-BR, with the same parameters', (path, english) => {
  const portuguese = PORTUGUESE.get(path) ?? '';
  expect(portuguese === english).toBe(SAME.has(path));
  const parametersOf = (text: string) => [...new Set(text.match(/<\w+>/g))].sort();
  expect(parametersOf(portuguese)).toEqual(parametersOf(english));
  // Commands, property names and what AWS says itself are kept as they are.
  expect(portuguese.match(/`[^`]*`|"Too many[^"]*"|modelOverrides: .*/g)).toEqual(
    english.match(/`[^`]*`|"Too many[^"]*"|modelOverrides: .*/g),
  );
});
