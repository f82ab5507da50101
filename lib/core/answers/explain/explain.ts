import { isOfModelQuota } from '../../errors';
import { spellCause } from '../../findings/cause';
import { modelKeyOf } from '../../quotas/same-model';
import type { Confidence } from '../../vocabulary/finding';
import { readErrorText } from './error-text';
import { type Explanation, type ExplanationInput, isOwnQuota } from './explanation';
import { explainOne } from './one-model';

/** Ids of a text that are of different models or scopes, one each; ids that name nothing are left out. */
function modelsOf(modelIds: readonly string[], resolve: ExplanationInput['resolve']): string[] {
  const found = new Map<string, string>();
  for (const modelId of modelIds) {
    const resolution = resolve(modelId);
    if (resolution.kind !== 'model') continue;
    const key = `${resolution.scope} ${modelKeyOf(resolution.baseModelId)}`;
    if (!found.has(key)) found.set(key, modelId);
  }
  return [...found.values()];
}

const CONFIDENCES: readonly Confidence[] = ['low', 'medium', 'high', 'confirmed'];

/** How much an explanation tells: a quota of the account above all else, then how sure it is. */
function rankOf(explanation: Explanation): number {
  return Number(isOwnQuota(explanation)) * CONFIDENCES.length + CONFIDENCES.indexOf(explanation.cause.confidence);
}

/** A text that names several models, as a chain of fallbacks does: each is judged, and the most telling verdict is the answer. */
function explainChain(first: string, modelIds: readonly string[], input: ExplanationInput): Explanation {
  const { words } = input;
  const all = [first, ...modelIds].map((modelId) => explainOne({ ...input, modelId }));
  const main = all.reduce((best, one) => (rankOf(one) > rankOf(best) ? one : best));
  const others = all.filter((one) => one !== main);
  const told = others.map(({ modelId, cause, quota }) =>
    words.explain.model.other(
      modelId ?? '',
      `${spellCause(cause.kind, words)}${quota ? `, ${quota.quotaCode}` : ''}`,
      words.cause.confidences[cause.confidence],
    ),
  );
  const codes = new Set(main.candidates.map(({ quotaCode }) => quotaCode));
  const more = others.flatMap(({ candidates }) => candidates).filter(({ quotaCode }) => !codes.has(quotaCode));
  const distinct = new Map(more.map((candidate) => [candidate.quotaCode, candidate]));
  return {
    ...main,
    notes: [words.explain.model.several(main.modelId ?? ''), ...main.notes, ...told],
    candidates: [...main.candidates, ...distinct.values()],
  };
}

/** Joins an error with the state of the account: which limit it means, the evidence, and what to do. */
export function explainError(input: ExplanationInput): Explanation {
  const { kind, modelIds } = readErrorText(input.text, input.words);
  if (input.modelId !== null || modelIds.length < 2 || !isOfModelQuota(kind)) return explainOne(input);
  const [only = null, ...others] = modelsOf(modelIds, input.resolve);
  if (only === null) return explainOne(input);
  return others.length === 0 ? explainOne({ ...input, modelId: only }) : explainChain(only, others, input);
}
