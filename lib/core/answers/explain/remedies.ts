import { byErrorRemedy, fallbackRemedies, increaseRemedies } from '../../findings/remedies';
import { tellRemedy } from '../../findings/tell';
import { type Measurement, ownUsageOf } from '../../measure/measurement';
import type { IncreaseRequest } from '../../quotas/increase-request';
import { nameModel } from '../../quotas/same-model';
import type { ResolvedModelId } from '../../traffic/model-traffic';
import type { Remedy } from '../../vocabulary/finding';
import type { FoundRemedy } from '../../vocabulary/found';
import type { InferenceProfile } from '../../vocabulary/model';
import type { MappedQuota } from '../../vocabulary/quota';
import { spellCommand } from '../../vocabulary/shell-command';
import { spellCount, spellPercent, spellScope } from '../../vocabulary/wording';
import type { AnswerWords } from '../../words/words';
import type { ModelChoice } from './model';
import type { Scene } from './scene';
import type { Verdict } from './verdict';

/** What the remedies look at beside the scene. */
export interface RemedySources {
  readonly region: string;
  readonly quotas: readonly MappedQuota[];
  readonly measurements: readonly Measurement[];
  readonly profiles: readonly InferenceProfile[];
  readonly resolve: (modelId: string) => ResolvedModelId;
  /** Increase requests that are open, as far as they are known. */
  readonly openRequests: readonly IncreaseRequest[];
  /** Of the titles. */
  readonly words: AnswerWords;
}

function toRemedy(title: string, command: string | null = null): Remedy {
  return { title, command };
}

function tellAll(remedies: readonly FoundRemedy[], { words }: Pick<RemedySources, 'words'>): Remedy[] {
  return remedies.map((remedy) => tellRemedy(remedy, words));
}

/** Whether a model may be used at all; nothing where its id cannot be an argument. */
function accessRemedies(choice: ModelChoice, { region, words }: RemedySources): Remedy[] {
  const baseModelId = choice.model?.baseModelId;
  if (baseModelId === undefined) return [];
  const command = spellCommand(
    'aws bedrock get-foundation-model-availability --model-id',
    { id: baseModelId },
    '--region',
    { value: region },
  );
  if (command === null) return [];
  return [toRemedy(words.explain.remedy.access, command)];
}

function listRemedies({ region, words }: RemedySources): Remedy[] {
  const { profiles, models } = words.explain.remedy;
  const list = (what: string, query: string) =>
    spellCommand(`aws bedrock ${what} --region`, { value: region }, `--query "${query}" --output text`);
  return [
    toRemedy(profiles(region), list('list-inference-profiles', 'inferenceProfileSummaries[].inferenceProfileId')),
    toRemedy(models, list('list-foundation-models', 'modelSummaries[].modelId')),
  ];
}

/** What a profile has room for, in the words of its tokens per minute. */
function spellRoom(quota: MappedQuota | undefined, { measurements, words }: RemedySources): string {
  const { roomUnknown, roomZero, room, roomUnused } = words.explain.remedy;
  if (!quota) return roomUnknown;
  if (quota.appliedValue === 0) return roomZero(quota.quotaCode);
  const used = measurements.find((measurement) => measurement.quota.quotaCode === quota.quotaCode);
  const percent = used?.utilizationPercent ?? 0;
  const value = spellCount(quota.appliedValue, words);
  return percent > 0 ? room(value, spellPercent(percent, words)) : roomUnused(value);
}

/** The system-defined profiles by which a model is reached in this Region. */
function profileRemedies({ model }: ModelChoice, sources: RemedySources): Remedy[] {
  if (!model) return [];
  const { words, region } = sources;
  const { profilesUnread, noProfile, call, callGlobal } = words.explain.remedy;
  const found = sources.profiles
    .filter(({ type }) => type === 'SYSTEM_DEFINED')
    .map(({ id }) => ({ id, resolution: sources.resolve(id) }))
    .flatMap(({ id, resolution }) =>
      resolution.kind === 'model' && nameModel([model.baseModelId], resolution.baseModelId)
        ? [{ id, scope: resolution.scope }]
        : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (found.length === 0) {
    const spellNone = sources.profiles.length === 0 ? profilesUnread : noProfile;
    return [toRemedy(spellNone(region, model.baseModelId))];
  }
  return found.map(({ id, scope }) => {
    const quota = sources.quotas.find(
      (one) =>
        one.endpoint === 'runtime' &&
        one.variant === null &&
        one.dimension === 'tokensPerMinute' &&
        one.scope === scope &&
        nameModel(one.modelIds, model.baseModelId),
    );
    const spellCall = scope === 'globalCrossRegion' ? callGlobal : call;
    return toRemedy(spellCall(id, spellScope(scope, words), spellRoom(quota, sources)));
  });
}

function quotaRemedies(verdict: Verdict, scene: Scene, sources: RemedySources): Remedy[] {
  const { quota, cause } = verdict;
  if (verdict.isOfFinding) return tellAll(scene.throttled?.remedies ?? [], sources);
  if (!quota) return [];
  const { maxTokens, spread, waitDay } = sources.words.explain.remedy;
  const measurement = scene.measured.get(quota.quotaCode);
  const peak = measurement ? ownUsageOf(measurement) : 0;
  return [
    ...(cause.kind === 'reservation' ? [toRemedy(maxTokens)] : []),
    ...(cause.kind === 'burst' || cause.kind === 'requestsPerMinute' ? [toRemedy(spread)] : []),
    ...tellAll([...increaseRemedies(quota, peak, sources), ...fallbackRemedies(quota, sources)], sources),
    ...(cause.kind === 'tokensPerDay' ? [toRemedy(waitDay)] : []),
  ];
}

function capacityRemedies(scene: Scene, sources: RemedySources): Remedy[] {
  const { backOff, otherRegion } = sources.words.explain.remedy;
  const tokens = scene.spent.find(({ dimension }) => dimension === 'tokensPerMinute');
  return [
    toRemedy(backOff),
    ...(tokens ? tellAll(fallbackRemedies(tokens, sources), sources) : []),
    toRemedy(otherRegion),
  ];
}

/** A cause that is not known: how to learn more. */
function searchRemedies({ error, model, modelTraffic, words }: Scene, choice: ModelChoice): Remedy[] {
  const { verbatim, lookBack, giveTime, backOff } = words.explain.remedy;
  if (choice.remedies.length > 0) return [];
  if (error.kind === 'unrecognised') return [toRemedy(verbatim)];
  if (model && !modelTraffic) return [toRemedy(lookBack)];
  return [toRemedy(giveTime), toRemedy(backOff)];
}

/** What to do about an error, the most useful first. */
export function findRemedies(verdict: Verdict, scene: Scene, choice: ModelChoice, sources: RemedySources): Remedy[] {
  const { kind } = scene.error;
  const told = byErrorRemedy(scene.error);
  const byWords = told === null ? [] : tellAll([told], sources);
  switch (kind) {
    case 'onDemandNotSupported':
      return [...choice.remedies, ...profileRemedies(choice, sources)];
    case 'accessDenied':
    case 'modelAccess':
    case 'accountRestricted':
      return [...accessRemedies(choice, sources), ...byWords];
    case 'invalidModelId':
      return listRemedies(sources);
    case 'capacity':
      return capacityRemedies(scene, sources);
    default:
      if (told !== null) return byWords;
      if (verdict.cause.kind === 'zeroQuota' && verdict.quota === null)
        return tellAll(scene.zeros?.remedies ?? [], sources);
      return [
        ...choice.remedies,
        ...quotaRemedies(verdict, scene, sources),
        ...(verdict.cause.kind === 'unknown' ? searchRemedies(scene, choice) : []),
      ];
  }
}
