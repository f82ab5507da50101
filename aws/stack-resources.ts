import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import type { Read } from '../lib/core/vocabulary/blind-spot';
import { describeAwsError } from './aws-error';
import { boundBy } from './bound';
import { clientConfigOf } from './client-config';

/** What a stack made. */
export interface StackResource {
  /** As the template names it. */
  readonly logicalId: string;
  /** `AWS::CloudWatch::Alarm` … */
  readonly type: string;
  /** Name, ARN or URL, by the type. */
  readonly physicalId: string;
}

/** The resources of a stack, at most 100, as CloudFormation answers in one call. @param end ends it. @default - nothing does */
export async function readStackResources(
  region: string,
  stack: string,
  end: AbortSignal | null = null,
): Promise<Read<StackResource[]>> {
  const client = boundBy(new CloudFormationClient(clientConfigOf(region)), () => end, 'noAnswer');
  try {
    const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: stack }));
    const value = StackResources.flatMap(
      ({ LogicalResourceId: logicalId = '', ResourceType: type = '', PhysicalResourceId: physicalId }) =>
        physicalId === undefined ? [] : [{ logicalId, type, physicalId }],
    );
    return { value, blindSpots: [] };
  } catch (error) {
    return { value: [], blindSpots: [describeAwsError('cloudformation:DescribeStackResources', error)] };
  } finally {
    client.destroy();
  }
}
