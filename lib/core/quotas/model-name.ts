import type { FoundationModel } from '../vocabulary/model';
import { isCallable } from './model-id';

/** Reduced name → ids of the callable models that it names. More than one id: the name is ambiguous. */
export type ModelNameIndex = ReadonlyMap<string, readonly string[]>;

const INITIAL_VERSIONS: readonly string[] = ['0', '1'];

/**
 * A name as it is compared: letters and digits only, `+` read as "plus" (Command R+), and numbers kept apart, so that
 * "Llama 3.2 1B" stays another name than "Llama 3 21B".
 */
export function reduceName(name: string): string {
  const parts =
    name
      .toLowerCase()
      .replaceAll('+', ' plus ')
      .match(/[a-z0-9]+/g) ?? [];
  return parts.reduce((whole, part) => (/\d$/.test(whole) && /^\d/.test(part) ? `${whole}.${part}` : whole + part), '');
}

/**
 * An id without provider, date (eight digits) and version; versions from v2 on stay, for they tell models apart.
 * `-1:0` is a version (gpt-oss-120b-1:0), but not after another one: rerank-v3-5:0 is 3.5, not a release of v3.
 */
export function splitId(id: string): { name: string; version: string | null; revision: string | null } {
  const tail = id.slice(id.indexOf('.') + 1);
  const [, name = tail, version, revision = null] =
    /^(.+?)(?:-\d{8})?(?:-v(\d+)(?::(\d+))?|(?<!-v\d+)-\d+:\d+)?$/.exec(tail) ?? [];
  if (version === undefined) return { name, version: null, revision: null };
  return INITIAL_VERSIONS.includes(version)
    ? { name, version, revision }
    : { name: `${name}-v${version}`, version: null, revision: null };
}

/** "Mistral AI" is also spelled "Mistral", "Writer" also "Writer AI", "AI21 Labs" also "AI21". */
export function spellingsOf(provider: string): string[] {
  const short = provider.replace(/ (?:AI|Labs)$/i, '');
  return [provider, short, `${short} AI`, `${short} Labs`];
}

/** Every reduced name by which the exact rule knows a model. */
function reducedNamesOf(model: FoundationModel): ReadonlySet<string> {
  const { name, version, revision } = splitId(model.id);
  const plain = [model.name, name].filter((one) => reduceName(one) !== '');
  const full = spellingsOf(model.provider).flatMap((provider) => plain.map((one) => `${provider} ${one}`));
  const names = [...plain, ...full];
  // "Rerank 1.0" is a way to write rerank-v1:0, "Nova Reel 1.1" one to write nova-reel-v1:1.
  const versioned =
    version === null ? [] : names.flatMap((one) => [`${one} V${version}`, `${one} ${version}.${revision ?? 0}`]);
  return new Set([...names, ...versioned].map(reduceName));
}

/** Indexes the callable models by every name that is exactly theirs. */
export function indexByName(models: readonly FoundationModel[]): ModelNameIndex {
  const index = new Map<string, string[]>();
  for (const model of models.filter(isCallable)) {
    for (const name of reducedNamesOf(model)) {
      const ids = index.get(name) ?? [];
      if (!ids.includes(model.id)) index.set(name, [...ids, model.id].sort());
    }
  }
  return index;
}
