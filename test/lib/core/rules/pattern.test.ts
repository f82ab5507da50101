import fc from 'fast-check';
import { isPattern, matchesEverything, matchesPattern } from '../../../../lib/core/rules/pattern';

/** The plain definition, by recursion over both texts. */
function matchesSlowly(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const [first = ''] = pattern;
  const rest = pattern.slice(1);
  if (first === '*') return matchesSlowly(rest, text) || (text !== '' && matchesSlowly(pattern, text.slice(1)));
  if (text === '') return false;
  return (first === '?' || first.toLowerCase() === text.charAt(0).toLowerCase()) && matchesSlowly(rest, text.slice(1));
}

describe('matchesPattern', () => {
  test.each([
    ['anthropic.*', 'anthropic.claude-sonnet-4-6', true],
    ['anthropic.*', 'us.anthropic.claude-sonnet-4-6', false],
    ['anthropic.claude-sonnet-4', 'anthropic.claude-sonnet-4-6', false],
    ['* sonnet 4.?*', 'Anthropic Claude Sonnet 4.5 V1', true],
    ['* sonnet 4.?*', 'Anthropic Claude Sonnet 4 V1', false],
    ['l-f4dddeb?', 'L-F4DDDEB0', true],
    ['a.c', 'abc', false],
    ['a+(b)', 'A+(B)', true],
    ['*ab*ab', 'abab', true],
    ['*aab', 'aaab', true],
    ['?', '', false],
    ['*', '', true],
    ['', '', true],
    ['', 'a', false],
  ])('%j on %j is %s', (pattern, text, expected) => {
    expect(matchesPattern(pattern, text)).toBe(expected);
  });

  test('is as the plain definition says', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'B', '*', '?', '.'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('A', 'b', '.'), maxLength: 10 });
    fc.assert(
      fc.property(pattern, text, (one, other) => matchesPattern(one, other) === matchesSlowly(one, other)),
      { numRuns: 2000 },
    );
  });

  test('takes no long time over many wildcards', () => {
    const started = performance.now();
    expect(matchesPattern(`${'*a'.repeat(128)}b`, 'a'.repeat(4096))).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test('wildcards make a pattern, and stars alone restrict nothing', () => {
  expect(['L-F4DDD3EB', 'L-*', 'L-?'].map(isPattern)).toEqual([false, true, true]);
  expect(['*', '**', '*?', ''].map(matchesEverything)).toEqual([true, true, false, false]);
});
