import { isNoModelQuota } from '../../errors';
import type { Evaluation } from '../../findings/evaluation';
import { toUsage } from '../../findings/tell';
import { isSpentBy } from '../../measure/spending';
import type { ModelAvailability } from '../../quotas/model-availability';
import { nameModel } from '../../quotas/same-model';
import type { ModelTraffic, ResolvedModelId } from '../../traffic/model-traffic';
import type { Cause, CauseKind, Remedy, Usage } from '../../vocabulary/finding';
import type { InferenceProfile } from '../../vocabulary/model';
import { type Dimension, isOfModels, type MappedQuota, type Scope } from '../../vocabulary/quota';
import type { AnswerWords } from '../../words/words';
import { type ErrorText, readErrorText } from './error-text';
import { chooseModel, type ExplainedModel, type ModelChoice } from './model';
import { findRemedies } from './remedies';
import type { Scene } from './scene';
import { judgeError } from './verdict';

/** What an error is explained by; the same input gives the same answer. */
export interface ExplanationInput {
  /** As the caller saw it; from outside, and not to be trusted. */
  readonly text: string;
  /** The id that was called; `null` when it is not given. Wins over one in the text. */
  readonly modelId: string | null;
  readonly quotas: readonly MappedQuota[];
  readonly profiles: readonly InferenceProfile[];
  readonly resolve: (modelId: string) => ResolvedModelId;
  readonly evaluation: Evaluation;
  /** The Region that was taken from the text. @default null: it was named otherwise */
  readonly regionOfText?: string | null;
  /** What AWS answered of the access to the model. @default null: it was not asked */
  readonly availability?: ModelAvailability | null;
  /** Of the sentences. */
  readonly words: AnswerWords;
}

/** A quota that may be meant, with the numbers of now. */
export interface QuotaReadings {
  readonly quotaCode: string;
  readonly quotaName: string;
  readonly scope: Scope;
  readonly dimension: Dimension;
  /** `null` when no use was seen. */
  readonly usage: Usage | null;
  readonly appliedValue: number;
  /** `null` when AWS did not say. */
  readonly defaultValue: number | null;
  /** `null` without use, and for a zero quota. */
  readonly utilizationPercent: number | null;
  readonly adjustable: boolean;
}

/** An error joined with the state of the account. */
export interface Explanation {
  readonly error: ErrorText;
  /** The id that was given or found, also when it resolves to nothing. */
  readonly modelId: string | null;
  readonly model: ExplainedModel | null;
  /** How the model was found, or why none was; sentences. */
  readonly notes: readonly string[];
  readonly cause: Cause;
  /** The quota that stops the caller; `null` when none does, or it cannot be told. */
  readonly quota: QuotaReadings | null;
  /** Quotas of the right kind and scope, {@link Explanation.quota} first, then the fullest. */
  readonly candidates: readonly QuotaReadings[];
  readonly remedies: readonly Remedy[];
}

/** The quotas that bear on an error, by what its words name; all of the model's when they name none. */
const DIMENSIONS: Partial<Record<ErrorText['kind'], readonly Dimension[]>> = {
  tokensPerDay: ['tokensPerDay', 'tokensPerMinute'],
  tokensPerMinute: ['tokensPerMinute'],
  requestsPerMinute: ['requestsPerMinute'],
};

/** Causes by which a quota of the account stops the caller. */
const OWN_QUOTA: ReadonlySet<CauseKind> = new Set<CauseKind>([
  'zeroQuota',
  'tokensPerMinute',
  'requestsPerMinute',
  'tokensPerDay',
  'reservation',
  'burst',
]);

/** Whether a quota of the account is what stops the caller. */
export function isOwnQuota({ cause }: Explanation): boolean {
  return OWN_QUOTA.has(cause.kind);
}

/** The model's traffic, or where it would count. */
function findTraffic(
  model: ExplainedModel,
  traffic: readonly ModelTraffic[],
  now: number,
): { modelTraffic: ModelTraffic; isSeen: boolean } {
  const { scope, baseModelId } = model;
  const seen = traffic.find(
    (modelTraffic) =>
      modelTraffic.endpoint === 'runtime' &&
      modelTraffic.scope === scope &&
      nameModel([baseModelId], modelTraffic.baseModelId),
  );
  if (seen) return { modelTraffic: seen, isSeen: true };
  const modelTraffic: ModelTraffic = {
    endpoint: 'runtime',
    scope,
    baseModelId,
    rate: null,
    callers: [],
    minutes: [],
    lookFrom: now,
    recent: [],
  };
  return { modelTraffic, isSeen: false };
}

function toReadings(quota: MappedQuota, measured: Scene['measured']): QuotaReadings {
  const measurement = measured.get(quota.quotaCode);
  return {
    quotaCode: quota.quotaCode,
    quotaName: quota.quotaName,
    scope: quota.scope,
    dimension: quota.dimension,
    usage: measurement ? toUsage(measurement.usage) : null,
    appliedValue: quota.appliedValue,
    defaultValue: quota.defaultValue,
    utilizationPercent: measurement?.utilizationPercent ?? null,
    adjustable: quota.adjustable,
  };
}

function toScene(
  error: ErrorText,
  { model, modelId }: ModelChoice,
  { evaluation, quotas, words, availability = null }: ExplanationInput,
): Scene {
  const { now, traffic, measurements, unread } = evaluation;
  const found = model && findTraffic(model, traffic, now);
  const ofModels = quotas.filter(isOfModels);
  return {
    error,
    model,
    isModelNamed: modelId !== null,
    modelTraffic: found?.isSeen ? found.modelTraffic : null,
    spent: quotas.filter((quota) => (found ? isSpentBy(quota, found.modelTraffic) : quota.scope === 'account')),
    measured: new Map(measurements.map((measurement) => [measurement.quota.quotaCode, measurement])),
    throttled:
      evaluation.found.find(
        ({ kind, scope, modelIds }) =>
          kind === 'throttled' && model !== null && scope === model.scope && nameModel(modelIds, model.baseModelId),
      ) ?? null,
    unread,
    unmapped: quotas.filter(({ mapping }) => mapping === 'unmapped'),
    zeros: evaluation.found.find(({ kind }) => kind === 'zeroQuota') ?? null,
    quotas: { total: ofModels.length, zero: ofModels.filter(({ appliedValue }) => appliedValue === 0).length },
    availability,
    now,
    words,
  };
}

function findCandidates(scene: Scene, quota: MappedQuota | null): QuotaReadings[] {
  if (isNoModelQuota(scene.error.kind)) return [];
  const dimensions = DIMENSIONS[scene.error.kind];
  const percentOf = ({ quotaCode }: MappedQuota) => scene.measured.get(quotaCode)?.utilizationPercent ?? -1;
  const isMeant = (one: MappedQuota) => one.quotaCode === quota?.quotaCode;
  return scene.spent
    .filter((one) => isMeant(one) || dimensions === undefined || dimensions.includes(one.dimension))
    .sort((a, b) => Number(isMeant(b)) - Number(isMeant(a)) || percentOf(b) - percentOf(a))
    .map((one) => toReadings(one, scene.measured));
}

/** That the numbers are of another account than the text. */
function noteAccount({ accountId }: ErrorText, evaluation: Evaluation, words: AnswerWords): string[] {
  const here = evaluation.accountId;
  if (accountId === null || here === null || accountId === here) return [];
  return [words.explain.model.otherAccount(accountId, here)];
}

/** Joins an error with the state of the account: which limit it means, the evidence, and what to do. */
export function explainError(input: ExplanationInput): Explanation {
  const { evaluation, quotas, resolve, profiles, words } = input;
  const error = readErrorText(input.text, words);
  const choice = chooseModel({
    kind: error.kind,
    modelId: input.modelId,
    textModelId: error.modelId,
    resolve,
    quotas,
    evaluation,
    words,
  });
  const scene = toScene(error, choice, input);
  const verdict = judgeError(scene);
  const { region, measurements, openRequests } = evaluation;
  return {
    error,
    modelId: choice.modelId,
    model: choice.model,
    notes: [
      ...choice.notes,
      ...(input.regionOfText ? [words.explain.model.regionOfText(input.regionOfText)] : []),
      ...noteAccount(error, evaluation, words),
    ],
    cause: verdict.cause,
    quota: verdict.quota && toReadings(verdict.quota, scene.measured),
    candidates: findCandidates(scene, verdict.quota),
    remedies: findRemedies(verdict, scene, choice, {
      region,
      quotas,
      measurements,
      profiles,
      resolve,
      openRequests,
      words,
    }),
  };
}
