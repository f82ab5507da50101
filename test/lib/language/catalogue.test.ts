import { EN_COMMANDS, PT_BR_COMMANDS } from '../../../lib/language/command-words';
import { textsOf } from './catalogue-texts';

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
  'cli.counted.ok.0',
  'cli.counted.ok.1',
  'cli.dimensions.tokensPerMinute',
  'cli.dimensions.requestsPerMinute',
  'cli.dimensions.tokensPerDay',
  'statements.sentences.rowNamed',
  'usage.columns.tokens',
  'doctor.statuses.ok',
  'doctor.subjects.watchdog/stack',
]);

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
