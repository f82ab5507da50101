import { readError } from '../../errors';
import { modelKeyOf } from '../../quotas/same-model';
import type { RefusalGroup } from '../../refusals';
import { type Explanation, type ExplanationInput, explainError } from '../explain';

/** What refused calls mean here, with those that it is true of. */
export interface ExplainedRefusals {
  readonly explanation: Explanation;
  /** Most calls first. */
  readonly groups: readonly RefusalGroup[];
  /** Of all groups. */
  readonly calls: number;
}

/** What all refusals of a Region are explained by. */
export type RefusalsInput = Omit<ExplanationInput, 'text' | 'modelId' | 'isRecorded' | 'regionOfText'>;

/** AWS's words; the code before them where they do not say by themselves what kind of error it is. */
function toText({ kind, errorCode, text }: RefusalGroup): string {
  return readError(text).kind === kind || text === errorCode ? text : `${errorCode}: ${text}`;
}

/** What ids that spend the same quotas have in common: those of a model in one scope, application profiles among them. */
function spendingOf(modelId: string | null, { resolve }: RefusalsInput): string | null {
  const resolution = modelId === null ? null : resolve(modelId);
  return resolution?.kind === 'model' ? `${resolution.scope} ${modelKeyOf(resolution.baseModelId)}` : modelId;
}

/**
 * Explains refused calls as their texts would be explained, each text of a model and scope once, whoever called by whatever
 * id: under the id with most calls, those with most calls first.
 */
export function explainRefusals(groups: readonly RefusalGroup[], input: RefusalsInput): ExplainedRefusals[] {
  const alike = new Map<string, [RefusalGroup, ...RefusalGroup[]]>();
  for (const group of [...groups].sort((a, b) => b.calls - a.calls)) {
    const key = JSON.stringify([toText(group), spendingOf(group.modelId, input)]);
    const others = alike.get(key);
    if (others) others.push(group);
    else alike.set(key, [group]);
  }
  return [...alike.values()]
    .map((same) => {
      const [first] = same;
      return {
        explanation: explainError({ ...input, text: toText(first), modelId: first.modelId, isRecorded: true }),
        groups: same,
        calls: same.reduce((sum, { calls }) => sum + calls, 0),
      };
    })
    .sort((a, b) => b.calls - a.calls);
}
