import fc from 'fast-check';
import { BURNDOWN_RULES, burndownOf } from '../../../../lib/core/traffic/burndown';
import { combineProvenance, quotaTokensOf } from '../../../../lib/core/traffic/quota-tokens';
import { usage } from '../fixtures';

describe('burndown rates by base model id', () => {
  it.each([
    ['anthropic.claude-opus-4-8', 15],
    ['anthropic.claude-opus-5', 10],
    ['anthropic.claude-opus-5-5', 10],
    ['anthropic.claude-sonnet-5', 10],
    ['anthropic.claude-fable-5-1', 10],
    ['openai.gpt-5.6-sol', 10],
    ['anthropic.claude-opus-4-7', 5],
    ['anthropic.claude-sonnet-4-6', 5],
    ['anthropic.claude-sonnet-4-5-20250929-v1:0', 5],
    ['anthropic.claude-sonnet-4-20250514-v1:0', 5],
    ['anthropic.claude-3-7-sonnet-20250219-v1:0', 5],
    ['anthropic.claude-3-haiku-20240307-v1:0', 5],
    ['anthropic.claude-v2:1', 5],
    ['anthropic.claude-instant-v1', 5],
    ['anthropic.claude-haiku-4-8', 15],
    ['anthropic.claude-opus-4-8-20261104-v1:0', 15],
    ['anthropic.claude-opus-5-20270301-v1:0', 10],
    ['anthropic.claude-opus-4-1-20250805-v1:0', 5],
    ['anthropic.claude-opus-4-6-v1', 5],
    ['openai.gpt-5.6', 10],
    ['openai.gpt-5.4', 1],
    ['openai.gpt-5.5', 1],
    ['openai.gpt-oss-120b-1:0', 1],
    ['amazon.nova-pro-v1:0', 1],
    ['deepseek.v3.2', 1],
  ])('%s → %d', (id, rate) => {
    expect(burndownOf(id)).toEqual({ kind: 'known', rate });
  });

  it.each([
    'anthropic.claude-fable-5',
    'anthropic.claude-opus-4-9',
    'anthropic.claude-opus-4-10',
    'anthropic.claude-opus-5-6',
    'anthropic.claude-sonnet-5-5',
    'anthropic.claude-haiku-5',
    'anthropic.claude-fable-5-2',
    'openai.gpt-5.7',
    'openai.gpt-6-sol',
    'anthropic.claude-next',
  ])('%s is not named by AWS: unknown, never guessed', (id) => {
    expect(burndownOf(id).kind).toBe('unknown');
  });
});

it('every rule names its source and its month, and every model has a rule', () => {
  for (const { source, since, checked } of BURNDOWN_RULES) {
    expect(source).not.toBe('');
    expect(checked).toMatch(/^20\d\d-\d\d$/);
    if (since !== null) expect(since <= checked).toBe(true);
  }
  fc.assert(fc.property(fc.string(), (id) => BURNDOWN_RULES.some(({ models }) => models.test(id))));
});

describe('quota tokens of a minute', () => {
  const five = { kind: 'known', rate: 5 } as const;

  it('counts input and output × rate: 26 + 1,203 × 5 = 6,041', () => {
    expect(quotaTokensOf(usage('14:32', { input: 26, output: 1203 }), five)).toEqual({
      tokens: 6041,
      provenance: 'reconstructed',
    });
  });

  it('counts cache writes and not cache reads: 13 + 8,814 + 4 × 5 = 8,847', () => {
    const minute = usage('14:32', { input: 13, cacheWrite: 8814, cacheRead: 90_000, output: 4 });
    expect(quotaTokensOf(minute, five).tokens).toBe(8847);
  });

  it('prefers the native estimate, also when it is 0', () => {
    expect(quotaTokensOf(usage('14:32', { input: 26, output: 1203, estimatedTpm: 7000 }), five)).toEqual({
      tokens: 7000,
      provenance: 'native',
    });
    expect(quotaTokensOf(usage('14:32', { input: 26, estimatedTpm: 0 }), five)).toEqual({
      tokens: 0,
      provenance: 'native',
    });
  });

  it('is a lower bound where no rate is known', () => {
    const minute = usage('14:32', { input: 10, output: 10 });
    expect(quotaTokensOf(minute, { kind: 'unknown', reason: 'new' })).toEqual({ tokens: 20, provenance: 'lowerBound' });
  });

  it('is additive and monotone', () => {
    const counts = fc.record({
      input: fc.nat(1e9),
      output: fc.nat(1e9),
      cacheWrite: fc.nat(1e9),
      cacheRead: fc.nat(1e9),
    });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const sum = {
          input: a.input + b.input,
          output: a.output + b.output,
          cacheWrite: a.cacheWrite + b.cacheWrite,
          cacheRead: a.cacheRead + b.cacheRead,
        };
        const tokens = (c: typeof a) => quotaTokensOf(usage(0, c), five).tokens;
        expect(tokens(sum)).toBe(tokens(a) + tokens(b));
        expect(tokens(sum)).toBeGreaterThanOrEqual(tokens(a));
      }),
    );
  });
});

it.each([
  [[], 'native'],
  [['native', 'native'], 'native'],
  [['reconstructed'], 'reconstructed'],
  [['native', 'reconstructed'], 'mixed'],
  [['native', 'lowerBound'], 'lowerBound'],
  [['estimate', 'native'], 'estimate'],
] as const)('the provenance of a sum of %j is %s', (parts, expected) => {
  expect(combineProvenance(parts)).toBe(expected);
});
