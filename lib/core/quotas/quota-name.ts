import type { Dimension, ParsedQuotaName, Scope, Variant } from '../vocabulary/quota';

/** Name of the account's daily pool; AWS has one such quota (L-E3F10727, since 2026-09-21). */
const ACCOUNT_POOL_NAME = 'Cross-Model Max Tokens Per Day';
const LONG_CONTEXT_SUFFIX = ' 1M Context Length';
const DOUBLED_SUFFIX = ' (doubled for cross-region calls)';

const MANTLE = /^(?:\[bedrock-mantle endpoint\]|bedrock mantle) (input|output) tokens per minute for (.+)$/i;
const MODEL_DAILY =
  /^model invocation max (latency-optimized )?tokens per day for (.+?)(?: \(doubled for cross-region calls\))*$/i;
const CALLS =
  /^(on-demand|cross-region|global cross-region)(,? latency-optimized)? (?:model inference|invokemodel) (requests per minute|(?:input |output )?tokens per minute|tokens per day) for (.+)$/i;
/** As AWS's documentation writes the quota of a model, however it is called. */
const MODEL_CALLS = /^invokemodel (requests per minute|tokens per minute) for (.+)$/i;
const CONCURRENT = /^on-demand invokemodel (?:async )?concurrent requests for (.+)$/i;
const CUSTOM_DEPLOYMENT =
  /^\(model customization\) sum of on demand custom model deployment (requests per minute|tokens per minute|tokens per day) for (.+)$/i;
const LONG_CONTEXT = /^(.+) 1m context length$/i;

const LIKE_INFERENCE =
  /\b(?:model inference|model invocation|invokemodel|bedrock[- ]mantle|cross-model)\b.*\b(?:tokens|requests) per (?:second|minute|hour|day)\b/i;

/** What names of other features begin with: `(Guardrails) …`. */
const OTHER_FEATURE = /^\(/;

/** Words that say what a quota counts, in names that say so in a new way. */
const COUNTED = /\b((?:input |output )?tokens per minute|tokens per day|requests per minute)\b/i;

const CALL_SCOPES: Readonly<Record<string, 'onDemand' | 'crossRegion' | 'globalCrossRegion'>> = {
  'on-demand': 'onDemand',
  'cross-region': 'crossRegion',
  'global cross-region': 'globalCrossRegion',
};
const SCOPE_WORDS = {
  onDemand: 'On-demand',
  crossRegion: 'Cross-region',
  globalCrossRegion: 'Global cross-region',
} as const;
const CALL_DIMENSIONS: Readonly<Record<string, Dimension>> = {
  'requests per minute': 'requestsPerMinute',
  'tokens per minute': 'tokensPerMinute',
  'tokens per day': 'tokensPerDay',
  'input tokens per minute': 'inputTokensPerMinute',
  'output tokens per minute': 'outputTokensPerMinute',
};
const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  requestsPerMinute: 'requests per minute',
  tokensPerMinute: 'tokens per minute',
  tokensPerDay: 'tokens per day',
  inputTokensPerMinute: 'Input tokens per minute',
  outputTokensPerMinute: 'Output tokens per minute',
  concurrentRequests: 'concurrent requests',
};

function toModel(label: string, latencyOptimized: boolean): { variant: Variant | null; modelLabel: string } {
  if (latencyOptimized) return { variant: 'latencyOptimized', modelLabel: label };
  const longContext = LONG_CONTEXT.exec(label)?.[1];
  return longContext === undefined
    ? { variant: null, modelLabel: label }
    : { variant: 'longContext', modelLabel: longContext };
}

type Reader = (text: string) => ParsedQuotaName | null;

function dimensionOf(words: string | undefined): Dimension | undefined {
  return CALL_DIMENSIONS[words?.toLowerCase() ?? ''];
}

function readAccountPool(text: string): ParsedQuotaName | null {
  if (text.toLowerCase() !== ACCOUNT_POOL_NAME.toLowerCase()) return null;
  return { endpoint: 'runtime', scope: 'account', dimension: 'tokensPerDay', variant: null, modelLabel: '' };
}

function readMantle(text: string): ParsedQuotaName | null {
  const [, direction, label] = MANTLE.exec(text) ?? [];
  if (direction === undefined || label === undefined) return null;
  const dimension = direction.toLowerCase() === 'input' ? 'inputTokensPerMinute' : 'outputTokensPerMinute';
  return { endpoint: 'mantle', scope: 'onDemand', dimension, ...toModel(label, false) };
}

function readModelDaily(text: string): ParsedQuotaName | null {
  const [, latency, label] = MODEL_DAILY.exec(text) ?? [];
  if (label === undefined) return null;
  return { endpoint: 'runtime', scope: 'model', dimension: 'tokensPerDay', ...toModel(label, latency !== undefined) };
}

function readCalls(text: string): ParsedQuotaName | null {
  const [, scopeWords, latency, dimensionWords, label] = CALLS.exec(text) ?? [];
  const scope = CALL_SCOPES[scopeWords?.toLowerCase() ?? ''];
  const dimension = dimensionOf(dimensionWords);
  if (scope === undefined || dimension === undefined || label === undefined) return null;
  return { endpoint: 'runtime', scope, dimension, ...toModel(label, latency !== undefined) };
}

/** Quotas of one scope whose names are a dimension and a label. */
function readOf(pattern: RegExp, scope: Scope): Reader {
  return (text) => {
    const [, words, label] = pattern.exec(text) ?? [];
    const dimension = dimensionOf(words);
    if (dimension === undefined || label === undefined) return null;
    return { endpoint: 'runtime', scope, dimension, ...toModel(label, false) };
  };
}

function readConcurrent(text: string): ParsedQuotaName | null {
  const [, modelLabel] = CONCURRENT.exec(text) ?? [];
  if (modelLabel === undefined) return null;
  return { endpoint: 'runtime', scope: 'onDemand', dimension: 'concurrentRequests', variant: null, modelLabel };
}

/** A name that speaks of tokens or requests a minute or day in no way that is known; nothing is made of its model. */
function readNewKind(text: string): ParsedQuotaName | null {
  const [words] = COUNTED.exec(text) ?? [];
  const dimension = dimensionOf(words);
  if (dimension === undefined || (OTHER_FEATURE.test(text) && !LIKE_INFERENCE.test(text))) return null;
  const lower = text.toLowerCase();
  const called = ['global cross-region', 'cross-region', 'on-demand'].find((one) => lower.includes(one)) ?? '';
  const isMantle = /\bmantle\b/i.test(text);
  return {
    endpoint: isMantle ? 'mantle' : 'runtime',
    scope: CALL_SCOPES[called] ?? (isMantle ? 'onDemand' : 'model'),
    dimension,
    variant: null,
    modelLabel: / for (?!.* for )(.+)$/i.exec(text)?.[1] ?? '',
    isNewKind: true,
  };
}

const READERS: readonly Reader[] = [
  readAccountPool,
  readMantle,
  readModelDaily,
  readCalls,
  readOf(MODEL_CALLS, 'model'),
  readConcurrent,
  readOf(CUSTOM_DEPLOYMENT, 'customDeployment'),
  readNewKind,
];

/**
 * Reads a Service Quotas name; spelling may differ in case and spaces, and the `InvokeModel` names of AWS's documentation
 * count. A name that speaks of inference in a new way is read as far as it goes, and marked.
 * `null`: not an inference quota (batch, provisioned, guardrails, other features …). Never throws.
 */
export function parseQuotaName(name: string): ParsedQuotaName | null {
  const text = name.replace(/\s+/g, ' ').trim();
  for (const read of READERS) {
    const parsed = read(text);
    if (parsed) return parsed;
  }
  return null;
}

/** Whether a name has the words of an inference quota; if it cannot be read then, AWS has a kind that is new to us. */
export function isLikeInference(name: string): boolean {
  return LIKE_INFERENCE.test(name);
}

/** The canonical spelling of a parsed name that is of no new kind: `parseQuotaName(formatQuotaName(x))` equals `x`. */
export function formatQuotaName(parsed: ParsedQuotaName): string {
  const { endpoint, scope, dimension, variant, modelLabel } = parsed;
  const words = DIMENSION_WORDS[dimension];
  const label = variant === 'longContext' ? `${modelLabel}${LONG_CONTEXT_SUFFIX}` : modelLabel;
  if (scope === 'account') return ACCOUNT_POOL_NAME;
  if (endpoint === 'mantle') return `[bedrock-mantle endpoint] ${words} for ${label}`;
  if (scope === 'customDeployment')
    return `(Model customization) Sum of on demand custom model deployment ${words} for ${label}`;
  if (dimension === 'concurrentRequests') return `On-demand InvokeModel ${words} for ${label}`;
  if (scope === 'model' && dimension !== 'tokensPerDay') return `InvokeModel ${words} for ${label}`;
  if (scope === 'model') {
    return variant === 'latencyOptimized'
      ? `Model invocation max latency-optimized ${words} for ${label}`
      : `Model invocation max ${words} for ${label}${DOUBLED_SUFFIX}`;
  }
  const latency = variant === 'latencyOptimized' ? ' latency-optimized' : '';
  return `${SCOPE_WORDS[scope]}${latency} model inference ${words.toLowerCase()} for ${label}`;
}
