import { isNoModelQuota } from '../../errors';
import type { Evaluation } from '../../findings/evaluation';
import { toUsage } from '../../findings/tell';
import { isSpentBy } from '../../measure/spending';
import { nameModel } from '../../quotas/same-model';
import type { ModelTraffic } from '../../traffic/model-traffic';
import { type Dimension, isOfModels, type MappedQuota } from '../../vocabulary/quota';
import type { AnswerWords } from '../../words/words';
import { type ErrorText, readErrorText } from './error-text';
import type { Explanation, ExplanationInput, QuotaReadings } from './explanation';
import { chooseModel, type ExplainedModel, type ModelChoice } from './model';
import { findRemedies } from './remedies';
import type { Scene } from './scene';
import { judgeError } from './verdict';

/** The quotas that bear on an error, by what its words name; all of the model's when they name none. */
const DIMENSIONS: Partial<Record<ErrorText['kind'], readonly Dimension[]>> = {
  tokensPerDay: ['tokensPerDay', 'tokensPerMinute'],
  tokensPerMinute: ['tokensPerMinute', 'inputTokensPerMinute', 'outputTokensPerMinute'],
  requestsPerMinute: ['requestsPerMinute'],
};

/** The model's traffic, or where it would count. */
function findTraffic(
  model: ExplainedModel,
  traffic: readonly ModelTraffic[],
  now: number,
): { modelTraffic: ModelTraffic; isSeen: boolean } {
  const { endpoint, scope, baseModelId } = model;
  const seen = traffic.find(
    (modelTraffic) =>
      modelTraffic.endpoint === endpoint &&
      modelTraffic.scope === scope &&
      nameModel([baseModelId], modelTraffic.baseModelId),
  );
  if (seen) return { modelTraffic: seen, isSeen: true };
  const modelTraffic: ModelTraffic = {
    endpoint,
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

/** Joins an error about one model with the state of the account. */
export function explainOne(input: ExplanationInput): Explanation {
  const { evaluation, quotas, resolve, profiles, words } = input;
  const error = readErrorText(input.text, words);
  const choice = chooseModel({
    kind: error.kind,
    endpoint: error.endpoint ?? 'runtime',
    modelId: input.modelId,
    isRecorded: input.isRecorded ?? false,
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
