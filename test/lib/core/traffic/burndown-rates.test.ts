import { burndownOf } from '../../../../lib/core/traffic/burndown';
import { parseBurndownRates } from '../../../../lib/core/traffic/burndown-rates';
import { EN_SETTINGS } from '../../../../lib/language/en/settings';
import { find, findingsOf, TOKENS } from '../findings/evaluation';
import { SONNET, series, usage } from '../fixtures';

describe('burndown rates of the user', () => {
  it.each<[unknown, string]>([
    [7, 'context is 7; an object of base model ids and rates'],
    [['a.b'], 'context is ["a.b"]; an object'],
    ['{', 'context is "{", which is not JSON'],
    [{ Opus: 5 }, '"Opus" is not a base model id'],
    [{ 'amazon.nova-pro-v1:0': 0 }, 'the rate of amazon.nova-pro-v1:0 is 0; a number above 0'],
    [{ 'amazon.nova-pro-v1:0': '5' }, 'the rate of amazon.nova-pro-v1:0 is "5"'],
    [{ 'amazon.nova-pro-v1:0': 1001 }, 'at most 1000'],
  ])('%j is refused', (given, complaint) => {
    expect(() => parseBurndownRates(given, { place: 'context', words: EN_SETTINGS })).toThrow(complaint);
  });

  it('tell everything that is wrong at once', () => {
    expect(() => parseBurndownRates({ Opus: 5, 'a.b': -1 }, { place: 'file', words: EN_SETTINGS })).toThrow(
      /"Opus".*; the rate of a\.b is -1/,
    );
  });

  it('are read from an object and from its JSON', () => {
    const rates = { 'amazon.nova-pro-v1:0': 2.5, 'a.b': 1000 };
    expect(parseBurndownRates(rates, { place: 'file', words: EN_SETTINGS })).toEqual(rates);
    expect(parseBurndownRates(JSON.stringify(rates), { place: 'file', words: EN_SETTINGS })).toEqual(rates);
  });

  it('come before the table, for their own model only', () => {
    expect(burndownOf(SONNET, { [SONNET]: 8 })).toEqual({ kind: 'known', rate: 8 });
    expect(burndownOf(SONNET, { 'amazon.nova-pro-v1:0': 8 })).toEqual({ kind: 'known', rate: 5 });
    expect(burndownOf('constructor', {})).toEqual({ kind: 'known', rate: 1 });
  });

  it('count in minutes without the native estimate, and only in those', () => {
    const tokensOf = (estimatedTpm: number | null) =>
      find(
        findingsOf({
          burndownRates: { [SONNET]: 8 },
          series: [
            series(`us.${SONNET}`, [usage('14:32', { invocations: 1, input: 26, output: 1_203, estimatedTpm })]),
          ],
        }),
        TOKENS,
      ).usage;
    expect(tokensOf(null)).toMatchObject({ value: 26 + 1_203 * 8, provenance: 'reconstructed' });
    expect(tokensOf(6_041)).toMatchObject({ value: 6_041, provenance: 'native' });
  });
});
