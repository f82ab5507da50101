import { type BedrockClient, GetFoundationModelAvailabilityCommand } from '@aws-sdk/client-bedrock';
import type { ModelAvailability } from '../lib/core/quotas/model-availability';
import { describeAwsError } from './aws-error';

/** Whether an account may use a base model in the client's Region. Never throws: what fails is told in the answer. */
export async function readModelAvailability(client: BedrockClient, modelId: string): Promise<ModelAvailability> {
  try {
    const reply = await client.send(new GetFoundationModelAvailabilityCommand({ modelId }));
    return {
      modelId,
      authorization: reply.authorizationStatus ?? null,
      agreement: reply.agreementAvailability?.status ?? null,
      entitlement: reply.entitlementAvailability ?? null,
      region: reply.regionAvailability ?? null,
    };
  } catch (error) {
    return { modelId, blindSpot: describeAwsError('bedrock:GetFoundationModelAvailability', error) };
  }
}
