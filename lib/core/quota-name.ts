import type { Dimension, ParsedQuotaName, Scope, Variant } from './quota';

/** Name of the daily pool that all models of an account share; quota L-E3F10727. */
const ACCOUNT_POOL = 'Cross-Model Max Tokens Per Day';

const LONG_CONTEXT = ' 1M Context Length';
const DOUBLED = ' (doubled for cross-region calls)';

interface Pattern {
  readonly expression: RegExp;
  readonly parse: (match: RegExpExecArray) => ParsedQuotaName;
}

const SCOPES: Readonly<Record<string, Scope>> = {
  'on-demand': 'onDemand',
  'cross-region': 'crossRegion',
  'global cross-region': 'globalCrossRegion',
};

const DIMENSIONS: Readonly<Record<string, Dimension>> = {
  'requests per minute': 'requestsPerMinute',
  'tokens per minute': 'tokensPerMinute',
  'tokens per day': 'tokensPerDay',
};

/** Splits a label from the "1M Context Length" that marks the quota of long-context calls. */
function splitLabel(text: string): { modelLabel: string; variant: Variant | null } {
  const label = text.trim();
  return label.toLowerCase().endsWith(LONG_CONTEXT.toLowerCase())
    ? { modelLabel: label.slice(0, -LONG_CONTEXT.length), variant: 'longContext' }
    : { modelLabel: label, variant: null };
}

function runtime(
  scope: Scope | undefined,
  dimension: Dimension | undefined,
  label: string,
  latency: boolean,
): ParsedQuotaName {
  const { modelLabel, variant } = splitLabel(label);
  return {
    endpoint: 'runtime',
    scope: scope ?? 'onDemand',
    dimension: dimension ?? 'tokensPerMinute',
    variant: latency ? 'latencyOptimized' : variant,
    modelLabel,
  };
}

/** The forms of inference quota names, compared without case. Everything else is no inference quota. */
const PATTERNS: readonly Pattern[] = [
  {
    expression:
      /^(on-demand|cross-region|global cross-region)(,? latency-optimized)? model inference (requests per minute|tokens per minute|tokens per day) for (\S.*)$/i,
    parse: ([, scope = '', latency, dimension = '', label = '']) =>
      runtime(SCOPES[scope.toLowerCase()], DIMENSIONS[dimension.toLowerCase()], label, latency !== undefined),
  },
  {
    // The spelling until 2024.
    expression: /^on-demand invokemodel (requests per minute|tokens per minute) for (\S.*)$/i,
    parse: ([, dimension = '', label = '']) => runtime('onDemand', DIMENSIONS[dimension.toLowerCase()], label, false),
  },
  {
    expression:
      /^model invocation max (latency-optimized )?tokens per day for (\S.*?)(?: \(doubled for cross-region calls\))?$/i,
    parse: ([, latency, label = '']) => runtime('model', 'tokensPerDay', label, latency !== undefined),
  },
  {
    expression: /^\[bedrock-mantle endpoint\] (input|output) tokens per minute for (\S.*)$/i,
    parse: ([, direction = '', label = '']) => ({
      endpoint: 'mantle',
      scope: 'onDemand',
      dimension: direction.toLowerCase() === 'input' ? 'inputTokensPerMinute' : 'outputTokensPerMinute',
      ...splitLabel(label),
    }),
  },
  {
    expression: /^cross-model max tokens per day$/i,
    parse: () => ({ endpoint: 'runtime', scope: 'account', dimension: 'tokensPerDay', variant: null, modelLabel: '' }),
  },
];

/** Reads what a quota's name says; `null` when it is no inference quota. */
export function parseQuotaName(name: string): ParsedQuotaName | null {
  const text = name.trim();
  for (const { expression, parse } of PATTERNS) {
    const match = expression.exec(text);
    if (match) return parse(match);
  }
  return null;
}

const SCOPE_WORDS: Readonly<Record<'onDemand' | 'crossRegion' | 'globalCrossRegion', string>> = {
  onDemand: 'On-demand',
  crossRegion: 'Cross-region',
  globalCrossRegion: 'Global cross-region',
};

const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  requestsPerMinute: 'requests per minute',
  tokensPerMinute: 'tokens per minute',
  tokensPerDay: 'tokens per day',
  inputTokensPerMinute: 'Input tokens per minute',
  outputTokensPerMinute: 'Output tokens per minute',
};

/** The canonical name; reading it again gives what it was made of. */
export function formatQuotaName({ endpoint, scope, dimension, variant, modelLabel }: ParsedQuotaName): string {
  if (scope === 'account') return ACCOUNT_POOL;
  const label = variant === 'longContext' ? `${modelLabel}${LONG_CONTEXT}` : modelLabel;
  const words = DIMENSION_WORDS[dimension];
  if (endpoint === 'mantle') return `[bedrock-mantle endpoint] ${words} for ${label}`;
  if (scope === 'model') {
    return variant === 'latencyOptimized'
      ? `Model invocation max latency-optimized tokens per day for ${label}`
      : `Model invocation max tokens per day for ${label}${DOUBLED}`;
  }
  const latency = variant === 'latencyOptimized' ? ' latency-optimized' : '';
  return `${SCOPE_WORDS[scope]}${latency} model inference ${words} for ${label}`;
}
