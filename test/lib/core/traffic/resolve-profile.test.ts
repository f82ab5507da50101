import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { createModelIdResolver } from '../../../../lib/core/traffic/resolve-model-id';
import type { InferenceProfile } from '../../../../lib/core/vocabulary/model';
import { readProfiles } from '../quotas/listings';

const ONE = 'arn:aws:bedrock:us-east-1::foundation-model/';
const SOURCE_REGIONS = [
  { sourceRegion: 'us-east-1', count: 55 },
  { sourceRegion: 'us-west-2', count: 57 },
];

/** An application profile has the model ARNs of what it copies. */
function copyOf(id: string, modelArns: readonly string[], sourceRegion = 'us-east-1'): InferenceProfile {
  const arn = `arn:aws:bedrock:${sourceRegion}:111122223333:application-inference-profile/${id}`;
  return { id, arn, name: `copy ${id}`, type: 'APPLICATION', modelArns };
}

function scopeOf(profileId: string): string {
  return profileId.startsWith('global.') ? 'globalCrossRegion' : 'crossRegion';
}

describe.each(SOURCE_REGIONS)('the real profiles of $sourceRegion', ({ sourceRegion, count }) => {
  const profiles = readProfiles(sourceRegion);
  const copies = profiles.map(({ modelArns }, index) => copyOf(`s529qz7d${1000 + index}`, modelArns, sourceRegion));
  const listed = createModelIdResolver({ models: KNOWN_MODELS, profiles: [...profiles, ...copies] });
  const unlisted = createModelIdResolver({ models: KNOWN_MODELS, profiles: [] });

  test('are each of their model and scope, by id and by ARN, listed or not', () => {
    expect(profiles).toHaveLength(count);
    for (const { id, arn } of profiles) {
      const modelTraffic = {
        kind: 'model',
        scope: scopeOf(id),
        baseModelId: id.replace(/^[^.]+\./, ''),
        via: 'profile',
        name: id,
      };
      for (const modelId of [id, arn]) {
        expect(listed(modelId)).toEqual(modelTraffic);
        expect(unlisted(modelId)).toEqual(modelTraffic);
      }
    }
  });

  test('give application profiles that copy them their scope, by bare id and by ARN', () => {
    copies.forEach(({ id, arn, name }, index) => {
      const source = profiles[index]?.id ?? '';
      const baseModelId = source.replace(/^[^.]+\./, '');
      const modelTraffic = { kind: 'model', scope: scopeOf(source), baseModelId, via: 'applicationProfile', name };
      expect(listed(id)).toEqual(modelTraffic);
      expect(listed(arn)).toEqual(modelTraffic);
      expect(unlisted(id)).toMatchObject({ kind: 'unmapped' });
    });
  });
});

describe('an application profile with one model ARN', () => {
  const NOVA = 'amazon.nova-pro-v1:0';
  const resolveWith = (...profiles: InferenceProfile[]) =>
    createModelIdResolver({ models: KNOWN_MODELS, profiles })('app');
  const narrow: InferenceProfile = {
    id: `mars.${NOVA}`,
    arn: `arn:aws:bedrock:us-east-1:111122223333:inference-profile/mars.${NOVA}`,
    name: 'Mars Nova Pro',
    type: 'SYSTEM_DEFINED',
    modelArns: [ONE + NOVA],
  };

  test.each(KNOWN_MODELS.filter(({ inferenceTypes }) => inferenceTypes.includes('ON_DEMAND')).map(({ id }) => id))(
    'in its own Region is %s on demand',
    (id) => {
      expect(resolveWith(copyOf('app', [ONE + id]))).toMatchObject({ scope: 'onDemand', baseModelId: id });
    },
  );

  test('of another Region is of a geographic profile', () => {
    expect(resolveWith(copyOf('app', [ONE + NOVA], 'us-west-2'))).toMatchObject({ scope: 'crossRegion' });
  });

  test('of a model that is reached by profile only is of a geographic profile', () => {
    const arn = `${ONE}anthropic.claude-sonnet-4-6`;
    expect(resolveWith(copyOf('app', [arn]))).toMatchObject({ scope: 'crossRegion' });
  });

  test('is unmapped when a geographic profile has the same single route: either may be copied', () => {
    expect(resolveWith(narrow, copyOf('app', [ONE + NOVA]))).toEqual({
      kind: 'unmapped',
      reason: { why: 'ambiguousCopy', id: expect.any(String), baseModelId: NOVA },
    });
  });
});

test('a geographic profile stays one when AWS lists a route without Region', () => {
  const id = 'us.amazon.nova-pro-v1:0';
  const profile: InferenceProfile = {
    id,
    arn: `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${id}`,
    name: 'US Nova Pro',
    type: 'SYSTEM_DEFINED',
    modelArns: ['arn:aws:bedrock:::foundation-model/amazon.nova-pro-v1:0'],
  };
  const resolve = createModelIdResolver({ models: KNOWN_MODELS, profiles: [profile] });
  expect(resolve(id)).toMatchObject({ scope: 'crossRegion' });
});
