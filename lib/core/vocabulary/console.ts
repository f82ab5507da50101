/**
 * Hosts of the AWS console by partition; a Region has one of its own below it. Those of other partitions are not public.
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-optimized_AMI.html: links into each (read 2026-11)
 */
export const CONSOLE_HOSTS = {
  aws: 'console.aws.amazon.com',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-cn': 'console.amazonaws.cn',
} as const;

/** Host of the console of a Region's partition. */
export function consoleHostOf(region: string): string {
  if (region.startsWith('us-gov-')) return CONSOLE_HOSTS['aws-us-gov'];
  return region.startsWith('cn-') ? CONSOLE_HOSTS['aws-cn'] : CONSOLE_HOSTS.aws;
}
