import { staysWithin } from '../../../../lib/client/fallback/geography';

const NOVA = 'amazon.nova-lite-v1:0';
const PROFILE_ARN = 'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0';

test.each([
  [`us.${NOVA}`, 'us-east-1', ['us'], true],
  [`us.${NOVA}`, 'us-east-1', ['eu'], false],
  [`eu.${NOVA}`, 'us-east-1', ['us'], false],
  [`global.${NOVA}`, 'us-east-1', ['us'], false],
  [`global.${NOVA}`, 'us-east-1', ['us', 'global'], true],
  [PROFILE_ARN, 'us-east-1', ['us'], true],
  [PROFILE_ARN, 'us-east-1', ['eu'], false],
  [NOVA, 'us-west-2', ['us'], true],
  [NOVA, 'us-gov-west-1', ['eu'], false],
  [NOVA, 'eu-central-1', ['us'], false],
  [NOVA, 'ap-southeast-2', ['apac'], true],
  [NOVA, 'ap-southeast-2', ['au'], true],
  [NOVA, 'ap-southeast-1', ['au'], false],
  [NOVA, 'ap-northeast-1', ['jp'], true],
  [NOVA, 'ap-northeast-2', ['jp'], false],
  [NOVA, '', ['us'], false],
  ['s529qz7ddy06', 'us-east-1', ['us'], false],
  ['s529qz7ddy06', 'us-east-1', ['us', 's529qz7ddy06'], true],
] as const)('%s from %s within %j: %s', (modelId, region, allowed, within) => {
  expect(staysWithin(modelId, region, allowed)).toBe(within);
});
