import { splitId } from './model-name';

const KEYS = new Map<string, string>();

function toKey(modelId: string): string {
  const provider = modelId.slice(0, Math.max(0, modelId.indexOf('.'))).toLowerCase();
  const { name } = splitId(modelId);
  // A provider goes by several spellings (`moonshot`, `moonshotai`).
  return `${provider.replace(/-?ai$/, '')}.${name.toLowerCase()}`;
}

/**
 * What the ids of one model have in common. Catalogues list a model by a dated id and an undated one (that of
 * bedrock-mantle), with and without `-v1:0`, in several revisions (`-v1:0`, `-v1:1`); versions from v2 on are other models.
 * `anthropic.claude-haiku-4-5-20251001-v1:0` and `anthropic.claude-haiku-4-5` are one, `…-3-5-sonnet-20241022-v2:0` is none
 * of `…-3-5-sonnet-20240620-v1:0`. A base model id is kept with its key, for each is asked for in every evaluation.
 */
export function modelKeyOf(modelId: string): string {
  const known = KEYS.get(modelId);
  if (known !== undefined) return known;
  const key = toKey(modelId);
  KEYS.set(modelId, key);
  return key;
}

/** Whether some base model ids name a model, by this id or by another of it. */
export function nameModel(modelIds: readonly string[], modelId: string): boolean {
  if (modelIds.includes(modelId)) return true;
  const key = modelKeyOf(modelId);
  return modelIds.some((other) => modelKeyOf(other) === key);
}

/**
 * The id that stands for a model of which several are in use: the longest, which has date and version, then the first in
 * order. Alerts are known by it, so one that is open under the dated id stays so when the undated one is called as well.
 * @throws RangeError for no id.
 */
export function representativeOf(modelIds: readonly string[]): string {
  const [first, ...others] = modelIds;
  if (first === undefined) throw new RangeError('no id stands for a model');
  return others.reduce(
    (best, id) => (id.length > best.length || (id.length === best.length && id < best) ? id : best),
    first,
  );
}
