import { KNOWN_MODELS } from '../../lib/core/quotas/known-models';
import { type JsonObject, parseJsonBody, toPage } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/**
 * Models that also have a `global.` profile. Source: ListInferenceProfiles in us-east-1 and us-west-2, 2026-01 and
 * 2026-02; the newer ones by their "Global cross-region" quotas, us-east-1, 2026-07.
 */
const GLOBAL_MODELS: readonly string[] = [
  'anthropic.claude-sonnet-4-20250514-v1:0',
  'anthropic.claude-sonnet-4-5-20250929-v1:0',
  'anthropic.claude-sonnet-4-6',
  'anthropic.claude-haiku-4-5-20251001-v1:0',
  'anthropic.claude-opus-4-5-20251101-v1:0',
  'anthropic.claude-opus-4-6-v1',
  'anthropic.claude-opus-4-7',
  'anthropic.claude-opus-4-8',
  'anthropic.claude-fable-5',
  'amazon.nova-2-lite-v1:0',
  'cohere.embed-v4:0',
  'twelvelabs.pegasus-1-2-v1:0',
];

const REGIONS_OF_US = ['us-east-1', 'us-east-2', 'us-west-2'];

/** An application inference profile. */
export interface ApplicationProfile {
  /** The bare id, twelve letters and digits. */
  readonly id: string;
  readonly name: string;
  /** The base model id or the system-defined profile id it was copied from. */
  readonly source: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** A custom model that is deployed on demand. */
export interface CustomDeployment {
  readonly arn: string;
  /** The ARN of the custom model, and of the models it was made from, down to a foundation model. */
  readonly modelArns: readonly string[];
}

/** Where the service answers from. */
export interface BedrockSettings {
  readonly region: string;
  readonly accountId: string;
  readonly applicationProfiles: readonly ApplicationProfile[];
  readonly customDeployments: readonly CustomDeployment[];
  /** Base model ids that the account may not call. */
  readonly unauthorizedModels: ReadonlySet<string>;
  /** Base model id → last day of models that are legacy. */
  readonly legacyModels: ReadonlyMap<string, Date>;
  readonly invocationLog: { readonly logGroupName: string | null };
  readonly pageSize: number;
}

interface Profile {
  readonly inferenceProfileId: string;
  readonly inferenceProfileName: string;
  readonly inferenceProfileArn: string;
  readonly type: 'SYSTEM_DEFINED' | 'APPLICATION';
  readonly status: 'ACTIVE';
  readonly models: readonly { readonly modelArn: string }[];
}

function toModelArns(id: string, regions: readonly string[]): { modelArn: string }[] {
  return regions.map((region) => ({ modelArn: `arn:aws:bedrock:${region}::foundation-model/${id}` }));
}

function systemProfiles({ region, accountId }: BedrockSettings): Profile[] {
  const toProfile = (id: string, name: string, models: Profile['models']): Profile => ({
    inferenceProfileId: id,
    inferenceProfileName: name,
    inferenceProfileArn: `arn:aws:bedrock:${region}:${accountId}:inference-profile/${id}`,
    type: 'SYSTEM_DEFINED',
    status: 'ACTIVE',
    models,
  });
  const byProfile = KNOWN_MODELS.filter((model) => model.inferenceTypes.includes('INFERENCE_PROFILE'));
  return byProfile.flatMap(({ id, name }) => [
    toProfile(`us.${id}`, `US ${name}`, toModelArns(id, REGIONS_OF_US)),
    ...(GLOBAL_MODELS.includes(id) ? [toProfile(`global.${id}`, `Global ${name}`, toModelArns(id, ['', region]))] : []),
  ]);
}

function applicationProfiles(settings: BedrockSettings): Profile[] {
  const { region, accountId } = settings;
  const system = new Map(systemProfiles(settings).map((profile) => [profile.inferenceProfileId, profile.models]));
  return settings.applicationProfiles.map(({ id, name, source }) => ({
    inferenceProfileId: id,
    inferenceProfileName: name,
    inferenceProfileArn: `arn:aws:bedrock:${region}:${accountId}:application-inference-profile/${id}`,
    type: 'APPLICATION',
    status: 'ACTIVE',
    models: system.get(source) ?? toModelArns(source, [region]),
  }));
}

function toLifecycle(endOfLife: Date | undefined): JsonObject {
  return endOfLife ? { status: 'LEGACY', endOfLifeTime: endOfLife.toISOString() } : { status: 'ACTIVE' };
}

function tellAvailability(modelId: string, { unauthorizedModels }: BedrockSettings): JsonObject {
  if (!KNOWN_MODELS.some(({ id }) => id === modelId))
    throw new ServiceError('ValidationException', 'The provided model identifier is invalid.');
  const isAuthorized = !unauthorizedModels.has(modelId);
  return {
    modelId,
    agreementAvailability: { status: isAuthorized ? 'AVAILABLE' : 'NOT_AVAILABLE' },
    authorizationStatus: isAuthorized ? 'AUTHORIZED' : 'NOT_AUTHORIZED',
    entitlementAvailability: 'AVAILABLE',
    regionAvailability: 'AVAILABLE',
  };
}

function refuseUnknown(): never {
  throw new ServiceError('ResourceNotFoundException', 'The provided ARN was not found.', 404);
}

/** What a deployment is of, and what a custom model was made from. `null` for another path. */
function answerCustomModels(
  { customDeployments }: BedrockSettings,
  { pathname }: URL,
): { operation: string; reply: () => JsonObject } | null {
  const [, kind, encoded = ''] =
    /^\/(model-customization\/custom-model-deployments|custom-models)\/(.+)$/.exec(pathname) ?? [];
  const arn = decodeURIComponent(encoded);
  if (kind === undefined) return null;
  if (kind === 'custom-models') {
    const made = customDeployments.find(({ modelArns }) => modelArns.includes(arn))?.modelArns ?? [];
    const baseModelArn = made[made.indexOf(arn) + 1];
    return {
      operation: 'GetCustomModel',
      reply: () => (made.length > 0 ? { modelArn: arn, baseModelArn } : refuseUnknown()),
    };
  }
  const found = customDeployments.find((deployment) => deployment.arn === arn);
  return {
    operation: 'GetCustomModelDeployment',
    reply: () =>
      found ? { customModelDeploymentArn: arn, modelArn: found.modelArns[0], status: 'Active' } : refuseUnknown(),
  };
}

/** Answers ListTagsForResource, which is a POST. @returns `null` for another path. */
export function answerTags(
  settings: BedrockSettings,
  url: URL,
  body: string,
): { service: 'bedrock'; operation: string; reply: () => JsonObject } | null {
  if (url.pathname !== '/listTagsForResource') return null;
  return {
    operation: 'ListTagsForResource',
    reply: () => {
      const arn = String(parseJsonBody(body).resourceARN);
      const profile = settings.applicationProfiles.find(({ id }) =>
        arn.endsWith(`:application-inference-profile/${id}`),
      );
      if (!profile) throw new ServiceError('ResourceNotFoundException', 'The provided ARN was not found.', 404);
      return { tags: Object.entries(profile.tags ?? {}).map(([key, value]) => ({ key, value })) };
    },
    service: 'bedrock',
  };
}

/** Answers a GET of the Bedrock control plane. @returns operation name and reply; `null` for another path. */
export function answerBedrock(
  settings: BedrockSettings,
  url: URL,
): { operation: string; reply: () => JsonObject } | null {
  if (url.pathname === '/foundation-models') {
    const modelSummaries = KNOWN_MODELS.map(({ id, name, provider, inferenceTypes }) => ({
      modelArn: `arn:aws:bedrock:${settings.region}::foundation-model/${id}`,
      modelId: id,
      modelName: name,
      providerName: provider,
      inferenceTypesSupported: inferenceTypes,
      modelLifecycle: toLifecycle(settings.legacyModels.get(id)),
    }));
    return { operation: 'ListFoundationModels', reply: () => ({ modelSummaries }) };
  }
  if (url.pathname === '/logging/modelinvocations') {
    const { logGroupName } = settings.invocationLog;
    const loggingConfig = { cloudWatchConfig: { logGroupName, roleArn: 'arn:aws:iam::111122223333:role/log' } };
    const reply = () => (logGroupName === null ? {} : { loggingConfig });
    return { operation: 'GetModelInvocationLoggingConfiguration', reply };
  }
  const availability = /^\/foundation-model-availability\/(.+)$/.exec(url.pathname);
  if (availability) {
    const modelId = decodeURIComponent(availability[1] ?? '');
    return { operation: 'GetFoundationModelAvailability', reply: () => tellAvailability(modelId, settings) };
  }
  const custom = answerCustomModels(settings, url);
  if (custom) return custom;
  if (url.pathname !== '/inference-profiles') return null;
  return {
    operation: 'ListInferenceProfiles',
    reply: () => {
      const type = url.searchParams.get('type') ?? 'SYSTEM_DEFINED';
      if (type !== 'SYSTEM_DEFINED' && type !== 'APPLICATION')
        throw new ServiceError('ValidationException', `type ${type} is not known`);
      const all = type === 'APPLICATION' ? applicationProfiles(settings) : systemProfiles(settings);
      const size = Math.min(Number(url.searchParams.get('maxResults') ?? 1000), settings.pageSize);
      const { page, next } = toPage(all, url.searchParams.get('nextToken') ?? undefined, size);
      return { inferenceProfileSummaries: page, ...(next === undefined ? {} : { nextToken: next }) };
    },
  };
}
