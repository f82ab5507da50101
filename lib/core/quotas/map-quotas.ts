import type { FoundationModel } from '../vocabulary/model';
import type { MappedQuota, Quota } from '../vocabulary/quota';
import { type Statement, toStatement } from '../vocabulary/statement';
import type { UnmappedWords } from '../words/unmapped';
import { MODEL_ALIASES, type ModelAlias } from './model-aliases';
import { isCallable } from './model-id';
import { indexByName, type ModelNameIndex, reduceName } from './model-name';
import { type ModelOverrides, readOverrides } from './model-overrides';
import { formatQuotaName } from './quota-name';
import { isRetired } from './retired-models';
import { modelKeyOf, nameModel } from './same-model';
import { spellUnmapped, type UnmappedReason } from './unmapped-reason';

/** What the rules say of one quota. */
interface Verdict extends Pick<MappedQuota, 'modelIds' | 'mapping'> {
  /** Why no model is certain; `null` when one is, or when none applies. */
  readonly reason: UnmappedReason | null;
  /** Set when name and alias do not agree. */
  readonly problem: Statement | null;
}

/** What quotas are judged by. */
interface Rules {
  readonly index: ModelNameIndex;
  /** Model → its callable ids, sorted. */
  readonly idsByModel: ReadonlyMap<string, readonly string[]>;
}

function toAliasesByCode(): ReadonlyMap<string, readonly ModelAlias[]> {
  const byCode = new Map<string, ModelAlias[]>();
  for (const alias of MODEL_ALIASES) byCode.set(alias.quotaCode, [...(byCode.get(alias.quotaCode) ?? []), alias]);
  return byCode;
}

const ALIASES_BY_CODE = toAliasesByCode();

function toRules(models: readonly FoundationModel[]): Rules {
  return { index: indexByName(models), idsByModel: indexByModel(models) };
}

function indexByModel(models: readonly FoundationModel[]): ReadonlyMap<string, readonly string[]> {
  const byModel = new Map<string, string[]>();
  for (const { id } of models.filter(isCallable)) {
    byModel.set(modelKeyOf(id), [...(byModel.get(modelKeyOf(id)) ?? []), id].sort());
  }
  return byModel;
}

/** All ids of the models that some ids name: whoever calls by any of them spends the quota. */
function withAllIds(modelIds: readonly string[], { idsByModel }: Rules): string[] {
  return [...new Set(modelIds.flatMap((id) => [id, ...(idsByModel.get(modelKeyOf(id)) ?? [])]))].sort();
}

/** The alias reviewed for what the quota is called now, in any case of letters; and whether all its aliases tripped. */
function findAlias(quota: Quota): { alias: ModelAlias | null; tripped: readonly ModelAlias[] } {
  const aliases = ALIASES_BY_CODE.get(quota.quotaCode) ?? [];
  const name = formatQuotaName(quota).toLowerCase();
  const alias = aliases.find(({ expectedName }) => expectedName.toLowerCase() === name) ?? null;
  return { alias, tripped: alias === null ? aliases : [] };
}

function toReviewed(tripped: readonly ModelAlias[]): string[] {
  return tripped.map(({ expectedName }) => `"${expectedName}"`);
}

function toTripProblem({ quotaCode, quotaName }: Quota, tripped: readonly ModelAlias[]): Statement {
  return toStatement('aliasTripped', quotaCode, toReviewed(tripped), quotaName);
}

/** Judges a label that names exactly one model, by whatever ids. A reviewed alias of the code that says another one wins, aloud. */
function judgeNamed(quota: Quota, modelId: string, rules: Rules): Verdict {
  const { alias, tripped } = findAlias(quota);
  if (alias && !nameModel(alias.modelIds, modelId)) {
    const { quotaCode, quotaName } = quota;
    const problem = toStatement('reviewedOtherwise', quotaCode, quotaName, alias.modelIds.join(', '), modelId);
    return { modelIds: withAllIds(alias.modelIds, rules), mapping: 'alias', reason: null, problem };
  }
  const isNews = tripped.length > 0 && !tripped.some(({ modelIds }) => nameModel(modelIds, modelId));
  return {
    modelIds: withAllIds([modelId], rules),
    mapping: 'exact',
    reason: null,
    problem: isNews ? toTripProblem(quota, tripped) : null,
  };
}

function judge(quota: Quota, rules: Rules): Verdict {
  if (quota.scope === 'account') return { modelIds: [], mapping: 'notApplicable', reason: null, problem: null };
  if (quota.isNewKind)
    return { modelIds: [], mapping: 'unmapped', reason: { fitting: [], reviewed: [], isNewKind: true }, problem: null };
  const named = rules.index.get(reduceName(quota.modelLabel)) ?? [];
  const [first, ...others] = named;
  if (first !== undefined && others.every((id) => nameModel([first], id))) return judgeNamed(quota, first, rules);
  const { alias, tripped } = findAlias(quota);
  if (alias) return { modelIds: withAllIds(alias.modelIds, rules), mapping: 'alias', reason: null, problem: null };
  const problem = tripped.length > 0 ? toTripProblem(quota, tripped) : null;
  const isGone = named.length === 0 && isRetired(quota.modelLabel);
  const reason: UnmappedReason = {
    fitting: named,
    reviewed: toReviewed(tripped),
    ...(isGone ? { isRetired: true } : {}),
  };
  return { modelIds: [], mapping: isGone ? 'notApplicable' : 'unmapped', reason, problem };
}

/** Calls at the same time have several quotas of a model, by ways of calling that their names alone tell apart. */
function isCompared({ mapping, dimension }: MappedQuota): boolean {
  return (mapping === 'exact' || mapping === 'alias') && dimension !== 'concurrentRequests';
}

/**
 * Quotas that by their names count the very same traffic. AWS has misnamed rows before (in 2024 L-2DC80978, requests
 * per minute, was called tokens per minute like L-8CE99163), and a row renamed to another model shows here too.
 */
function findDoubles(quotas: readonly MappedQuota[]): Statement[] {
  const byClaim = new Map<string, MappedQuota[]>();
  for (const quota of quotas.filter(isCompared)) {
    const { endpoint, scope, dimension, variant, modelIds } = quota;
    const claim = [endpoint, scope, dimension, variant, ...modelIds].join(' ');
    byClaim.set(claim, [...(byClaim.get(claim) ?? []), quota]);
  }
  return [...byClaim.values()]
    .filter(({ length }) => length > 1)
    .map((doubles) =>
      toStatement(
        'doubles',
        doubles.map(({ quotaCode, quotaName }) => `${quotaCode} ("${quotaName}")`),
      ),
    );
}

/**
 * Joins quotas with the base models that spend them: the user's override, else the one model that the label names
 * exactly, else the reviewed alias, else unmapped; never a guess. `models` is the live list merged with the known one.
 * Problems name overrides and aliases that do not hold, and quotas that claim the same calls.
 */
export function mapQuotas(
  quotas: readonly Quota[],
  models: readonly FoundationModel[],
  overrides: ModelOverrides,
): { quotas: MappedQuota[]; problems: Statement[] } {
  const { byCode, problems } = readOverrides(overrides, { quotas, models });
  const rules = toRules(models);
  const mapped = quotas.map((quota): MappedQuota => {
    const override = byCode.get(quota.quotaCode);
    if (override) return { ...quota, modelIds: override, mapping: 'override' };
    const { modelIds, mapping, problem } = judge(quota, rules);
    if (problem !== null) problems.push(problem);
    return { ...quota, modelIds, mapping };
  });
  return { quotas: mapped, problems: [...problems, ...findDoubles(mapped)] };
}

/** Why each quota without a model is so: quota code → a clause. Give it the whole list that {@link mapQuotas} gave. */
export function explainUnmapped(
  quotas: readonly MappedQuota[],
  models: readonly FoundationModel[],
  words: UnmappedWords,
): ReadonlyMap<string, string> {
  const rules = toRules(models);
  return new Map(
    quotas.flatMap((quota): (readonly [string, string])[] => {
      if (quota.mapping !== 'unmapped' && quota.mapping !== 'notApplicable') return [];
      const { reason } = judge(quota, rules);
      if (reason === null && quota.mapping === 'notApplicable') return [];
      return [[quota.quotaCode, spellUnmapped(reason, words)]];
    }),
  );
}
