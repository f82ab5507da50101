import { isOfModel } from '../../../../../lib/core/answers/recent';
import { KNOWN_MODELS } from '../../../../../lib/core/quotas/known-models';
import { createModelIdResolver } from '../../../../../lib/core/traffic/resolve-model-id';

const BASE = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const US = `us.${BASE}`;
const ARN = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/s529qz7ddy06';
const resolve = createModelIdResolver({
  models: KNOWN_MODELS,
  profiles: [
    {
      id: 's529qz7ddy06',
      arn: ARN,
      name: 'checkout',
      type: 'APPLICATION',
      modelArns: ['us-east-1', 'us-west-2'].map((region) => `arn:aws:bedrock:${region}::foundation-model/${BASE}`),
    },
  ],
});

test.each([
  [US, US, true],
  [US, 's529qz7ddy06', true],
  [US, ARN, true],
  [US, `global.${BASE}`, false],
  [US, BASE, false],
  [US, 'us.anthropic.claude-haiku-4-5-20251001-v1:0', false],
  [BASE, BASE, true],
  [BASE, US, true],
  [BASE, ARN, true],
  ['anthropic.claude-sonnet-4-5', US, true],
  ['s529qz7ddy06', ARN, true],
  ['s529qz7ddy06', US, false],
  [ARN, 's529qz7ddy06', true],
  ['nobody', 'nobody', true],
  ['nobody', US, false],
  [US, 'nobody', false],
])('--model %s, call of %s: %s', (model, called, isOf) => {
  expect(isOfModel(model, resolve)(called)).toBe(isOf);
});

test('a call whose model is not recorded is of none', () => {
  expect(isOfModel(BASE, resolve)(null)).toBe(false);
});
