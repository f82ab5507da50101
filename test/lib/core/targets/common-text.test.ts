import { toCommonText } from '../../../../lib/core/targets';

test.each<[string, string[], string | null]>([
  ['equal texts', ['5 of 90 are 0', '5 of 90 are 0'], '5 of 90 are 0'],
  ['numbers from the least to the most', ['12 of 90 are 0', '5 of 91 are 0', '7 of 90 are 0'], '5-12 of 90-91 are 0'],
  ['numbers by their size, not their letters', ['9 calls', '1,000 calls', '80 calls'], '9-1,000 calls'],
  ['numbers in groups by points', ['900 chamadas', '1.000.000 chamadas'], '900-1.000.000 chamadas'],
  ['fractions', ['1.5 calls', '12 calls', '0.25 calls'], '0.25-12 calls'],
  ['times', ['seen at 14:05.', 'seen at 09:30.'], 'seen at 09:30-14:05.'],
  ['percents', ['97%, 3 calls', '100%, 3 calls'], '97-100%, 3 calls'],
  ['one text', ['5 of 90'], '5 of 90'],
  ['other words', ['5 of 90', 'none of 90'], null],
  ['other versions within ids', ['claude-sonnet-4-5', 'claude-sonnet-4-6'], null],
  ['other codes', ['L-00000001 is 0', 'L-00000002 is 0'], null],
  ['other dates', ['since 2026-10-14 14:05', 'since 2026-10-13 14:05'], null],
  ['other accounts', ['role of 111122223333', 'role of 000000000000'], null],
  ['no text', [], null],
])('%s', (_, texts, expected) => {
  expect(toCommonText(texts)).toBe(expected);
});
