import { quotaPageOf } from '../../../../lib/core/messages/incident';

test.each([
  [
    'us-east-1',
    'L-F4DDD3EB',
    'https://us-east-1.console.aws.amazon.com/servicequotas/home/services/bedrock/quotas/L-F4DDD3EB',
  ],
  [
    'us-gov-west-1',
    null,
    'https://us-gov-west-1.console.amazonaws-us-gov.com/servicequotas/home/services/bedrock/quotas',
  ],
  ['cn-north-1', null, 'https://cn-north-1.console.amazonaws.cn/servicequotas/home/services/bedrock/quotas'],
])('the quota page of %s, %s is in the console of its partition', (region, quotaCode, page) => {
  expect(quotaPageOf(region, quotaCode)).toBe(page);
});
