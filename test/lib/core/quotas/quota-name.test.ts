import fc from 'fast-check';
import { formatQuotaName, parseQuotaName } from '../../../../lib/core/quotas/quota-name';
import type { ParsedQuotaName } from '../../../../lib/core/vocabulary/quota';
import { readQuotaTable } from '../../../../local/quotas/table';

function parsed(changes: Partial<ParsedQuotaName>): ParsedQuotaName {
  return {
    endpoint: 'runtime',
    scope: 'onDemand',
    dimension: 'tokensPerMinute',
    variant: null,
    modelLabel: 'X',
    ...changes,
  };
}

const INFERENCE: readonly (readonly [string, ParsedQuotaName])[] = [
  ['On-demand model inference requests per minute for X', parsed({ dimension: 'requestsPerMinute' })],
  ['On-demand model inference tokens per minute for X', parsed({})],
  ['On-demand InvokeModel requests per minute for X', parsed({ dimension: 'requestsPerMinute' })],
  ['On-demand InvokeModel tokens per minute for X', parsed({})],
  ['Cross-region model inference tokens per minute for X', parsed({ scope: 'crossRegion' })],
  [
    'Cross-Region model inference requests per minute for X',
    parsed({ scope: 'crossRegion', dimension: 'requestsPerMinute' }),
  ],
  ['Global cross-region model inference tokens per minute for X', parsed({ scope: 'globalCrossRegion' })],
  [
    'Global cross-region model inference tokens per day for X',
    parsed({ scope: 'globalCrossRegion', dimension: 'tokensPerDay' }),
  ],
  ['On-demand latency-optimized model inference tokens per minute for X', parsed({ variant: 'latencyOptimized' })],
  [
    'On-Demand, latency-optimized model inference requests per minute for X',
    parsed({ variant: 'latencyOptimized', dimension: 'requestsPerMinute' }),
  ],
  [
    'Model invocation max tokens per day for X (doubled for cross-region calls)',
    parsed({ scope: 'model', dimension: 'tokensPerDay' }),
  ],
  ['Model invocation max tokens per day for X', parsed({ scope: 'model', dimension: 'tokensPerDay' })],
  [
    'Model invocation max latency-optimized tokens per day for X',
    parsed({ scope: 'model', dimension: 'tokensPerDay', variant: 'latencyOptimized' }),
  ],
  [
    'Model invocation max tokens per day for X V1 1M Context Length (doubled for cross-region calls)',
    parsed({ scope: 'model', dimension: 'tokensPerDay', variant: 'longContext', modelLabel: 'X V1' }),
  ],
  [
    'Cross-region model inference tokens per minute for X V1 1M Context Length',
    parsed({ scope: 'crossRegion', variant: 'longContext', modelLabel: 'X V1' }),
  ],
  [
    '[bedrock-mantle endpoint] Input tokens per minute for X',
    parsed({ endpoint: 'mantle', dimension: 'inputTokensPerMinute' }),
  ],
  [
    '[bedrock-mantle endpoint] Output tokens per minute for X',
    parsed({ endpoint: 'mantle', dimension: 'outputTokensPerMinute' }),
  ],
  ['Cross-Model Max Tokens Per Day', parsed({ scope: 'account', dimension: 'tokensPerDay', modelLabel: '' })],
  ['InvokeModel requests per minute for X', parsed({ scope: 'model', dimension: 'requestsPerMinute' })],
  ['InvokeModel tokens per minute for X', parsed({ scope: 'model' })],
  ['On-demand model inference input tokens per minute for X', parsed({ dimension: 'inputTokensPerMinute' })],
  [
    'Cross-Region InvokeModel output tokens per minute for X',
    parsed({ scope: 'crossRegion', dimension: 'outputTokensPerMinute' }),
  ],
  ['Bedrock Mantle input tokens per minute for X', parsed({ endpoint: 'mantle', dimension: 'inputTokensPerMinute' })],
  ['Bedrock Mantle output tokens per minute for X', parsed({ endpoint: 'mantle', dimension: 'outputTokensPerMinute' })],
  ['On-demand InvokeModel concurrent requests for X', parsed({ dimension: 'concurrentRequests' })],
  ['On-demand InvokeModel async concurrent requests for X', parsed({ dimension: 'concurrentRequests' })],
  [
    '(Model customization) Sum of on demand custom model deployment tokens per minute for X',
    parsed({ scope: 'customDeployment' }),
  ],
  [
    '(Model customization) Sum of on demand custom model deployment tokens per day for X',
    parsed({ scope: 'customDeployment', dimension: 'tokensPerDay' }),
  ],
  [
    '(Model customization) Sum of on demand custom model deployment requests per minute for X',
    parsed({ scope: 'customDeployment', dimension: 'requestsPerMinute' }),
  ],
  ['cross-model max tokens per day', parsed({ scope: 'account', dimension: 'tokensPerDay', modelLabel: '' })],
];

/** Names that speak of tokens or requests per minute or day in a way that is new, and what their words say. */
const NEW_KINDS: readonly (readonly [string, Partial<ParsedQuotaName>])[] = [
  ['Priority model inference tokens per minute for X', { scope: 'model', modelLabel: 'X' }],
  ['x On-demand model inference tokens per minute for X', { modelLabel: 'X' }],
  [
    'Flex cross-region model inference requests per minute for X',
    { scope: 'crossRegion', dimension: 'requestsPerMinute' },
  ],
  ['Global cross-region flex tokens per day for X', { scope: 'globalCrossRegion', dimension: 'tokensPerDay' }],
  ['Bedrock-mantle priority input tokens per minute for X', { endpoint: 'mantle', dimension: 'inputTokensPerMinute' }],
  ['(Agents) InvokeModel tokens per minute for X', { scope: 'model' }],
  ['Tokens per minute', { scope: 'model', modelLabel: '' }],
  [
    'On-demand model inference requests per minute for ',
    { scope: 'onDemand', dimension: 'requestsPerMinute', modelLabel: '' },
  ],
];

const OTHERS = [
  '(Guardrails) On-demand InvokeGuardrailChecks requests per minute',
  '(Data Automation) InvokeDataAutomation(Sync) - Image - Max number of requests per minute',
  'Model units per provisioned model for Claude 3 Haiku V1 48k',
  'Records per batch inference job for Claude 3 Haiku',
  'On-demand model inference tokens per second for X',
  '(Guardrails) On-demand tokens per minute',
  '',
];

describe('parseQuotaName', () => {
  test.each(INFERENCE)('reads %s', (name, expected) => {
    expect(parseQuotaName(name)).toEqual(expected);
    expect(parseQuotaName(`${name.toUpperCase()} `)).toEqual({
      ...expected,
      modelLabel: expected.modelLabel.toUpperCase(),
    });
  });

  test.each(NEW_KINDS)('reads %s as far as its words go', (name, expected) => {
    expect(parseQuotaName(name)).toEqual(parsed({ ...expected, isNewKind: true }));
  });

  test.each(OTHERS)('leaves out %j', (name) => {
    expect(parseQuotaName(name)).toBeNull();
  });

  test('finds the 378 inference rows of the July listing, and 20 others, by kind', () => {
    const counts: Record<string, number> = {};
    for (const { quotaName } of readQuotaTable()) {
      const name = parseQuotaName(quotaName);
      if (!name) continue;
      const kind = [name.endpoint, name.scope, name.dimension, name.variant ?? 'standard'].join(' ');
      counts[kind] = (counts[kind] ?? 0) + 1;
    }
    expect(counts).toEqual({
      'runtime onDemand requestsPerMinute standard': 89,
      'runtime onDemand tokensPerMinute standard': 68,
      'runtime onDemand requestsPerMinute latencyOptimized': 3,
      'runtime onDemand tokensPerMinute latencyOptimized': 3,
      'runtime crossRegion requestsPerMinute standard': 50,
      'runtime crossRegion requestsPerMinute longContext': 2,
      'runtime crossRegion tokensPerMinute standard': 37,
      'runtime crossRegion tokensPerMinute longContext': 2,
      'runtime globalCrossRegion requestsPerMinute standard': 10,
      'runtime globalCrossRegion requestsPerMinute longContext': 1,
      'runtime globalCrossRegion tokensPerMinute standard': 13,
      'runtime globalCrossRegion tokensPerMinute longContext': 1,
      'runtime globalCrossRegion tokensPerDay standard': 13,
      'runtime globalCrossRegion tokensPerDay longContext': 1,
      'runtime model tokensPerDay standard': 74,
      'runtime model tokensPerDay longContext': 2,
      'runtime model tokensPerDay latencyOptimized': 1,
      'mantle onDemand inputTokensPerMinute standard': 4,
      'mantle onDemand outputTokensPerMinute standard': 4,
      'runtime onDemand concurrentRequests standard': 8,
      'runtime customDeployment requestsPerMinute standard': 4,
      'runtime customDeployment tokensPerMinute standard': 4,
      'runtime customDeployment tokensPerDay standard': 4,
    });
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(378 + 20);
  });
});

describe('formatQuotaName', () => {
  test('differs from AWS in the July listing by case and one comma only', () => {
    for (const { quotaName } of readQuotaTable()) {
      const name = parseQuotaName(quotaName);
      if (name)
        expect(formatQuotaName(name).toLowerCase()).toBe(quotaName.toLowerCase().replace(/(?<=demand),|async /, ''));
    }
  });

  test('law: reading a formatted name gives what it was made of', () => {
    const prefixes = INFERENCE.map(([name]) => name.replace(/ for X.*$/, ' for '));
    const piece = fc.oneof(
      fc.constantFrom(' 1M Context Length', ' (doubled for cross-region calls)', 'Claude', ' ', '  ', '\t', '\u2028'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...prefixes), fc.array(piece), (prefix, pieces) => {
        const name = parseQuotaName(prefix + pieces.join(''));
        if (name && !name.isNewKind) expect(parseQuotaName(formatQuotaName(name))).toEqual(name);
      }),
    );
  });

  test('law: no text crashes the reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseQuotaName(text);
      }),
    );
  });
});
