import { CloudFormationClient, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import type { Read } from '../lib/core/vocabulary/blind-spot';
import { readPages } from './aws-error';
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

/** The resources of a stack. @param end ends it. @default - nothing does */
export async function readStackResources(
  region: string,
  stack: string,
  end: AbortSignal | null = null,
): Promise<Read<StackResource[]>> {
  const client = boundBy(new CloudFormationClient(clientConfigOf(region)), () => end, 'noAnswer');
  try {
    return await readPages('cloudformation:ListStackResources', async (token) => {
      const reply = await client.send(new ListStackResourcesCommand({ StackName: stack, NextToken: token }));
      const items = (reply.StackResourceSummaries ?? []).flatMap(
        ({ LogicalResourceId: logicalId = '', ResourceType: type = '', PhysicalResourceId: physicalId }) =>
          physicalId === undefined ? [] : [{ logicalId, type, physicalId }],
      );
      return { items, next: reply.NextToken || undefined };
    });
  } finally {
    client.destroy();
  }
}
