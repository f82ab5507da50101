import type { FoundationModel } from '../vocabulary/model';
import type { Quota } from '../vocabulary/quota';
import { readSettings, type SettingsPlace } from '../vocabulary/settings';
import { type Statement, toStatement } from '../vocabulary/statement';
import { KNOWN_MODELS } from './known-models';
import { isContextVariant, isProfilePrefix, providerPrefixes } from './model-id';

/** Quota code → base model ids, as a user gives them. */
export type ModelOverrides = Readonly<Record<string, readonly string[]>>;

/** Whether an id can be a base model id: known, or `provider.model`, so no profile id, ARN or context variant. */
function isBaseModelId(id: string, known: ReadonlySet<string>, providers: ReadonlySet<string>): boolean {
  if (known.has(id)) return !isContextVariant(id);
  const [, first = '', second = ''] = /^([a-z0-9-]+)\.([a-z0-9][^.]*)[\w.:-]*$/i.exec(id) ?? [];
  return (
    first !== '' && !isProfilePrefix(first) && !providers.has(second) && !isContextVariant(id) && /^[\w.:-]+$/.test(id)
  );
}

function complaintOf(
  quotaCode: string,
  quota: Quota | undefined,
  ids: readonly string[],
  invalid: readonly string[],
): Statement | null {
  if (!quota) return toStatement('overridesNothing', quotaCode);
  if (quota.scope === 'account') return toStatement('overridesAll', quotaCode);
  if (ids.length === 0) return toStatement('overrideEmpty', quotaCode);
  if (invalid.length === 0) return null;
  return toStatement('overrideInvalid', quotaCode, invalid.map((id) => `"${id}"`).join(', '));
}

/** The overrides that hold, ids sorted and once each; `problems` names those that do not, and why. */
export function readOverrides(
  overrides: ModelOverrides,
  { quotas, models }: { readonly quotas: readonly Quota[]; readonly models: readonly FoundationModel[] },
): { byCode: ReadonlyMap<string, readonly string[]>; problems: Statement[] } {
  const quotaByCode = new Map(quotas.map((quota) => [quota.quotaCode, quota]));
  const known = new Set(models.map(({ id }) => id));
  const providers = providerPrefixes(models);
  const byCode = new Map<string, readonly string[]>();
  const problems: Statement[] = [];
  for (const [quotaCode, ids] of Object.entries(overrides)) {
    const invalid = ids.filter((id) => !isBaseModelId(id, known, providers));
    const complaint = complaintOf(quotaCode, quotaByCode.get(quotaCode), ids, invalid);
    if (complaint === null) byCode.set(quotaCode, [...new Set(ids)].sort());
    else problems.push(complaint);
  }
  return { byCode, problems };
}

const QUOTA_CODE = /^L-[0-9A-F]{8}$/;

/**
 * Reads overrides that a person wrote: an object, or its JSON. `place` begins the complaint.
 * Whether the codes exist is known to `readOverrides` only, for it has the quotas.
 * @throws Error that says what is wrong, what was given and what is allowed.
 */
export function parseModelOverrides(given: unknown, where: SettingsPlace): ModelOverrides {
  const { place, words } = where;
  const { needs } = words;
  const refuse = (what: string, got: unknown, need: string): never => {
    throw new Error(words.is(what, `${JSON.stringify(got)}`, need));
  };
  const known = new Set(KNOWN_MODELS.map(({ id }) => id));
  const providers = providerPrefixes(KNOWN_MODELS);
  const overrides: Record<string, readonly string[]> = {};
  for (const [code, ids] of readSettings(given, where, needs.overrides)) {
    if (!QUOTA_CODE.test(code)) refuse(words.keyOf(place), code, needs.quotaCode);
    const list = `${place}, ${code},`;
    if (!Array.isArray(ids) || ids.length === 0) return refuse(list, ids, needs.modelIds);
    for (const id of ids) {
      const isSound = typeof id === 'string' && isBaseModelId(id, known, providers);
      if (!isSound) refuse(words.idOf(list), id, needs.modelId);
    }
    overrides[code] = ids;
  }
  return overrides;
}
