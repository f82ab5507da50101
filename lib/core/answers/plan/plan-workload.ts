import { desiredValueOf, findSibling } from '../../findings/remedies';
import { nameModel } from '../../quotas/same-model';
import { type BurndownRates, burndownOf } from '../../traffic/burndown';
import { maxOutputOf } from '../../traffic/max-output';
import type { CallScope } from '../../traffic/model-traffic';
import type { Dimension, Endpoint, MappedQuota, Scope } from '../../vocabulary/quota';
import { MINUTES_PER_DAY } from '../../vocabulary/time';

/** What an application would do, in the mean. */
export interface Workload {
  readonly requestsPerMinute: number;
  /** Tokens a request. */
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** `null`: unset, so that the model's largest output is reserved. */
  readonly maxTokens: number | null;
}

/** The quota of a scope that a workload meets first. */
export interface PlannedLimit {
  readonly scope: Scope;
  readonly quotaCode: string;
  readonly dimension: Dimension;
  readonly appliedValue: number;
  /**
   * Requests a minute that it carries, though all of a minute were reserved at once; daily quotas: spread over the day.
   * `null`: it hangs on a rate or a reservation that is not known.
   */
  readonly largestRequestsPerMinute: number | null;
}

/** What a workload comes to, and what carries it. */
export interface WorkloadPlan {
  readonly model: string;
  readonly workload: Workload;
  /** Quota tokens per output token; `null`: not known, and so is what hangs on it. */
  readonly burndownRate: number | null;
  /** What a minute comes to in the end: input + output × burndown. */
  readonly settledTokensPerMinute: number | null;
  /** What a minute reserves if all its calls run at once: input + max_tokens; `null`: the largest output is not known. */
  readonly reservedTokensPerMinute: number | null;
  /** Of the scope that the model was named in. */
  readonly binding: PlannedLimit | null;
  /** Of each scope that has a quota, that of the binding first. */
  readonly scopes: readonly PlannedLimit[];
  /** What to ask for so that the binding carries the workload; `null`: it does, or no request reaches it. */
  readonly ask: { readonly quotaCode: string; readonly value: number } | null;
}

/** What a plan looks at. */
export interface PlanQuestion {
  /** As it was given. */
  readonly model: string;
  readonly baseModelId: string;
  readonly scope: CallScope;
  readonly workload: Workload;
  readonly quotas: readonly MappedQuota[];
  /** The user's own rates. */
  readonly burndownRates: BurndownRates;
}

/** Tokens of one request as a quota counts them; `null`: not known. */
interface RequestTokens {
  readonly settled: number | null;
  readonly reserved: number | null;
}

function tokensOf({ workload, baseModelId, burndownRates }: PlanQuestion, endpoint: Endpoint): RequestTokens {
  const { inputTokens, outputTokens, maxTokens } = workload;
  const burndown = burndownOf(baseModelId, burndownRates);
  const rate = endpoint === 'mantle' ? 1 : burndown.kind === 'known' ? burndown.rate : null;
  const largest = maxTokens ?? maxOutputOf(baseModelId);
  return {
    settled: rate === null ? null : inputTokens + outputTokens * rate,
    reserved: largest === null ? null : inputTokens + largest,
  };
}

/** AWS raises a per-model daily row for cross-Region calls. */
const CROSS_REGION_DAILY_FACTOR = 2;

/** Requests a minute that a quota carries. */
function largestOf(quota: MappedQuota, scope: CallScope, question: PlanQuestion): number | null {
  const { dimension, appliedValue } = quota;
  const { settled, reserved } = tokensOf(question, quota.endpoint);
  const carried = (tokens: number | null) => (tokens === null ? null : Math.floor(appliedValue / Math.max(1, tokens)));
  if (appliedValue === 0) return 0;
  switch (dimension) {
    case 'requestsPerMinute':
      return appliedValue;
    case 'tokensPerDay': {
      const factor = quota.scope === 'model' && scope === 'crossRegion' ? CROSS_REGION_DAILY_FACTOR : 1;
      return settled === null ? null : Math.floor((appliedValue * factor) / MINUTES_PER_DAY / Math.max(1, settled));
    }
    case 'inputTokensPerMinute':
      return carried(quota.endpoint === 'mantle' ? reserved : question.workload.inputTokens);
    case 'outputTokensPerMinute':
      return carried(question.workload.outputTokens);
    default:
      return settled === null || reserved === null ? null : carried(Math.max(settled, reserved));
  }
}

/** Quotas that calls of a model in a scope spend. */
function quotasOf(scope: CallScope, endpoint: Endpoint, { quotas, baseModelId }: PlanQuestion): MappedQuota[] {
  return quotas.filter(
    (quota) =>
      quota.endpoint === endpoint &&
      quota.variant === null &&
      quota.dimension !== 'concurrentRequests' &&
      (quota.scope === 'account' ||
        (nameModel(quota.modelIds, baseModelId) &&
          (quota.scope === scope || (quota.scope === 'model' && scope !== 'globalCrossRegion')))),
  );
}

/** A limit that is not known may be the first of all: it comes before those that are. */
function byFirst(a: PlannedLimit, b: PlannedLimit): number {
  return (a.largestRequestsPerMinute ?? -1) - (b.largestRequestsPerMinute ?? -1);
}

/** The quota that binds first in a scope; `null`: no quota of the model is for it. */
function bindingOf(scope: CallScope, endpoint: Endpoint, question: PlanQuestion): PlannedLimit | null {
  const spent = quotasOf(scope, endpoint, question);
  if (!spent.some((quota) => quota.scope === scope)) return null;
  const limits = spent.map(
    (quota): PlannedLimit => ({
      scope: quota.scope === 'account' || quota.scope === 'model' ? scope : quota.scope,
      quotaCode: quota.quotaCode,
      dimension: quota.dimension,
      appliedValue: quota.appliedValue,
      largestRequestsPerMinute: largestOf(quota, scope, question),
    }),
  );
  return limits.sort(byFirst)[0] ?? null;
}

const PLACES: readonly (readonly [CallScope, Endpoint])[] = [
  ['onDemand', 'runtime'],
  ['crossRegion', 'runtime'],
  ['globalCrossRegion', 'runtime'],
  ['onDemand', 'mantle'],
];

/** What a quota must be worth for a workload, in its own unit; `null`: not known. */
function neededOf(quota: MappedQuota, question: PlanQuestion): number | null {
  const { requestsPerMinute, inputTokens, outputTokens } = question.workload;
  const { settled, reserved } = tokensOf(question, quota.endpoint);
  const perRequest = {
    requestsPerMinute: 1,
    tokensPerMinute: settled === null || reserved === null ? null : Math.max(settled, reserved),
    tokensPerDay: settled === null ? null : settled * MINUTES_PER_DAY,
    inputTokensPerMinute: quota.endpoint === 'mantle' ? reserved : inputTokens,
    outputTokensPerMinute: outputTokens,
    concurrentRequests: null,
  }[quota.dimension];
  return perRequest === null ? null : perRequest * requestsPerMinute;
}

/** The request that lets the binding carry the workload: of itself, or of the sibling that is AWS's door to it. */
function askFor(binding: PlannedLimit | null, question: PlanQuestion): WorkloadPlan['ask'] {
  const { quotas, workload } = question;
  const quota = quotas.find(({ quotaCode }) => quotaCode === binding?.quotaCode);
  if (!quota || isCarried({ binding, workload })) return null;
  const asked = quota.adjustable ? quota : findSibling(quota, quotas);
  const needed = asked && neededOf(asked, question);
  return asked && needed !== null && needed !== undefined
    ? { quotaCode: asked.quotaCode, value: desiredValueOf(asked, needed) }
    : null;
}

/** Holds a workload against the quotas of a model, scope by scope. */
export function planWorkload(question: PlanQuestion): WorkloadPlan {
  const { model, baseModelId, scope, workload, burndownRates } = question;
  const burndown = burndownOf(baseModelId, burndownRates);
  const { settled, reserved } = tokensOf(question, 'runtime');
  const all = PLACES.map(([called, endpoint]) => ({ called, endpoint, limit: bindingOf(called, endpoint, question) }));
  const main = all.find(({ called, endpoint }) => called === scope && endpoint === 'runtime')?.limit ?? null;
  const times = (tokens: number | null) => (tokens === null ? null : tokens * workload.requestsPerMinute);
  return {
    model,
    workload,
    burndownRate: burndown.kind === 'known' ? burndown.rate : null,
    settledTokensPerMinute: times(settled),
    reservedTokensPerMinute: times(reserved),
    binding: main,
    scopes: [...(main ? [main] : []), ...all.flatMap(({ limit }) => (limit && limit !== main ? [limit] : []))],
    ask: askFor(main, question),
  };
}

/** Whether the binding quota carries a workload; `null`: it cannot be told. */
export function isCarried({ binding, workload }: Pick<WorkloadPlan, 'binding' | 'workload'>): boolean | null {
  if (!binding || binding.largestRequestsPerMinute === null) return null;
  return binding.largestRequestsPerMinute >= workload.requestsPerMinute;
}
