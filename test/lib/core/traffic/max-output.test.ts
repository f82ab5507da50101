import { MAX_OUTPUT_RULES, maxOutputOf } from '../../../../lib/core/traffic/max-output';

test.each([
  ['anthropic.claude-sonnet-4-5-20250929-v1:0', 64_000],
  ['anthropic.claude-haiku-4-5', 64_000],
  ['anthropic.claude-sonnet-4-20250514-v1:0', 64_000],
  ['anthropic.claude-opus-4-20250514-v1:0', 32_000],
  ['anthropic.claude-opus-4-1-20250805-v1:0', 32_000],
  ['anthropic.claude-opus-4-6-v1', 128_000],
  ['anthropic.claude-opus-4-8', 128_000],
  ['anthropic.claude-sonnet-4-6', 128_000],
  ['anthropic.claude-fable-5-1', 128_000],
  ['amazon.nova-lite-v1:0', 5_000],
  ['anthropic.claude-opus-4-10', null],
  ['anthropic.claude-sonnet-4-55', null],
  ['anthropic.claude-fable-5', 128_000],
  ['anthropic.claude-fable-5-2', 128_000],
  ['anthropic.claude-opus-5-5', 128_000],
  ['anthropic.claude-3-haiku-20240307-v1:0', 4_000],
  ['anthropic.claude-3-5-haiku-20241022-v1:0', 8_000],
  ['openai.gpt-6-sol', 128_000],
  ['deepseek.v3.2', 8_000],
  ['anthropic.claude-fable-5-3', null],
  ['anthropic.claude-opus-5', null],
  ['amazon.nova-pro-v1:0', null],
  ['openai.gpt-6-luna', null],
])('%s returns at most %p tokens', (modelId, tokens) => {
  expect(maxOutputOf(modelId)).toBe(tokens);
});

test('every rule says where it is from, and when that was', () => {
  for (const { source, asOf, tokens } of MAX_OUTPUT_RULES) {
    expect(source.length).toBeGreaterThan(10);
    expect(asOf).toMatch(/^20\d\d-\d\d$/);
    expect(tokens).toBeLessThanOrEqual(128_000);
  }
});
