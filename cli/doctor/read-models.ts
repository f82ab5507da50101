import type { AwsClients } from '../../aws/clients';
import { readModelAvailability } from '../../aws/model-availability';
import type { ModelAvailability } from '../../lib/core/quotas/model-availability';
import type { Progress } from '../terminal/progress';

/** Calls under way at once: AWS names no rate for this one. */
const AT_ONCE = 5;

/** What AWS says of the account's access to models, one call each. A refusal for want of a permission ends the asking. */
export async function readAvailability(
  { bedrock }: AwsClients,
  modelIds: readonly string[],
  { progress, region }: { readonly progress: Progress; readonly region: string },
): Promise<ModelAvailability[]> {
  const done = progress.start('models', region);
  const answers: ModelAvailability[] = [];
  for (let start = 0; start < modelIds.length; start += AT_ONCE) {
    const some = modelIds.slice(start, start + AT_ONCE);
    answers.push(...(await Promise.all(some.map((modelId) => readModelAvailability(bedrock, modelId)))));
    if (answers.length <= AT_ONCE && answers.every((one) => 'blindSpot' in one)) break;
  }
  done(answers.length);
  return answers;
}
