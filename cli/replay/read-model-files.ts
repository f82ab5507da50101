import type { FoundationModel, InferenceProfile } from '../../lib/core/vocabulary/model';
import { cleanText } from '../../lib/core/vocabulary/outside-text';
import type { CommandWords } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
import type { CliIo } from '../terminal/process-io';
import { type ListingKind, type ReplayPath, readListing } from './read-listing';
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

/** Of a name, an id or an ARN. */
const LONGEST_ARN = 2_048;

function toText(value: unknown): string {
  return typeof value === 'string' ? cleanText(value, LONGEST_ARN) : '';
}

/** What the ARN of a profile says, where the reply has no type. */
function typeOf({ type, inferenceProfileArn }: Fields): InferenceProfile['type'] | null {
  if (type === 'SYSTEM_DEFINED' || type === 'APPLICATION') return type;
  if (type !== undefined) return null;
  if (/:application-inference-profile\//.test(toText(inferenceProfileArn))) return 'APPLICATION';
  return /:inference-profile\//.test(toText(inferenceProfileArn)) ? 'SYSTEM_DEFINED' : null;
}

/** Where a row stands, and the language in which it is complained of. */
interface RowPlace {
  readonly place: string;
  readonly words: CommandWords;
}

/** What is wrong with a field of a row: what was got and what is allowed. */
function blame(field: readonly [key: string, got: unknown], need: string, { place, words }: RowPlace): string {
  const [key, got] = field;
  const { lacks, has } = words.replay.row;
  return got === undefined ? lacks(place, key, need) : has(place, key, quoteValue(got), need);
}

function blameRow(row: unknown, { place, words }: RowPlace): string {
  return words.replay.row.is(place, quoteValue(row), words.replay.needs.object);
}

function toProfile(row: unknown, at: RowPlace): InferenceProfile | string {
  const { needs } = at.words.replay;
  if (!isFields(row)) return blameRow(row, at);
  const id = toText(row.inferenceProfileId);
  if (id === '') return blame(['inferenceProfileId', row.inferenceProfileId], needs.text, at);
  const named = { ...at, place: `${at.place} (${id})` };
  const type = typeOf(row);
  if (type === null) return blame(['type', row.type], needs.types, named);
  const modelArns = Array.isArray(row.models) ? row.models.map((one) => (isFields(one) ? one.modelArn : null)) : null;
  if (!isTexts(modelArns)) return blame(['models', row.models], needs.models, named);
  return { id, arn: toText(row.inferenceProfileArn), name: toText(row.inferenceProfileName) || id, type, modelArns };
}

function toModel(row: unknown, at: RowPlace): FoundationModel | string {
  const { needs } = at.words.replay;
  if (!isFields(row)) return blameRow(row, at);
  const id = toText(row.modelId);
  if (id === '') return blame(['modelId', row.modelId], needs.text, at);
  const inferenceTypes = row.inferenceTypesSupported ?? [];
  if (!isTexts(inferenceTypes)) {
    const named = { ...at, place: `${at.place} (${id})` };
    return blame(['inferenceTypesSupported', inferenceTypes], needs.texts, named);
  }
  return { id, name: toText(row.modelName), provider: toText(row.providerName), inferenceTypes };
}

/** The file of an option that may be left out. */
type OptionalPath = Omit<ReplayPath, 'path'> & { readonly path: string | undefined };

async function readEach<T extends object>(
  { path, words }: OptionalPath,
  { kind, toItem }: { readonly kind: ListingKind; readonly toItem: (row: unknown, at: RowPlace) => T | string },
  io: CliIo,
): Promise<T[]> {
  if (path === undefined) return [];
  const rows = await readListing({ path, words, kind }, io);
  return rows.map((row, index) => {
    const item = toItem(row, { place: `${kind.option} ${path}, ${kind.key}[${index}]`, words });
    if (typeof item !== 'string') return item;
    throw new CliError(EXIT.wrongCall, item);
  });
}

/** Reads a saved `list-inference-profiles`, of either type or both; `[]` without a file. @throws CliError */
export function readProfilesFile(file: OptionalPath, io: CliIo): Promise<InferenceProfile[]> {
  return readEach(file, { kind: PROFILES, toItem: toProfile }, io);
}

/** Reads a saved `list-foundation-models`; `[]` without a file. @throws CliError */
export function readModelsFile(file: OptionalPath, io: CliIo): Promise<FoundationModel[]> {
  return readEach(file, { kind: MODELS, toItem: toModel }, io);
}
