import type { LedgerGroup } from '../../../../lib/core/refusals';
import { SONNET, series, usage } from '../fixtures';
import { find, findingsOf, NOW } from './evaluation';

function denied(changes: Partial<LedgerGroup> = {}): LedgerGroup {
  return {
    kind: 'accessDenied',
    text: 'User: A is not authorized to perform: bedrock:InvokeModel',
    modelId: `us.${SONNET}`,
    principal: 'Worker/1',
    userAgent: null,
    minutes: [[NOW - 10, 5]],
    ...changes,
  };
}

const refusedOf = (refusals: readonly LedgerGroup[]) =>
  findingsOf({ refusals }).filter(({ kind }) => kind === 'refused');

test('refused calls of one kind and model are one finding, with words, callers and what to do', () => {
  const [finding, ...others] = refusedOf([denied(), denied({ principal: 'Worker/2', minutes: [[NOW - 3, 2]] })]);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    id: `refused/accessDenied/crossRegion/${SONNET}`,
    severity: 'warning',
    modelIds: [SONNET],
    scope: 'crossRegion',
    cause: {
      kind: 'unknown',
      confidence: 'confirmed',
      evidence: ['"User: A is not authorized to perform: bedrock:InvokeModel" (7 calls)', 'callers: Worker (7 calls)'],
    },
    remedies: [{ title: "Allow bedrock:InvokeModel in the caller's policy", command: null }],
  });
});

test.each([
  [
    '4 calls of 2 minutes',
    [
      [NOW - 9, 3],
      [NOW - 8, 1],
    ],
    0,
  ],
  ['5 calls of a minute', [[NOW - 9, 5]], 1],
  [
    '3 calls of 3 minutes',
    [
      [NOW - 9, 1],
      [NOW - 8, 1],
      [NOW - 7, 1],
    ],
    1,
  ],
  ['calls of more than three hours ago', [[NOW - 181, 50]], 0],
] as const)('%s: %#', (_, minutes, findings) => {
  expect(refusedOf([denied({ minutes })])).toHaveLength(findings);
});

test.each([
  'tokensPerMinute',
  'requestsPerMinute',
  'tokensPerDay',
  'throttled',
  'serviceQuotaExceeded',
  'capacity',
  'modelNotReady',
] as const)('%s is a throttle, and told by its own finding', (kind) => {
  expect(refusedOf([denied({ kind })])).toEqual([]);
});

test('ids that are none are one finding, whatever they are', () => {
  const groups = ['a', 'b', 'c'].map((modelId) => denied({ kind: 'invalidModelId', modelId, minutes: [[NOW - 1, 2]] }));
  expect(refusedOf(groups).map(({ id, modelIds }) => [id, modelIds])).toEqual([['refused/invalidModelId', []]]);
});

test('a model that is not known is told as it was called', () => {
  expect(refusedOf([denied({ kind: 'legacyModel', modelId: 'old.model-v1' })])[0]).toMatchObject({
    id: 'refused/legacyModel/old.model-v1',
    modelIds: ['old.model-v1'],
    scope: null,
  });
});

test('more than twenty findings help nobody', () => {
  const groups = Array.from({ length: 30 }, (_, index) => denied({ modelId: `m${index}` }));
  expect(refusedOf(groups)).toHaveLength(20);
});

describe('throttles with words of AWS', () => {
  const throttled = (refusals: readonly LedgerGroup[]) =>
    find(
      findingsOf({
        refusals,
        series: [series(`us.${SONNET}`, [usage('14:30', { invocations: 300, estimatedTpm: 970_000, throttles: 20 })])],
      }),
      `throttled/crossRegion/${SONNET}`,
    );
  const AT = NOW - 3;
  const words = (changes: Partial<LedgerGroup> = {}) =>
    denied({ kind: 'requestsPerMinute', text: 'Too many requests', minutes: [[AT, 3]], ...changes });

  test('go by the words of their own minutes and model', () => {
    expect(throttled([words()])).toMatchObject({
      quotaCode: 'L-4A6BFAB1',
      cause: { kind: 'requestsPerMinute', confidence: 'confirmed' },
    });
  });

  test.each([
    ['of another minute', words({ minutes: [[AT - 2, 3]] })],
    ['of another scope', words({ modelId: SONNET })],
    ['of no model', words({ modelId: null })],
    ['of no throttle', words({ kind: 'accessDenied' })],
  ])('and not by words %s', (_, group) => {
    expect(throttled([group]).cause).toMatchObject({ kind: 'tokensPerMinute', confidence: 'high' });
  });

  test('whose minute is the next one in the other service', () => {
    expect(throttled([words({ minutes: [[AT + 1, 3]] })]).cause?.confidence).toBe('confirmed');
  });

  test('whose neighbours are of throttles that were told before', () => {
    const minutes = [AT - 1, AT, AT + 1].map((minute) => [minute, 3] as const);
    expect(throttled([words({ minutes })]).cause?.evidence[0]).toContain('CloudTrail recorded 3 calls, beside 20');
  });
});
