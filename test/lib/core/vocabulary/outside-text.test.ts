import { cleanText, cutText, isIdText, replaceUnseen } from '../../../../lib/core/vocabulary/outside-text';

it.each([
  ['checkout', 'checkout'],
  ['  Größe 漢字 🔥 ', 'Größe 漢字 🔥'],
  ['a\nAccount 000000000000, us-east-1', 'a Account 000000000000, us-east-1'],
  ['a\u2028b\u2029c\u0085d', 'a b c d'],
  ['\u001b[31mred\u0007', '[31mred'],
  ['a\u202eb\u200bc\u00add', 'a b c d'],
  ['a\ud800b\ufffec', 'a b c'],
  ['two  blanks', 'two  blanks'],
  ['x'.repeat(301), `${'x'.repeat(299)}…`],
])('%j comes in as %j', (text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

it('cuts whole characters, at the length it is told', () => {
  expect(cutText('🔥🔥🔥', 3)).toBe('🔥🔥🔥');
  expect(cutText('🔥🔥🔥', 2)).toBe('🔥…');
  expect(cleanText('abcdef', 4)).toBe('abc…');
});

it('replaces each character that cannot be seen', () => {
  expect(replaceUnseen('a\u2028\u001bb', '?')).toBe('a??b');
});

it.each<[unknown, boolean]>([
  ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', true],
  ['漢字', true],
  ['x'.repeat(2_048), true],
  ['x'.repeat(2_049), false],
  ['a\nb', false],
  ['a\u202eb', false],
  ['', false],
  [7, false],
])('%j can be an id: %s', (text, isId) => {
  expect(isIdText(text)).toBe(isId);
});
