import type { ErrorKind } from './error-text';
import type { ModelChoice } from './explained-model';
import type { Scene } from './explained-scene';
import type { Verdict } from './explained-verdict';
import { fallbackRemedies } from './fallback-remedy';
import type { Remedy } from './finding';
import { EN } from './language/en';
import type { Measurement } from './measurement';
import type { PoolResolution } from './pool';
import type { MappedQuota } from './quota';
import { increaseRemedies } from './remedy';
import type { InferenceProfile } from './usage';
import { spellCount, spellPercent, spellScope } from './wording';

/** What the remedies look at beside the scene. */
export interface RemedySources {
  readonly region: string;
  readonly quotas: readonly MappedQuota[];
  readonly measurements: readonly Measurement[];
  readonly profiles: readonly InferenceProfile[];
  readonly resolve: (modelId: string) => PoolResolution;
}

/** An id that a shell and an option parser read nothing into. */
const PLAIN_ID = /^[A-Za-z0-9][\w.:/-]*$/;

const BACK_OFF: Remedy = {
  title: 'Wait and try again with growing, random pauses; do not raise the number of attempts',
  command: null,
};

const LOWER_MAX_TOKENS: Remedy = {
  title: 'Set max_tokens to what answers need: it is reserved in full, and the maximum of the model when it is unset',
  command: null,
};

const SPREAD_CALLS: Remedy = { title: 'Spread the calls over the minute: pace or queue them', command: null };

/** Remedies that hang on the words alone. */
const BY_WORDS: Partial<Record<ErrorKind, readonly string[]>> = {
  modelNotReady: ['Try again after a pause: the model is being loaded'],
  modelStreamError: ['Try the call again; part of the answer may have been counted already'],
  requestTooLong: ['Shorten the prompt or lower max_tokens; a quota increase changes nothing'],
  accessDenied: [
    "Allow bedrock:InvokeModel and bedrock:InvokeModelWithResponseStream on the model, and with a profile on the profile and on the model in each of the profile's Regions",
  ],
};

function toRemedy(title: string, command: string | null = null): Remedy {
  return { title, command };
}

/** Whether a model may be used at all; its id is in the command only when nothing can be read into it. */
function accessRemedies(choice: ModelChoice, region: string): Remedy[] {
  const baseModelId = choice.model?.baseModelId;
  if (baseModelId === undefined || !PLAIN_ID.test(baseModelId)) return [];
  const command = `aws bedrock get-foundation-model-availability --model-id ${baseModelId} --region ${region}`;
  return [toRemedy('See whether the account may use the model here', command)];
}

function listRemedies(region: string): Remedy[] {
  const list = (what: string, query: string) =>
    `aws bedrock ${what} --region ${region} --query "${query}" --output text`;
  return [
    toRemedy(
      `Compare the id with the inference profiles of ${region}`,
      list('list-inference-profiles', 'inferenceProfileSummaries[].inferenceProfileId'),
    ),
    toRemedy(
      `Or with its models; a geographic prefix (us., eu., apac. …) works only in its own Regions`,
      list('list-foundation-models', 'modelSummaries[].modelId'),
    ),
  ];
}

/** What a profile has room for, in the words of its tokens per minute. */
function spellRoom(quota: MappedQuota | undefined, measurements: readonly Measurement[]): string {
  if (!quota) return 'its tokens/min quota is not known';
  if (quota.appliedValue === 0) return `but its tokens/min (${quota.quotaCode}) are 0, and calls will be refused`;
  const used = measurements.find((measurement) => measurement.quota.quotaCode === quota.quotaCode);
  const percent = used?.utilizationPercent ?? 0;
  return `${spellCount(quota.appliedValue)} tokens/min, ${percent > 0 ? `${spellPercent(percent)} used at the peak` : 'no use seen'}`;
}

/** The system-defined profiles by which a model is reached in this Region. */
function profileRemedies({ model }: ModelChoice, sources: RemedySources): Remedy[] {
  if (!model) return [];
  const found = sources.profiles
    .filter(({ type }) => type === 'SYSTEM_DEFINED')
    .map(({ id }) => ({ id, resolution: sources.resolve(id) }))
    .flatMap(({ id, resolution }) =>
      resolution.kind === 'pool' && resolution.baseModelId === model.baseModelId
        ? [{ id, scope: resolution.scope }]
        : [],
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (found.length === 0) {
    return [
      toRemedy(
        sources.profiles.length === 0
          ? `The inference profiles of ${sources.region} could not be read: look for one that contains ${model.baseModelId}`
          : `No inference profile of ${sources.region} contains ${model.baseModelId}: call it in another Region`,
      ),
    ];
  }
  return found.map(({ id, scope }) => {
    const quota = sources.quotas.find(
      (one) =>
        one.endpoint === 'runtime' &&
        one.variant === null &&
        one.dimension === 'tokensPerMinute' &&
        one.scope === scope &&
        one.modelIds.includes(model.baseModelId),
    );
    const leaves = scope === 'globalCrossRegion' ? ', data may leave the geography' : '';
    return toRemedy(`Call ${id} (${spellScope(scope)}${leaves}): ${spellRoom(quota, sources.measurements)}`);
  });
}

function quotaRemedies(verdict: Verdict, scene: Scene, sources: RemedySources): Remedy[] {
  const { quota, cause } = verdict;
  if (verdict.isOfFinding) return [...(scene.throttled?.remedies ?? [])];
  if (!quota) return [];
  const peak = scene.measured.get(quota.quotaCode)?.usage.value ?? 0;
  return [
    ...(cause.kind === 'reservation' ? [LOWER_MAX_TOKENS] : []),
    ...(cause.kind === 'burst' || cause.kind === 'requestsPerMinute' ? [SPREAD_CALLS] : []),
    ...increaseRemedies(quota, peak, { ...sources, words: EN }),
    ...fallbackRemedies(quota, { ...sources, words: EN }),
    ...(cause.kind === 'tokensPerDay'
      ? [toRemedy('Or wait: AWS does not document when a day ends, at midnight UTC or 24 hours after the use')]
      : []),
  ];
}

function capacityRemedies(scene: Scene, sources: RemedySources): Remedy[] {
  const tokens = scene.spent.find(({ dimension }) => dimension === 'tokensPerMinute');
  return [
    BACK_OFF,
    ...(tokens ? fallbackRemedies(tokens, { ...sources, words: EN }) : []),
    toRemedy('Or call the model in another Region; a quota increase changes nothing'),
  ];
}

/** A cause that is not known: how to learn more. */
function searchRemedies({ error, model, pool }: Scene, choice: ModelChoice): Remedy[] {
  if (choice.remedies.length > 0) return [];
  if (error.kind === 'unrecognised') {
    return [toRemedy('Give the message as AWS sent it, with the name of the exception')];
  }
  if (model && !pool) {
    return [
      toRemedy(
        'Check that the call was made in this account and Region, and look further back: --lookback 1d, or --at the time of the error',
      ),
    ];
  }
  return [toRemedy('Give the time of the error as --at; CloudWatch shows a minute one or two minutes late'), BACK_OFF];
}

/** What to do about an error, the most useful first. */
export function findRemedies(verdict: Verdict, scene: Scene, choice: ModelChoice, sources: RemedySources): Remedy[] {
  const { kind } = scene.error;
  const byWords = (BY_WORDS[kind] ?? []).map((title) => toRemedy(title));
  switch (kind) {
    case 'onDemandNotSupported':
      return [...choice.remedies, ...profileRemedies(choice, sources)];
    case 'accessDenied':
      return [...accessRemedies(choice, sources.region), ...byWords];
    case 'invalidModelId':
      return listRemedies(sources.region);
    case 'modelStreamError':
    case 'modelNotReady':
    case 'requestTooLong':
      return byWords;
    case 'capacity':
      return capacityRemedies(scene, sources);
    default:
      return [
        ...choice.remedies,
        ...quotaRemedies(verdict, scene, sources),
        ...(verdict.cause.kind === 'unknown' ? searchRemedies(scene, choice) : []),
      ];
  }
}
