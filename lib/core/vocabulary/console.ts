/**
 * Domains of the AWS console by partition: for a Region it is at `<region>.console.<domain>`. Those of other partitions are not public.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-optimized_AMI.html links into GovCloud's;
 * that of China is known by AWS's launch links of its Regions (read 2026-11)
 */
export const CONSOLE_DOMAINS = {
  aws: 'aws.amazon.com',
  'aws-us-gov': 'amazonaws-us-gov.com',
  'aws-cn': 'amazonaws.cn',
} as const;

/** Domain of the console of a Region's partition. */
export function consoleDomainOf(region: string): string {
  if (region.startsWith('us-gov-')) return CONSOLE_DOMAINS['aws-us-gov'];
  return region.startsWith('cn-') ? CONSOLE_DOMAINS['aws-cn'] : CONSOLE_DOMAINS.aws;
}
