import { type ErrorKind, hangsOnModel, isOfModelQuota } from '../../errors';
import type { Evaluation } from '../../findings/evaluation';
import { nameModel } from '../../quotas/same-model';
import type { CallScope, ModelTraffic, ResolvedModelId } from '../../traffic/model-traffic';
import type { Remedy } from '../../vocabulary/finding';
import { minutesFrom } from '../../vocabulary/minute-list';
import type { Endpoint, MappedQuota } from '../../vocabulary/quota';
import { spellReason } from '../../vocabulary/unknown-reason';
import { spellCount, spellScope } from '../../vocabulary/wording';
import type { AnswerWords } from '../../words/words';

/** The model an error is about, in the scope it was called in. */
export interface ExplainedModel {
  /** As the caller gave it, or as CloudWatch has it. */
  readonly modelId: string;
  /** The endpoint that was called, as far as the text says; else the runtime. */
  readonly endpoint: Endpoint;
  /** In which the call was made. */
  readonly scope: CallScope;
  /** The model whose quotas the call spends. */
  readonly baseModelId: string;
}

/** Which model was taken, and how it was found. */
export interface ModelChoice {
  /** The id that was given or found, also when it resolves to nothing. */
  readonly modelId: string | null;
  /** `null` when the error can be tied to no model. */
  readonly model: ExplainedModel | null;
  /** How the model was found, or why none was; sentences. */
  readonly notes: readonly string[];
  readonly remedies: readonly Remedy[];
}

/** What the choice of a model looks at. */
export interface ModelQuestion {
  readonly kind: ErrorKind;
  readonly endpoint: Endpoint;
  /** Given by the caller of the command; wins over the text. */
  readonly modelId: string | null;
  /** It stands in CloudTrail's record. */
  readonly isRecorded: boolean;
  readonly textModelId: string | null;
  readonly resolve: (modelId: string) => ResolvedModelId;
  readonly quotas: readonly MappedQuota[];
  readonly evaluation: Evaluation;
  /** Of notes and remedies. */
  readonly words: AnswerWords;
}

function giveModel({ explain }: AnswerWords): Remedy {
  return { title: explain.model.give, command: null };
}

function throttledCallers(modelTraffic: ModelTraffic): string[] {
  return modelTraffic.callers
    .filter(({ minutes }) => minutesFrom(minutes, modelTraffic.lookFrom).some(({ throttles }) => throttles > 0))
    .map(({ modelId }) => modelId);
}

function throttledTraffic({ traffic }: Evaluation): ModelTraffic[] {
  return traffic.filter((modelTraffic) => modelTraffic.recent.some(({ throttles }) => throttles > 0));
}

function toModel(modelTraffic: ModelTraffic): ExplainedModel {
  const [only, ...others] = throttledCallers(modelTraffic);
  const modelId = only !== undefined && others.length === 0 ? only : modelTraffic.baseModelId;
  const { endpoint, scope, baseModelId } = modelTraffic;
  return { modelId, endpoint, scope, baseModelId };
}

function spellModel({ modelId, scope }: ExplainedModel, words: AnswerWords): string {
  return `${modelId} (${spellScope(scope, words)})`;
}

/** A base id is often given for calls that go by profile: when it has no quota of its own, the throttled profile is meant. */
function chooseGiven(modelId: string, isInText: boolean, question: ModelQuestion): ModelChoice {
  const { words, isRecorded } = question;
  const spelled = words.explain.model;
  const resolution = question.resolve(modelId);
  if (resolution.kind !== 'model') {
    const reason = spellReason(resolution.reason, words);
    if (isRecorded) return { modelId, model: null, notes: [spelled.ofRecord(reason)], remedies: [] };
    const notes = [(isInText ? spelled.ofText : spelled.ofOption)(reason)];
    return { modelId, model: null, notes, remedies: [giveModel(words)] };
  }
  const { scope, baseModelId } = resolution;
  const { endpoint } = question;
  const model: ExplainedModel = { modelId, endpoint, scope, baseModelId };
  const found = isInText ? [spelled.inText] : [];
  const ofModel = question.quotas.filter((quota) => nameModel(quota.modelIds, baseModelId));
  const isCalledByProfile =
    isOfModelQuota(question.kind) &&
    endpoint === 'runtime' &&
    scope === 'onDemand' &&
    ofModel.length > 0 &&
    !ofModel.some((quota) => quota.scope === 'onDemand');
  if (!isCalledByProfile) return { modelId, model, notes: found, remedies: [] };
  const others = throttledTraffic(question.evaluation).filter(
    (modelTraffic) => modelTraffic.baseModelId === baseModelId,
  );
  const [other, ...more] = others;
  const why = spelled.byProfile(modelId);
  if (other && more.length === 0) {
    const taken = toModel(other);
    return {
      modelId,
      model: { ...taken, modelId },
      notes: [spelled.taken(why, spellScope(taken.scope, words))],
      remedies: [],
    };
  }
  return { modelId, model, notes: [why], remedies: [{ title: spelled.giveProfile, command: null }] };
}

function chooseThrottled({ evaluation, words }: ModelQuestion): ModelChoice {
  const spelled = words.explain.model;
  const models = throttledTraffic(evaluation).map(toModel);
  const [only, ...others] = models;
  if (only && others.length === 0) {
    const notes = [spelled.onlyThrottled(spellModel(only, words))];
    return { modelId: only.modelId, model: only, notes, remedies: [] };
  }
  const remedies = [giveModel(words)];
  if (only) {
    const names = models.map((model) => spellModel(model, words)).join(', ');
    const notes = [spelled.severalThrottled(spellCount(models.length, words), names)];
    return { modelId: null, model: null, notes, remedies };
  }
  const unmapped = evaluation.activeModelIds.unmapped;
  const notes = [spelled.noneThrottled, ...(unmapped.length > 0 ? [spelled.unmapped(unmapped.join(', '))] : [])];
  return { modelId: null, model: null, notes, remedies };
}

/** Which model an error is about: the one given, else the one in the text, else the only one that throttles now. */
export function chooseModel(question: ModelQuestion): ModelChoice {
  const { kind, modelId, textModelId, words } = question;
  if (modelId !== null) return chooseGiven(modelId, false, question);
  if (textModelId !== null) return chooseGiven(textModelId, true, question);
  if (isOfModelQuota(kind)) return chooseThrottled(question);
  const needsOne = hangsOnModel(kind);
  const notes = needsOne ? [words.explain.model.none] : [];
  const remedies = needsOne ? [giveModel(words)] : [];
  return { modelId: null, model: null, notes, remedies };
}
