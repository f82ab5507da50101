import { type BedrockClient, GetCustomModelCommand, GetCustomModelDeploymentCommand } from '@aws-sdk/client-bedrock';
import type { BlindSpot, Read } from '../lib/core/vocabulary/blind-spot';
import { isIdText } from '../lib/core/vocabulary/outside-text';
import { describeAwsError, mergeBlindSpots } from './aws-error';

/** A custom model may be made from another, and that from another; longer chains are no chains. */
const LONGEST_CHAIN = 5;

const FOUNDATION_MODEL = /:foundation-model\/(.+)$/;

/** The base model of a custom model, along the models it was made from; `null`: the chain has no such end. */
async function findBaseModel(client: BedrockClient, modelArn: string): Promise<string | null> {
  let arn: string | undefined = modelArn;
  for (let step = 0; arn !== undefined && step < LONGEST_CHAIN; step++) {
    const baseModelId = FOUNDATION_MODEL.exec(arn)?.[1];
    if (baseModelId !== undefined) return isIdText(baseModelId) ? baseModelId : null;
    const model: { baseModelArn?: string | undefined } = await client.send(
      new GetCustomModelCommand({ modelIdentifier: arn }),
    );
    arn = model.baseModelArn;
  }
  return null;
}

/**
 * The base models of deployments of custom models, by the ARN of the deployment; those that cannot be looked up are absent,
 * and told. Never throws.
 */
export async function readCustomDeployments(
  client: BedrockClient,
  arns: readonly string[],
): Promise<Read<Record<string, string>>> {
  const found: Record<string, string> = {};
  const blindSpots: BlindSpot[] = [];
  for (const arn of arns) {
    let action = 'bedrock:GetCustomModelDeployment';
    try {
      const { modelArn } = await client.send(
        new GetCustomModelDeploymentCommand({ customModelDeploymentIdentifier: arn }),
      );
      action = 'bedrock:GetCustomModel';
      const baseModelId = modelArn ? await findBaseModel(client, modelArn) : null;
      if (baseModelId !== null) found[arn] = baseModelId;
    } catch (error) {
      blindSpots.push(describeAwsError(action, error));
    }
  }
  return { value: found, blindSpots: mergeBlindSpots(blindSpots) };
}
