import type { FoundationModel, InferenceProfile } from '../../lib/core/usage';
import { CliError, EXIT } from '../cli-error';
import type { CliIo } from '../process-io';
import { type ListingKind, readListing } from './read-listing';
import { quoteValue } from './replay-line';

const PROFILES: ListingKind = {
  option: '--profiles',
  key: 'inferenceProfileSummaries',
  command: 'aws bedrock list-inference-profiles --type-equals APPLICATION',
};
const MODELS: ListingKind = {
  option: '--models',
  key: 'modelSummaries',
  command: 'aws bedrock list-foundation-models',
};

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** What the ARN of a profile says, where the reply has no type. */
function typeOf({ type, inferenceProfileArn }: Fields): InferenceProfile['type'] | null {
  if (type === 'SYSTEM_DEFINED' || type === 'APPLICATION') return type;
  if (type !== undefined) return null;
  if (/:application-inference-profile\//.test(toText(inferenceProfileArn))) return 'APPLICATION';
  return /:inference-profile\//.test(toText(inferenceProfileArn)) ? 'SYSTEM_DEFINED' : null;
}

function toProfile(row: unknown): InferenceProfile | string {
  if (!isFields(row)) return `is ${quoteValue(row)}, allowed is an object`;
  const id = toText(row.inferenceProfileId);
  if (id === '') return `has the inferenceProfileId ${quoteValue(row.inferenceProfileId)}, allowed is a text`;
  const type = typeOf(row);
  if (type === null) return `(${id}) has the type ${quoteValue(row.type)}, allowed are SYSTEM_DEFINED and APPLICATION`;
  const modelArns = Array.isArray(row.models) ? row.models.map((one) => (isFields(one) ? one.modelArn : null)) : null;
  if (!isTexts(modelArns)) return `(${id}) has the models ${quoteValue(row.models)}, allowed is [{ "modelArn": "…" }]`;
  return { id, arn: toText(row.inferenceProfileArn), name: toText(row.inferenceProfileName) || id, type, modelArns };
}

function toModel(row: unknown): FoundationModel | string {
  if (!isFields(row)) return `is ${quoteValue(row)}, allowed is an object`;
  const id = toText(row.modelId);
  if (id === '') return `has the modelId ${quoteValue(row.modelId)}, allowed is a text`;
  const inferenceTypes = row.inferenceTypesSupported ?? [];
  if (!isTexts(inferenceTypes)) {
    return `(${id}) has the inferenceTypesSupported ${quoteValue(inferenceTypes)}, allowed is a list of texts`;
  }
  return { id, name: toText(row.modelName), provider: toText(row.providerName), inferenceTypes };
}

async function readEach<T extends object>(
  path: string | undefined,
  kind: ListingKind,
  toItem: (row: unknown) => T | string,
  io: CliIo,
): Promise<T[]> {
  if (path === undefined) return [];
  const rows = await readListing(path, kind, io);
  return rows.map((row, index) => {
    const item = toItem(row);
    if (typeof item !== 'string') return item;
    throw new CliError(EXIT.wrongCall, `${kind.option} ${path}, ${kind.key}[${index}] ${item}`);
  });
}

/** Reads a saved `list-inference-profiles`, of either type or both; `[]` without a file. @throws CliError */
export function readProfilesFile(path: string | undefined, io: CliIo): Promise<InferenceProfile[]> {
  return readEach(path, PROFILES, toProfile, io);
}

/** Reads a saved `list-foundation-models`; `[]` without a file. @throws CliError */
export function readModelsFile(path: string | undefined, io: CliIo): Promise<FoundationModel[]> {
  return readEach(path, MODELS, toModel, io);
}
