import { settledTokens, TokenLearner } from '../../../../lib/client/request/token-estimate';

const CALL = { modelId: 'm', characters: 700, maxTokens: 100, hasOutput: true };
const NOVA = { baseModelId: 'amazon.nova-lite-v1:0', rate: 1 };
const NO_CACHE = { cacheRead: 0, cacheWrite: 0 };

test('before any answer a token is taken to have 3.5 characters, and max_tokens is reserved', () => {
  const estimate = new TokenLearner().estimate(CALL, NOVA);
  expect(estimate).toEqual({ reservation: 300, settlement: 200, isMaxTokensUnset: false });
});

test('input tokens that the caller knows are taken as they are', () => {
  expect(new TokenLearner().estimate(CALL, NOVA, 42).reservation).toBe(142);
});

test('max_tokens unset reserves what the model can answer', () => {
  const unset = { ...CALL, maxTokens: null };
  expect(new TokenLearner().estimate(unset, NOVA)).toMatchObject({ isMaxTokensUnset: true, reservation: 5_200 });
  const unknown = new TokenLearner().estimate(unset, { baseModelId: 'maker.unheard-of', rate: 1 });
  expect(unknown.reservation).toBe(64_200);
});

test('an embedding reserves its input alone', () => {
  const embedding = { ...CALL, maxTokens: 0, hasOutput: false };
  expect(new TokenLearner().estimate(embedding, NOVA)).toEqual({
    reservation: 200,
    settlement: 200,
    isMaxTokensUnset: false,
  });
});

test('answers teach how many tokens the texts have, cached ones included', () => {
  const learner = new TokenLearner();
  for (let answer = 0; answer < 100; answer++) {
    learner.learn(CALL, { input: 20, output: 10, cacheRead: 25, cacheWrite: 25 });
  }
  // 70 tokens in 700 characters.
  expect(learner.estimate(CALL, NOVA).reservation).toBeCloseTo(171, 0);
});

test('answers teach what a call comes to, by the burndown of the model and never above max_tokens', () => {
  const learner = new TokenLearner();
  learner.learn(CALL, { input: 200, output: 40, ...NO_CACHE });
  expect(learner.estimate(CALL, { ...NOVA, rate: 5 }, 200).settlement).toBe(400);
  learner.learn(CALL, { input: 200, output: 100_000, ...NO_CACHE });
  expect(learner.estimate(CALL, { ...NOVA, rate: 5 }, 200).settlement).toBe(700);
});

test('an answer without input teaches nothing of texts', () => {
  const learner = new TokenLearner();
  learner.learn(CALL, { input: 0, output: 0, ...NO_CACHE });
  learner.learn({ ...CALL, characters: 0 }, { input: 50, output: 0, ...NO_CACHE });
  expect(learner.estimate(CALL, NOVA).reservation).toBe(300);
});

test.each([
  // Measured on EstimatedTPMQuotaUsage.
  [{ input: 26, output: 1_203, ...NO_CACHE }, 5, 6_041],
  [{ input: 13, output: 4, cacheRead: 0, cacheWrite: 8_814 }, 5, 8_847],
  [{ input: 10, output: 1, cacheRead: 9_000, cacheWrite: 0 }, 1, 11],
])('an answer of %j at %s comes to %s', (usage, rate, tokens) => {
  expect(settledTokens(usage, rate)).toBe(tokens);
});
