import type { Dimension, ParsedQuotaName, Variant } from '../vocabulary/quota';

/** Name of the account's daily pool; AWS has one such quota (L-E3F10727, since 2026-09-21). */
const ACCOUNT_POOL_NAME = 'Cross-Model Max Tokens Per Day';
const LONG_CONTEXT_SUFFIX = ' 1M Context Length';
const DOUBLED_SUFFIX = ' (doubled for cross-region calls)';

const MANTLE = /^\[bedrock-mantle endpoint\] (input|output) tokens per minute for (.+)$/i;
const MODEL_DAILY =
  /^model invocation max (latency-optimized )?tokens per day for (.+?)(?: \(doubled for cross-region calls\))*$/i;
const CALLS =
  /^(on-demand|cross-region|global cross-region)(,? latency-optimized)? (?:model inference|invokemodel) (requests per minute|tokens per minute|tokens per day) for (.+)$/i;
const LONG_CONTEXT = /^(.+) 1m context length$/i;

const LIKE_INFERENCE =
  /\b(?:model inference|model invocation|invokemodel|bedrock-mantle|cross-model)\b.*\b(?:tokens|requests) per (?:second|minute|hour|day)\b/i;

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
};
const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  requestsPerMinute: 'requests per minute',
  tokensPerMinute: 'tokens per minute',
  tokensPerDay: 'tokens per day',
  inputTokensPerMinute: 'Input tokens per minute',
  outputTokensPerMinute: 'Output tokens per minute',
};

function toModel(label: string, latencyOptimized: boolean): { variant: Variant | null; modelLabel: string } {
  if (latencyOptimized) return { variant: 'latencyOptimized', modelLabel: label };
  const longContext = LONG_CONTEXT.exec(label)?.[1];
  return longContext === undefined
    ? { variant: null, modelLabel: label }
    : { variant: 'longContext', modelLabel: longContext };
}

/**
 * Reads a Service Quotas name; spelling may differ in case and spaces, and the `InvokeModel` names of 2024 count.
 * `null`: not an inference quota (batch, provisioned, customization, guardrails, concurrency …). Never throws.
 */
export function parseQuotaName(name: string): ParsedQuotaName | null {
  const text = name.replace(/\s+/g, ' ').trim();
  if (text.toLowerCase() === ACCOUNT_POOL_NAME.toLowerCase()) {
    return { endpoint: 'runtime', scope: 'account', dimension: 'tokensPerDay', variant: null, modelLabel: '' };
  }
  const [, direction, mantleLabel] = MANTLE.exec(text) ?? [];
  if (direction !== undefined && mantleLabel !== undefined) {
    const dimension = direction.toLowerCase() === 'input' ? 'inputTokensPerMinute' : 'outputTokensPerMinute';
    return { endpoint: 'mantle', scope: 'onDemand', dimension, ...toModel(mantleLabel, false) };
  }
  const [, dailyLatency, dailyLabel] = MODEL_DAILY.exec(text) ?? [];
  if (dailyLabel !== undefined) {
    const model = toModel(dailyLabel, dailyLatency !== undefined);
    return { endpoint: 'runtime', scope: 'model', dimension: 'tokensPerDay', ...model };
  }
  const [, scopeWords, latency, dimensionWords, label] = CALLS.exec(text) ?? [];
  const scope = CALL_SCOPES[scopeWords?.toLowerCase() ?? ''];
  const dimension = CALL_DIMENSIONS[dimensionWords?.toLowerCase() ?? ''];
  if (scope === undefined || dimension === undefined || label === undefined) return null;
  return { endpoint: 'runtime', scope, dimension, ...toModel(label, latency !== undefined) };
}

/** Whether a name has the words of an inference quota; if it cannot be read then, AWS has a kind that is new to us. */
export function isLikeInference(name: string): boolean {
  return LIKE_INFERENCE.test(name);
}

/** The canonical spelling of a parsed name: `parseQuotaName(formatQuotaName(x))` equals `x`. */
export function formatQuotaName(parsed: ParsedQuotaName): string {
  const { endpoint, scope, dimension, variant, modelLabel } = parsed;
  const words = DIMENSION_WORDS[dimension];
  const label = variant === 'longContext' ? `${modelLabel}${LONG_CONTEXT_SUFFIX}` : modelLabel;
  if (scope === 'account') return ACCOUNT_POOL_NAME;
  if (endpoint === 'mantle') return `[bedrock-mantle endpoint] ${words} for ${label}`;
  if (scope === 'model') {
    return variant === 'latencyOptimized'
      ? `Model invocation max latency-optimized ${words} for ${label}`
      : `Model invocation max ${words} for ${label}${DOUBLED_SUFFIX}`;
  }
  const latency = variant === 'latencyOptimized' ? ' latency-optimized' : '';
  return `${SCOPE_WORDS[scope]}${latency} model inference ${words} for ${label}`;
}
