import { KNOWN_MODELS } from './model-catalog';
import { isContextVariant, isProfilePrefix, providerPrefixes } from './model-id';
import type { Quota } from './quota';
import type { FoundationModel } from './usage';

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

function complaintOf(quotaCode: string, quota: Quota | undefined, ids: readonly string[], invalid: readonly string[]) {
  if (!quota) return `The override of ${quotaCode} names no inference quota of this account and Region.`;
  if (quota.scope === 'account') {
    return `The override of ${quotaCode} is ignored: the quota counts every model of the account.`;
  }
  if (ids.length === 0) return `The override of ${quotaCode} lists no model, so it is ignored.`;
  if (invalid.length === 0) return null;
  return (
    `The override of ${quotaCode} is ignored: no base model id is ${invalid.map((id) => `"${id}"`).join(', ')}; ` +
    'give ids as ListFoundationModels has them, without us., global. or an ARN.'
  );
}

/** The overrides that hold, ids sorted and once each; `problems` names those that do not, and why. */
export function readOverrides(
  overrides: ModelOverrides,
  { quotas, models }: { readonly quotas: readonly Quota[]; readonly models: readonly FoundationModel[] },
): { byCode: ReadonlyMap<string, readonly string[]>; problems: string[] } {
  const quotaByCode = new Map(quotas.map((quota) => [quota.quotaCode, quota]));
  const known = new Set(models.map(({ id }) => id));
  const providers = providerPrefixes(models);
  const byCode = new Map<string, readonly string[]>();
  const problems: string[] = [];
  for (const [quotaCode, ids] of Object.entries(overrides)) {
    const invalid = ids.filter((id) => !isBaseModelId(id, known, providers));
    const complaint = complaintOf(quotaCode, quotaByCode.get(quotaCode), ids, invalid);
    if (complaint === null) byCode.set(quotaCode, [...new Set(ids)].sort());
    else problems.push(complaint);
  }
  return { byCode, problems };
}

const QUOTA_CODE = /^L-[0-9A-F]{8}$/;
const ALLOWED = 'an object of quota codes and lists of base model ids such as {"L-F4DDD3EB":["amazon.nova-pro-v1:0"]}';

function refuse(what: string, got: unknown, allowed: string): never {
  throw new Error(`${what} is ${JSON.stringify(got)}; ${allowed} is needed`);
}

/**
 * Reads overrides that a person wrote: an object, or its JSON. `place` begins the complaint: `context modelOverrides`.
 * Whether the codes exist is known to {@link readOverrides} only, for it has the quotas.
 * @throws Error that says what is wrong, what was given and what is allowed.
 */
export function parseModelOverrides(given: unknown, place: string): ModelOverrides {
  const value = typeof given === 'string' ? parseJson(given, place) : given;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(place, value, ALLOWED);
  const known = new Set(KNOWN_MODELS.map(({ id }) => id));
  const providers = providerPrefixes(KNOWN_MODELS);
  const overrides: Record<string, readonly string[]> = {};
  for (const [code, ids] of Object.entries(value)) {
    if (!QUOTA_CODE.test(code)) refuse(`a key of ${place}`, code, 'a quota code such as L-F4DDD3EB');
    const list = `${place}, ${code},`;
    if (!Array.isArray(ids) || ids.length === 0) return refuse(list, ids, 'a list of base model ids');
    for (const id of ids) {
      if (typeof id === 'string' && isBaseModelId(id, known, providers)) continue;
      refuse(
        `an id of ${list}`,
        id,
        'a base model id (as list-foundation-models has it, without us., global. or an ARN)',
      );
    }
    overrides[code] = ids;
  }
  return overrides;
}

function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${place} is ${JSON.stringify(text)}, which is no JSON; ${ALLOWED} is needed`, { cause });
  }
}
