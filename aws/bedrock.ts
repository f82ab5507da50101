import {
  type BedrockClient,
  type InferenceProfileType,
  ListFoundationModelsCommand,
  ListInferenceProfilesCommand,
} from '@aws-sdk/client-bedrock';
import type { Read } from '../lib/core/vocabulary/blind-spot';
import type { FoundationModel, InferenceProfile } from '../lib/core/vocabulary/model';
import { readPages } from './aws-error';

const PAGE_SIZE = 1000;

/** The foundation models of the Region; the call has no pages. */
export function readFoundationModels(client: BedrockClient): Promise<Read<FoundationModel[]>> {
  return readPages('bedrock:ListFoundationModels', async () => {
    const reply = await client.send(new ListFoundationModelsCommand({}));
    const items = (reply.modelSummaries ?? []).flatMap((model) =>
      model.modelId
        ? [
            {
              id: model.modelId,
              name: model.modelName ?? '',
              provider: model.providerName ?? '',
              inferenceTypes: model.inferenceTypesSupported ?? [],
            },
          ]
        : [],
    );
    return { items, next: undefined };
  });
}

async function readProfilesOfType(
  client: BedrockClient,
  type: InferenceProfileType,
): Promise<Read<InferenceProfile[]>> {
  return readPages('bedrock:ListInferenceProfiles', async (token) => {
    const reply = await client.send(
      new ListInferenceProfilesCommand({ typeEquals: type, maxResults: PAGE_SIZE, nextToken: token }),
    );
    const items = (reply.inferenceProfileSummaries ?? []).flatMap((profile) =>
      profile.inferenceProfileId
        ? [
            {
              id: profile.inferenceProfileId,
              arn: profile.inferenceProfileArn ?? '',
              name: profile.inferenceProfileName ?? profile.inferenceProfileId,
              type,
              modelArns: (profile.models ?? []).flatMap((model) => (model.modelArn ? [model.modelArn] : [])),
            },
          ]
        : [],
    );
    return { items, next: reply.nextToken };
  });
}

/** System-defined and application inference profiles; the API gives only the former unless asked for the latter. */
export async function readInferenceProfiles(client: BedrockClient): Promise<Read<InferenceProfile[]>> {
  const [system, application] = await Promise.all([
    readProfilesOfType(client, 'SYSTEM_DEFINED'),
    readProfilesOfType(client, 'APPLICATION'),
  ]);
  return {
    value: [...system.value, ...application.value],
    blindSpots: [...system.blindSpots, ...application.blindSpots].slice(0, 1),
  };
}
