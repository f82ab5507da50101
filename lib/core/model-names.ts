import type { FoundationModel } from './usage';

/** A name reduced to a–z and 0–9, for comparison; a plus is a word ("Command R+" is not "Command R"). */
export function reduceName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\+/g, 'plus')
    .replace(/[^a-z0-9]/g, '');
}

/**
 * How quota names spell the makers of models, beside the provider name of the model list.
 * Source: quota names of us-east-1, 2026-07.
 */
const PROVIDER_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  'Mistral AI': ['Mistral', 'Mistral AI'],
  TwelveLabs: ['TwelveLabs', 'Twelve Labs'],
  Writer: ['Writer', 'Writer AI'],
  'Stability AI': ['Stability AI', 'Stability.ai'],
};

/** A context-length or modality suffix of a model id (`…-v1:0:48k`, `…:mm`): such ids are provisioned only. */
const CONTEXT_SUFFIX = /:(?:\d+k?|mm)$/;

/** Whether an id carries a context-length suffix behind its version. */
export function hasContextSuffix(modelId: string): boolean {
  return /:\d+:[0-9a-z]+$/.test(modelId) && CONTEXT_SUFFIX.test(modelId);
}

/** Whether a model can be called without provisioned throughput, as far as AWS says how it can be called. */
export function isCallable(model: FoundationModel): boolean {
  if (hasContextSuffix(model.id)) return false;
  return model.inferenceTypes.length === 0 || model.inferenceTypes.some((type) => type !== 'PROVISIONED');
}

/** An id without provider, date and first version: `anthropic.claude-opus-4-6-v1` → `claude-opus-4-6`; `-v2` stays. */
function toBareId(id: string): string {
  return id
    .slice(id.indexOf('.') + 1)
    .replace(/:\d+$/, '')
    .replace(/-v1$/, '')
    .replace(/-\d{8}(?=-|$)/, '');
}

/** Whether an id says version 1, so that a label may end in "V1" where the model's name does not. */
function isVersionOne(id: string): boolean {
  return /-v1(?::\d+)?$/.test(id);
}

/** A name alone, behind its maker's name in every spelling, and with "V1" where the id says so; all reduced. */
function spellingsOf(name: string, model: FoundationModel): string[] {
  if (name === '') return [];
  const providers = PROVIDER_SPELLINGS[model.provider] ?? [model.provider];
  const full = [name, ...providers.map((provider) => `${provider} ${name}`)].map(reduceName);
  return isVersionOne(model.id)
    ? [...full, ...full.filter((one) => !one.endsWith('v1')).map((one) => `${one}v1`)]
    : full;
}

/** Finds the one base model of a label; several or none is no answer. */
export type ModelFinder = (label: string) => string | null;

function createIndex(
  models: readonly FoundationModel[],
  nameOf: (model: FoundationModel) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const model of models.filter(isCallable)) {
    for (const name of spellingsOf(nameOf(model), model)) index.set(name, (index.get(name) ?? new Set()).add(model.id));
  }
  return index;
}

/**
 * Indexes the models once, by their names and by their ids. A label counts when its reduced form is exactly one model's
 * name, or no model's name and exactly one model's id.
 */
export function createModelFinder(models: readonly FoundationModel[]): ModelFinder {
  const byName = createIndex(models, (model) => model.name);
  const byId = createIndex(models, (model) => toBareId(model.id));
  return (label) => {
    const name = reduceName(label);
    const [only, ...others] = byName.get(name) ?? byId.get(name) ?? [];
    return only !== undefined && others.length === 0 ? only : null;
  };
}
