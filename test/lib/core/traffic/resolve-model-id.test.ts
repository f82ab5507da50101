import fc from 'fast-check';
import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { createModelIdResolver } from '../../../../lib/core/traffic/resolve-model-id';
import type { InferenceProfile } from '../../../../lib/core/vocabulary/model';
import { spellReason } from '../../../../lib/core/vocabulary/unknown-reason';
import { EN } from '../../../../lib/language/en';

const HAIKU = 'anthropic.claude-3-haiku-20240307-v1:0';
const NOVA = 'amazon.nova-pro-v1:0';
const ACCOUNT = 'arn:aws:bedrock:us-east-1:111122223333';

function modelArn(baseModelId: string, region = 'us-east-1'): string {
  return `arn:aws:bedrock:${region}::foundation-model/${baseModelId}`;
}

function application(id: string, name: string, ...modelArns: string[]): InferenceProfile {
  return { id, arn: `${ACCOUNT}:application-inference-profile/${id}`, name, type: 'APPLICATION', modelArns };
}

const PROFILES: readonly InferenceProfile[] = [
  application('s529qz7ddy06', 'checkout', modelArn(HAIKU)),
  application('s529qz7ddy07', 'search', modelArn(HAIKU), modelArn(HAIKU, 'us-west-2')),
  application('s529qz7ddy08', 'archive', modelArn(HAIKU, ''), modelArn(HAIKU)),
  application('s529qz7ddy09', 'mixed', modelArn(HAIKU), modelArn(NOVA)),
  application('s529qz7ddy10', 'empty'),
  application('s529qz7ddy11', 'twice', modelArn(HAIKU), modelArn(HAIKU)),
  application('s529qz7ddy12', 'odd', 'not an ARN'),
  application('s529qz7ddy13', ' ', modelArn(HAIKU)),
  application('s529qz7ddy14', 'half odd', modelArn(HAIKU), `${ACCOUNT}:custom-model/x`),
  {
    id: 'xx.newmaker.model-1',
    arn: `${ACCOUNT}:inference-profile/xx.newmaker.model-1`,
    name: 'XX Model 1',
    type: 'SYSTEM_DEFINED',
    modelArns: [modelArn('newmaker.model-1')],
  },
  {
    id: 'global.newmaker.model-1',
    arn: `${ACCOUNT}:inference-profile/global.newmaker.model-1`,
    name: 'Global Model 1',
    type: 'SYSTEM_DEFINED',
    modelArns: [modelArn('newmaker.model-1', ''), modelArn('newmaker.model-1')],
  },
];

const resolve = createModelIdResolver({ models: KNOWN_MODELS, profiles: PROFILES });

describe('createModelIdResolver', () => {
  test.each([
    ['anthropic.claude-opus-4-8', 'onDemand', 'anthropic.claude-opus-4-8'],
    ['deepseek.v3.2', 'onDemand', 'deepseek.v3.2'],
    ['zai.glm-4.7', 'onDemand', 'zai.glm-4.7'],
    ['openai.gpt-5.6-sol', 'onDemand', 'openai.gpt-5.6-sol'],
    ['deepseek.v4.1', 'onDemand', 'deepseek.v4.1'],
    [`us.${HAIKU}`, 'crossRegion', HAIKU],
    [`eu.${HAIKU}`, 'crossRegion', HAIKU],
    [`apac.${HAIKU}`, 'crossRegion', HAIKU],
    [`jp.${HAIKU}`, 'crossRegion', HAIKU],
    [`au.${HAIKU}`, 'crossRegion', HAIKU],
    [`ca.${HAIKU}`, 'crossRegion', HAIKU],
    [`sa.${HAIKU}`, 'crossRegion', HAIKU],
    [`us-gov.${HAIKU}`, 'crossRegion', HAIKU],
    [`mars.${HAIKU}`, 'crossRegion', HAIKU],
    ['us.deepseek.v3.2', 'crossRegion', 'deepseek.v3.2'],
    ['us.anthropic.something-new', 'crossRegion', 'anthropic.something-new'],
    [`global.${HAIKU}`, 'globalCrossRegion', HAIKU],
    ['global.anthropic.something-new', 'globalCrossRegion', 'anthropic.something-new'],
    ['xx.newmaker.model-1', 'crossRegion', 'newmaker.model-1'],
    ['global.newmaker.model-1', 'globalCrossRegion', 'newmaker.model-1'],
  ])('%s is %s', (modelId, scope, baseModelId) => {
    expect(resolve(modelId)).toMatchObject({ kind: 'model', scope, baseModelId, name: modelId });
  });

  test.each([
    [modelArn(HAIKU), 'onDemand', HAIKU],
    [`arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/${HAIKU}`, 'onDemand', HAIKU],
    [`arn:aws-cn:bedrock:cn-north-1::foundation-model/${HAIKU}`, 'onDemand', HAIKU],
    [`${ACCOUNT}:inference-profile/us.${HAIKU}`, 'crossRegion', `us.${HAIKU}`],
    [
      `arn:aws-us-gov:bedrock:us-gov-west-1:111122223333:inference-profile/us-gov.${HAIKU}`,
      'crossRegion',
      `us-gov.${HAIKU}`,
    ],
    [`arn:aws-cn:bedrock:cn-north-1:111122223333:inference-profile/cn.${HAIKU}`, 'crossRegion', `cn.${HAIKU}`],
    [`${ACCOUNT}:inference-profile/global.${HAIKU}`, 'globalCrossRegion', `global.${HAIKU}`],
    [`${ACCOUNT}:inference-profile/xx.newmaker.model-1`, 'crossRegion', 'xx.newmaker.model-1'],
  ])('%s is %s', (arn, scope, name) => {
    expect(resolve(arn)).toMatchObject({ kind: 'model', scope, name });
  });

  test.each([
    ['s529qz7ddy06', 'onDemand', 'checkout'],
    ['s529qz7ddy07', 'crossRegion', 'search'],
    ['s529qz7ddy08', 'globalCrossRegion', 'archive'],
    ['s529qz7ddy11', 'onDemand', 'twice'],
    ['s529qz7ddy13', 'onDemand', 's529qz7ddy13'],
  ])('application profile %s, bare or as ARN, is %s of %s', (id, scope, name) => {
    const expected = { kind: 'model', scope, baseModelId: HAIKU, name };
    expect(resolve(id)).toMatchObject(expected);
    expect(resolve(`${ACCOUNT}:application-inference-profile/${id}`)).toMatchObject(expected);
  });

  test('says by what the model was reached', () => {
    expect(resolve(HAIKU)).toMatchObject({ via: 'base' });
    expect(resolve(`us.${HAIKU}`)).toMatchObject({ via: 'profile' });
    expect(resolve('s529qz7ddy06')).toMatchObject({ via: 'applicationProfile' });
  });

  test.each([
    ['anthropic.claude-3-haiku-20240307-v1:0:48k', 'provisioned'],
    ['us.anthropic.claude-3-haiku-20240307-v1:0:48k', 'provisioned'],
    ['anthropic.claude-of-tomorrow-v1:0:900k', 'provisioned'],
    ['amazon.nova-premier-v1:0:mm', 'provisioned'],
    [modelArn('amazon.nova-premier-v1:0:mm'), 'provisioned'],
    ['amazon.titan-embed-image-v1:0', 'provisioned'],
    ['s529qz7ddy09', 'more than one model'],
    ['s529qz7ddy10', 'which foundation model'],
    ['s529qz7ddy12', 'which foundation model'],
    ['s529qz7ddy14', 'which foundation model'],
    ['abcdefghijkl', 'application inference profile'],
    [`${ACCOUNT}:application-inference-profile/abcdefghijkl`, 'application inference profile'],
    [`${ACCOUNT}:inference-profile/${HAIKU}`, 'profile'],
    [`${ACCOUNT}:provisioned-model/abcdefghijkl`, 'provisioned'],
    [`${ACCOUNT}:custom-model/amazon.nova-lite-v1:0/abcdefghijkl`, 'custom model'],
    [`${ACCOUNT}:custom-model-deployment/abcdefghijkl`, 'custom model deployment'],
    [`${ACCOUNT}:prompt-router/anything`, 'prompt router'],
    [`${ACCOUNT}:default-prompt-router/anthropic.claude:1`, 'prompt router'],
    ['arn:aws-cn:bedrock:cn-north-1:111122223333:provisioned-model/abcdefghijkl', 'provisioned'],
    [modelArn(`us.${HAIKU}`), 'not a known model'],
    ['arn:aws:sagemaker:us-east-1:111122223333:endpoint/x', 'not a known kind'],
    ['arn:', 'not a known kind'],
    ['amazon.nova-lite-v1:0/abcdefghijkl', 'not a known model'],
    ['newmaker.model-1', 'not a known model'],
    ['mars.anthropic.something-new', 'not a known model'],
    [`us.eu.${HAIKU}`, 'not a known model'],
    ['anthropic.', 'not a known model'],
    ['anthropic', 'not a known model'],
    ['', 'not a known model'],
    ['ANTHROPIC.CLAUDE', 'not a known model'],
  ])('%s is unmapped: %s', (modelId, reason) => {
    const found = resolve(modelId);
    expect(found.kind === 'unmapped' ? spellReason(found.reason, EN) : found).toEqual(expect.stringContaining(reason));
  });

  test.each([
    `${ACCOUNT}:imported-model/abcdefghijkl`,
    'arn:aws-us-gov:bedrock:us-gov-west-1:111122223333:imported-model/x',
  ])('%s is known, and no quota holds its calls', (modelId) => {
    expect(resolve(modelId)).toEqual({ kind: 'noQuota', reason: { why: 'importedModel', id: modelId } });
  });

  test('a custom model deployment is of the base model that was looked up for it', () => {
    const arn = `${ACCOUNT}:custom-model-deployment/abcdefghijkl`;
    const customDeployments = { [arn]: 'amazon.nova-lite-v1:0' };
    expect(createModelIdResolver({ models: KNOWN_MODELS, profiles: [], customDeployments })(arn)).toEqual({
      kind: 'model',
      scope: 'customDeployment',
      baseModelId: 'amazon.nova-lite-v1:0',
      via: 'customDeployment',
      name: arn,
    });
  });

  test('law: no text crashes it, known ids with any prefix map to themselves', () => {
    const callable = KNOWN_MODELS.filter(({ inferenceTypes }) => inferenceTypes.includes('ON_DEMAND')).map(
      ({ id }) => id,
    );
    const prefix = fc.stringMatching(/^[a-z]{2,5}$/).filter((text) => text !== 'global');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...callable), prefix, (text, id, geography) => {
        expect(['model', 'unmapped']).toContain(resolve(text).kind);
        resolve(`arn:aws:bedrock:${text}`);
        resolve(`arn:aws:bedrock:us-east-1::foundation-model/${text}`);
        expect(resolve(id)).toMatchObject({ scope: 'onDemand', baseModelId: id });
        expect(resolve(`${geography}.${id}`)).toMatchObject({ scope: 'crossRegion', baseModelId: id });
        expect(resolve(`global.${id}`)).toMatchObject({ scope: 'globalCrossRegion', baseModelId: id });
      }),
    );
  });

  test('law: arbitrary profiles never crash it', () => {
    const profile = fc.record({
      id: fc.string(),
      arn: fc.string(),
      name: fc.string(),
      type: fc.constantFrom('SYSTEM_DEFINED' as const, 'APPLICATION' as const),
      modelArns: fc.array(fc.oneof(fc.string(), fc.constantFrom(modelArn(HAIKU), modelArn(NOVA, '')))),
    });
    fc.assert(
      fc.property(profile, (one) => {
        const { kind } = createModelIdResolver({ models: KNOWN_MODELS, profiles: [one] })(one.id);
        expect(['model', 'unmapped']).toContain(kind);
      }),
    );
  });
});
