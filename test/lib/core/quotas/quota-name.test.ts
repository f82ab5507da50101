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
  ['cross-model max tokens per day', parsed({ scope: 'account', dimension: 'tokensPerDay', modelLabel: '' })],
];

const OTHERS = [
  '(Model customization) Sum of on demand custom model deployment tokens per minute for Amazon Nova Lite',
  '(Model customization) Sum of on demand custom model deployment tokens per day for Amazon Nova Lite',
  '(Guardrails) On-demand InvokeGuardrailChecks requests per minute',
  '(Data Automation) InvokeDataAutomation(Sync) - Image - Max number of requests per minute',
  'On-demand InvokeModel concurrent requests for Amazon Nova Reel1.0',
  'On-demand InvokeModel async concurrent requests for Twelve Labs Marengo',
  'Model units per provisioned model for Claude 3 Haiku V1 48k',
  'Records per batch inference job for Claude 3 Haiku',
  'On-demand model inference requests per minute for ',
  'On-demand model inference tokens per second for X',
  'x On-demand model inference tokens per minute for X',
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

  test.each(OTHERS)('leaves out %j', (name) => {
    expect(parseQuotaName(name)).toBeNull();
  });

  test('finds the 378 inference rows of the July listing, by kind', () => {
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
    });
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(378);
  });
});

describe('formatQuotaName', () => {
  test('differs from AWS in the July listing by case and one comma only', () => {
    for (const { quotaName } of readQuotaTable()) {
      const name = parseQuotaName(quotaName);
      if (name) expect(formatQuotaName(name).toLowerCase()).toBe(quotaName.toLowerCase().replace('demand,', 'demand'));
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
        if (name) expect(parseQuotaName(formatQuotaName(name))).toEqual(name);
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
