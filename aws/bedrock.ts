import {
  type BedrockClient,
  type InferenceProfileSummary,
  type InferenceProfileType,
  ListFoundationModelsCommand,
  ListInferenceProfilesCommand,
} from '@aws-sdk/client-bedrock';
import type { Read } from '../lib/core/vocabulary/blind-spot';
import type { FoundationModel, InferenceProfile } from '../lib/core/vocabulary/model';
import { cleanText, isIdText } from '../lib/core/vocabulary/outside-text';
import { readPages } from './aws-error';
import { takeRows } from './rows';

const PAGE_SIZE = 1000;

/** The foundation models of the Region; the call has no pages. */
export async function readFoundationModels(client: BedrockClient): Promise<Read<FoundationModel[]>> {
  const action = 'bedrock:ListFoundationModels';
  const listed = await readPages(action, async () => {
    const reply = await client.send(new ListFoundationModelsCommand({}));
    return { items: reply.modelSummaries ?? [], next: undefined };
  });
  const { value, blindSpots } = takeRows(action, listed, ({ modelId }) => !modelId || isIdText(modelId));
  return {
    value: value.flatMap((model) =>
      model.modelId
        ? [
            {
              id: model.modelId,
              name: cleanText(model.modelName ?? ''),
              provider: cleanText(model.providerName ?? ''),
              inferenceTypes: model.inferenceTypesSupported ?? [],
            },
          ]
        : [],
    ),
    blindSpots,
  };
}

/** Whether id and ARNs of a profile can be such, where it has them. */
function hasIds({ inferenceProfileId, inferenceProfileArn, models }: Partial<InferenceProfileSummary>): boolean {
  const arns = (models ?? []).map((model) => model?.modelArn);
  return [inferenceProfileId, inferenceProfileArn, ...arns].every((id) => !id || isIdText(id));
}

async function readProfilesOfType(
  client: BedrockClient,
  type: InferenceProfileType,
): Promise<Read<InferenceProfile[]>> {
  const action = 'bedrock:ListInferenceProfiles';
  const listed = await readPages(action, async (token) => {
    const reply = await client.send(
      new ListInferenceProfilesCommand({ typeEquals: type, maxResults: PAGE_SIZE, nextToken: token }),
    );
    return { items: reply.inferenceProfileSummaries ?? [], next: reply.nextToken };
  });
  const { value, blindSpots } = takeRows(action, listed, hasIds);
  return {
    value: value.flatMap((profile) =>
      profile.inferenceProfileId
        ? [
            {
              id: profile.inferenceProfileId,
              arn: profile.inferenceProfileArn ?? '',
              name: cleanText(profile.inferenceProfileName ?? '') || profile.inferenceProfileId,
              type,
              modelArns: (profile.models ?? []).flatMap((model) => (model?.modelArn ? [model.modelArn] : [])),
            },
          ]
        : [],
    ),
    blindSpots,
  };
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
