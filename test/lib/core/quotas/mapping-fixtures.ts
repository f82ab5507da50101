import { KNOWN_MODELS } from '../../../../lib/core/quotas/known-models';
import { mapQuotas } from '../../../../lib/core/quotas/map-quotas';
import { parseQuotaName } from '../../../../lib/core/quotas/quota-name';
import type { FoundationModel } from '../../../../lib/core/vocabulary/model';
import type { Quota } from '../../../../lib/core/vocabulary/quota';
import { spellStatement } from '../../../../lib/core/vocabulary/statement';
import { EN } from '../../../../lib/language/en';

/** A quota of a name, by default of a code without alias. */
export function quotaOf(quotaName: string, quotaCode = 'L-00000001'): Quota {
  const parsed = parseQuotaName(quotaName);
  if (!parsed) throw new Error(`${quotaName} is no inference quota`);
  return { quotaCode, quotaName, ...parsed, appliedValue: 1, defaultValue: null, adjustable: false };
}

/** The on-demand tokens per minute of a label. */
export function onDemand(label: string, quotaCode?: string): Quota {
  return quotaOf(`On-demand model inference tokens per minute for ${label}`, quotaCode);
}

/** A model as `list-foundation-models` gives it. */
export function model(id: string, name: string, provider: string, ...inferenceTypes: string[]): FoundationModel {
  return { id, name, provider, inferenceTypes };
}

/** What the mapping says of one quota alone. */
export function mapOne(one: Quota, models = KNOWN_MODELS, overrides: Readonly<Record<string, readonly string[]>> = {}) {
  const { quotas, problems } = mapQuotas([one], models, overrides);
  const { mapping, modelIds } = quotas[0] ?? {};
  return { mapping, modelIds, problems: problems.map((problem) => spellStatement(problem, EN)) };
}
