import { type BedrockClient, ListFoundationModelsCommand } from '@aws-sdk/client-bedrock';
import type { ModelLifecycle } from '../lib/core/vocabulary/account-state';
import type { Read } from '../lib/core/vocabulary/blind-spot';
import { isIdText } from '../lib/core/vocabulary/outside-text';
import { describeAwsError } from './aws-error';
import { takeRows } from './rows';

const ACTION = 'bedrock:ListFoundationModels';

/** How long each base model of a Region will be there. One call; what fails is told in the answer. */
export async function readModelLifecycles(client: BedrockClient): Promise<Read<readonly ModelLifecycle[]>> {
  try {
    const { modelSummaries = [] } = await client.send(new ListFoundationModelsCommand({}));
    const listed = { value: modelSummaries, blindSpots: [] };
    const rows = takeRows(ACTION, listed, ({ modelId }) => !modelId || isIdText(modelId));
    const value = rows.value.flatMap(({ modelId, modelLifecycle }): ModelLifecycle[] => {
      const end = modelLifecycle?.endOfLifeTime?.getTime();
      const endOfLife = end === undefined || Number.isNaN(end) ? null : Math.floor(end / 60_000);
      return modelId ? [{ modelId, status: modelLifecycle?.status ?? null, endOfLife }] : [];
    });
    return { value, blindSpots: rows.blindSpots };
  } catch (error) {
    return { value: [], blindSpots: [describeAwsError(ACTION, error)] };
  }
}
