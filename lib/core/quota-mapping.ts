import { MODEL_ALIASES } from './model-aliases';
import { createModelFinder, type ModelFinder } from './model-names';
import type { MappedQuota, Mapping, Quota } from './quota';
import type { FoundationModel } from './usage';

/** The user's word on which base models spend a quota: quota code → base model ids. It beats everything else. */
export type ModelOverrides = Readonly<Record<string, readonly string[]>>;

/** `provider.model`, as base model ids are spelled. */
const BASE_MODEL_ID = /^[a-z0-9-]+\.[a-z0-9][a-z0-9.:_-]*$/i;

interface Found {
  readonly mapping: Mapping;
  readonly modelIds: readonly string[];
}

function findModels(quota: Quota, find: ModelFinder, overrides: ModelOverrides, problems: string[]): Found {
  const override = overrides[quota.quotaCode];
  if (override) return { mapping: 'override', modelIds: [...override].sort() };
  if (quota.scope === 'account') return { mapping: 'notApplicable', modelIds: [] };
  const exact = find(quota.modelLabel);
  if (exact !== null) return { mapping: 'exact', modelIds: [exact] };
  const alias = MODEL_ALIASES.get(quota.quotaCode);
  if (alias && alias.expectedName.toLowerCase() === quota.quotaName.toLowerCase()) {
    return { mapping: 'alias', modelIds: alias.modelIds };
  }
  if (alias) {
    problems.push(
      `AWS renamed ${quota.quotaCode} from "${alias.expectedName}" to "${quota.quotaName}"; its alias is not used until it is reviewed, and its new name matches no model`,
    );
  }
  return { mapping: quota.endpoint === 'mantle' ? 'notApplicable' : 'unmapped', modelIds: [] };
}

/** Overrides that can be used; each of the others is named. */
function checkOverrides(quotas: readonly Quota[], overrides: ModelOverrides, problems: string[]): ModelOverrides {
  const codes = new Set(quotas.map((quota) => quota.quotaCode));
  const usable = Object.entries(overrides).filter(([code, ids]) => {
    if (!codes.has(code))
      problems.push(
        `the model override of ${code} is not used: no inference quota of this account and Region has that code`,
      );
    else if (ids.length === 0) problems.push(`the model override of ${code} is not used: it names no model id`);
    else {
      const bad = ids.find((id) => !BASE_MODEL_ID.test(id));
      if (bad === undefined) return true;
      problems.push(
        `the model override of ${code} is not used: ${JSON.stringify(bad)} is no base model id such as anthropic.claude-sonnet-4-6`,
      );
    }
    return false;
  });
  return Object.fromEntries(usable);
}

/**
 * Joins each quota with the base models that spend it: the user's override, else the exact rule, else the reviewed
 * alias, else unmapped. Never a guess. Quotas of variants carry the base id of their model; the variant tells them apart.
 */
export function mapQuotas(
  quotas: readonly Quota[],
  models: readonly FoundationModel[],
  overrides: ModelOverrides,
): { quotas: MappedQuota[]; problems: string[] } {
  const problems: string[] = [];
  const usable = checkOverrides(quotas, overrides, problems);
  const find = createModelFinder(models);
  return { quotas: quotas.map((quota) => ({ ...quota, ...findModels(quota, find, usable, problems) })), problems };
}
