import { KNOWN_MODELS } from '../quotas/known-models';
import { isContextVariant, providerPrefixes } from '../quotas/model-id';

/** What a text names beside its error; `null` where it does not, or names several that differ. */
export interface ErrorFacts {
  /** `us-east-1`, as far as the text says where the call was made. */
  readonly region: string | null;
  /** Twelve digits. */
  readonly accountId: string | null;
  /** Model ids, profile ids and ARNs, as they stand there, in order, each once. */
  readonly modelIds: readonly string[];
  /** The endpoint that was called, where a host name says it. */
  readonly endpoint: 'runtime' | 'mantle' | null;
  /** As AWS spells it: `ConverseStream`. */
  readonly operation: string | null;
  /** The action that a policy does not allow: `bedrock:InvokeModel`. */
  readonly missingAction: string | null;
  readonly status: number | null;
}

const PROVIDERS = [...providerPrefixes(KNOWN_MODELS)].join('|');
const MODEL_ARN =
  /arn:aws[a-z-]*:bedrock:[^:\s]*:[^:\s]*:(?:foundation-model|(?:application-)?inference-profile|(?:provisioned|custom|imported)-model|custom-model-deployment)\/[\w.:-]+/g;
const PLAIN_ID = new RegExp(`(?<![\\w.:-])(?:[a-z]{2,6}(?:-[a-z]+)?\\.)?(?:${PROVIDERS})\\.[a-z][\\w.:-]*`, 'g');
const LABELLED_PROFILE = /model[ _-]?id["']?[:= ]\s*["']?([a-z0-9]{12})(?![\w.:-])/gi;
const REGION = '[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\\d';

function only(values: Iterable<string>): string | null {
  const [first = null, ...others] = new Set(values);
  return others.length === 0 ? first : null;
}

function groupsOf(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match.slice(1).find((group) => group !== undefined) ?? []);
}

/** The Region of the call: what CloudTrail or a setting says, else the host, else an ARN of the account, else any ARN. */
function findRegion(text: string): string | null {
  const sources = [
    new RegExp(`"awsRegion"\\s*:\\s*"(${REGION})"`, 'gi'),
    new RegExp(`bedrock[\\w-]*\\.(${REGION})\\.(?:amazonaws|api\\.aws)`, 'gi'),
    new RegExp(`\\b(?:aws_)?region(?:_name)?["']?\\s*[:=]\\s*["']?(${REGION})\\b`, 'gi'),
    new RegExp(`arn:aws[a-z-]*:bedrock:(${REGION}):\\d{12}:`, 'gi'),
    new RegExp(`arn:aws[a-z-]*:bedrock:(${REGION})::`, 'gi'),
  ];
  for (const source of sources) {
    const found = groupsOf(source, text);
    if (found.length > 0) return only(found);
  }
  return null;
}

function withoutPunctuation(id: string): string {
  return id.replace(/[.:-]+$/, '');
}

/** Context variants are AWS's own names of a deployment, and no id of the caller. */
function findModelIds(text: string): string[] {
  const arns = [...text.matchAll(MODEL_ARN)].map(({ 0: id, index }) => ({ id, index }));
  // Blanked, so that what stands behind keeps its place.
  const rest = text.replace(MODEL_ARN, (arn) => ' '.repeat(arn.length));
  const ids = [...rest.matchAll(PLAIN_ID)].map(({ 0: id, index }) => ({ id, index }));
  const profiles = [...rest.matchAll(LABELLED_PROFILE)].map(({ 1: id = '', index }) => ({ id, index }));
  const plain = [...ids, ...profiles].filter(({ id }) => /\d/.test(id));
  const found = [...arns, ...plain].sort((a, b) => a.index - b.index).map(({ id }) => withoutPunctuation(id));
  return [...new Set(found)].filter((id) => !isContextVariant(id));
}

/** Paths of the runtime endpoint, and the operation behind each. */
const PATHS: readonly (readonly [RegExp, string])[] = [
  [/\/model\/[^/\s"]+\/converse-stream\b/, 'ConverseStream'],
  [/\/model\/[^/\s"]+\/converse\b/, 'Converse'],
  [/\/model\/[^/\s"]+\/invoke-with-response-stream\b/, 'InvokeModelWithResponseStream'],
  [/\/model\/[^/\s"]+\/invoke\b/, 'InvokeModel'],
];

function findOperation(text: string): string | null {
  const named = groupsOf(
    /when calling the (\w+) operation|"eventName"\s*:\s*"(\w+)"|\boperation(?:Name)?["']?\s*[:=]\s*["']?([A-Z]\w+)/g,
    text,
  );
  return named[0] ?? PATHS.find(([path]) => path.test(text))?.[1] ?? null;
}

const STATUS =
  /(?:status ?code["']?|http ?status ?code["']?|httpstatuscode["']?|\bhttp\/[\d.]+|\bstatus["']?|\bapi error|error code)\W{1,3}\(?(\d{3})\b|(?<![\d,.-])(429|503|529)(?![\d,.-]\w)/i;

function findStatus(text: string): number | null {
  const [, ...groups] = STATUS.exec(text) ?? [];
  const found = groups.find((group) => group !== undefined);
  return found === undefined ? null : Number(found);
}

function findEndpoint(text: string): ErrorFacts['endpoint'] {
  if (/bedrock-mantle\./i.test(text)) return 'mantle';
  return /bedrock-runtime(?:-fips)?\./i.test(text) ? 'runtime' : null;
}

/** Reads what an unwrapped text names. */
export function readFacts(text: string): ErrorFacts {
  return {
    region: findRegion(text),
    accountId: only(
      groupsOf(
        /"(?:recipientAccountId|accountId)"\s*:\s*"(\d{12})"|arn:aws[a-z-]*:[a-z-]+:[a-z0-9-]*:(\d{12}):/g,
        text,
      ),
    ),
    modelIds: findModelIds(text),
    endpoint: findEndpoint(text),
    operation: findOperation(text),
    missingAction: groupsOf(/not authorized to perform:? ([a-z0-9-]+:[A-Za-z*]+)/g, text)[0] ?? null,
    status: findStatus(text),
  };
}
