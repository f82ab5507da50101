import { MODEL_ALIASES } from './model-aliases';
import { isCallable, isContextVariant, providerPrefixes } from './model-catalog';
import type { MappedQuota, Mapping, Quota } from './quota';
import type { FoundationModel } from './usage';

type ModelsOf = Pick<MappedQuota, 'modelIds' | 'mapping'>;

const ALIASES = new Map(MODEL_ALIASES.map((alias) => [alias.quotaCode, alias]));
const INITIAL_VERSIONS: readonly string[] = ['0', '1'];

/**
 * A name as it is compared: letters and digits only, `+` read as "plus" (Command R+), and numbers kept apart, so that
 * "Llama 3.2 1B" stays another name than "Llama 3 21B".
 */
function reduceName(name: string): string {
  const parts =
    name
      .toLowerCase()
      .replaceAll('+', ' plus ')
      .match(/[a-z0-9]+/g) ?? [];
  return parts.reduce((whole, part) => (/\d$/.test(whole) && /^\d/.test(part) ? `${whole}.${part}` : whole + part), '');
}

/** An id without provider, date (eight digits) and version; versions from v2 on stay, for they tell models apart. */
function splitId(id: string): { name: string; version: string | null } {
  const tail = id.slice(id.indexOf('.') + 1);
  const [, name = tail, version] = /^(.+?)(?:-\d{8})?(?:-v(\d+)(?::\d+)?|-\d+:\d+)?$/.exec(tail) ?? [];
  if (version === undefined) return { name, version: null };
  return INITIAL_VERSIONS.includes(version) ? { name, version } : { name: `${name}-v${version}`, version: null };
}

/** "Mistral AI" is also spelled "Mistral", "Writer" also "Writer AI", "AI21 Labs" also "AI21". */
function spellingsOf(provider: string): string[] {
  const short = provider.replace(/ (?:AI|Labs)$/i, '');
  return [provider, short, `${short} AI`, `${short} Labs`];
}

/** Every reduced name by which the exact rule knows a model. */
function reducedNamesOf(model: FoundationModel): ReadonlySet<string> {
  const { name, version } = splitId(model.id);
  const plain = [model.name, name].filter((one) => reduceName(one) !== '');
  const full = spellingsOf(model.provider).flatMap((provider) => plain.map((one) => `${provider} ${one}`));
  const names = [...plain, ...full];
  const versioned = version === null ? [] : names.map((one) => `${one} V${version}`);
  return new Set([...names, ...versioned].map(reduceName));
}

function indexByName(models: readonly FoundationModel[]): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const model of models.filter(isCallable)) {
    for (const name of reducedNamesOf(model)) {
      const ids = index.get(name);
      if (ids) ids.add(model.id);
      else index.set(name, new Set([model.id]));
    }
  }
  return index;
}

/** Whether an id can be a base model id: known, or `provider.model`, so no profile id, ARN or context variant. */
function isBaseModelId(id: string, known: ReadonlySet<string>, providers: ReadonlySet<string>): boolean {
  if (known.has(id)) return !isContextVariant(id);
  const [, first = '', second = ''] = /^([a-z0-9-]+)\.([a-z0-9][^.]*)[\w.:-]*$/i.exec(id) ?? [];
  return first !== '' && first !== 'global' && !providers.has(second) && !isContextVariant(id) && /^[\w.:-]+$/.test(id);
}

function readOverrides(
  overrides: Readonly<Record<string, readonly string[]>>,
  quotas: readonly Quota[],
  models: readonly FoundationModel[],
  problems: string[],
): ReadonlyMap<string, readonly string[]> {
  const byCode = new Map(quotas.map((quota) => [quota.quotaCode, quota]));
  const known = new Set(models.map(({ id }) => id));
  const providers = providerPrefixes(models);
  const valid = new Map<string, readonly string[]>();
  for (const [quotaCode, ids] of Object.entries(overrides)) {
    const quota = byCode.get(quotaCode);
    const invalid = ids.filter((id) => !isBaseModelId(id, known, providers));
    if (!quota) {
      problems.push(`The override of ${quotaCode} names no inference quota of this account and Region.`);
    } else if (quota.scope === 'account') {
      problems.push(`The override of ${quotaCode} is ignored: the quota counts every model of the account.`);
    } else if (ids.length === 0) {
      problems.push(`The override of ${quotaCode} lists no model, so it is ignored.`);
    } else if (invalid.length > 0) {
      problems.push(`The override of ${quotaCode} is ignored: no base model id is ${invalid.join(', ')}.`);
    } else {
      valid.set(quotaCode, [...new Set(ids)].sort());
    }
  }
  return valid;
}

/** The alias of a quota while its name is the reviewed one; says so when a renamed quota changes models by it. */
function aliasOf(quota: Quota, exact: string | null, problems: string[]): readonly string[] | null {
  const alias = ALIASES.get(quota.quotaCode);
  if (!alias) return null;
  if (alias.expectedName.toLowerCase() === quota.quotaName.trim().toLowerCase()) return alias.modelIds;
  if (exact === null || !alias.modelIds.includes(exact)) {
    problems.push(
      `The alias of ${quota.quotaCode} tripped: it was reviewed for "${alias.expectedName}" and the quota is now ` +
        `"${quota.quotaName}", so the mapping fell back to the name.`,
    );
  }
  return null;
}

function modelsOf(quota: Quota, index: ReadonlyMap<string, ReadonlySet<string>>, problems: string[]): ModelsOf {
  if (quota.scope === 'account') return { modelIds: [], mapping: 'notApplicable' };
  const [exact = null, ...others] = index.get(reduceName(quota.modelLabel)) ?? [];
  const single = others.length === 0 ? exact : null;
  const alias = aliasOf(quota, single, problems);
  if (single !== null) return { modelIds: [single], mapping: 'exact' };
  if (alias !== null) return { modelIds: alias, mapping: 'alias' };
  const mapping: Mapping = quota.endpoint === 'mantle' ? 'notApplicable' : 'unmapped';
  return { modelIds: [], mapping };
}

/**
 * Joins quotas with the base models that spend them: the user's override, else the one model that the label names
 * exactly, else the reviewed alias, else unmapped; never a guess. `models` is the live list merged with the known one;
 * `overrides` is quota code → base model ids. Problems name overrides and aliases that do not hold.
 */
export function mapQuotas(
  quotas: readonly Quota[],
  models: readonly FoundationModel[],
  overrides: Readonly<Record<string, readonly string[]>>,
): { quotas: MappedQuota[]; problems: string[] } {
  const problems: string[] = [];
  const index = indexByName(models);
  const overrideByCode = readOverrides(overrides, quotas, models, problems);
  const mapped = quotas.map((quota): MappedQuota => {
    const override = overrideByCode.get(quota.quotaCode);
    if (override) return { ...quota, modelIds: override, mapping: 'override' };
    return { ...quota, ...modelsOf(quota, index, problems) };
  });
  return { quotas: mapped, problems };
}
