import { CONSISTENT, confirmDiagnosis, type NamedLimit } from '../../../../../lib/core/findings/cause/confirm';
import type { Diagnosis } from '../../../../../lib/core/findings/cause/diagnose';
import type { LedgerGroup } from '../../../../../lib/core/refusals';
import type { CauseKind } from '../../../../../lib/core/vocabulary/finding';
import type { MappedQuota } from '../../../../../lib/core/vocabulary/quota';
import { EN } from '../../../../../lib/language/en';
import { dailyPool, quota, requestQuota } from '../../fixtures';

function diagnosis(kind: CauseKind, bound: MappedQuota | null = null): Diagnosis {
  return { quota: bound, reserved: null, cause: { kind, confidence: 'medium', evidence: () => ['by the metrics'] } };
}

function said(kind: LedgerGroup['kind'], calls: number, changes: Partial<LedgerGroup> = {}): LedgerGroup {
  return { kind, text: kind, modelId: 'm', principal: null, userAgent: null, minutes: [[1, calls]], ...changes };
}

const SPENT = [requestQuota(), quota(), dailyPool()];

function confirm(inferred: Diagnosis, groups: readonly LedgerGroup[], spent: readonly MappedQuota[] = SPENT) {
  const { cause, quota: bound } = confirmDiagnosis(inferred, { said: groups, throttles: 500, spent });
  return { kind: cause.kind, confidence: cause.confidence, quota: bound, evidence: cause.evidence(EN) };
}

test.each([
  ['tokensPerMinute', 'tokensPerMinute', quota()],
  ['tokensPerMinute', 'reservation', quota()],
  ['tokensPerMinute', 'burst', quota()],
  ['tokensPerMinute', 'zeroQuota', quota()],
  ['requestsPerMinute', 'requestsPerMinute', requestQuota()],
  ['requestsPerMinute', 'burst', requestQuota()],
  ['requestsPerMinute', 'zeroQuota', requestQuota()],
  ['tokensPerDay', 'tokensPerDay', dailyPool()],
  ['tokensPerDay', 'zeroQuota', quota()],
  ['capacity', 'capacity', null],
  ['modelNotReady', 'capacity', null],
] as const)('"%s" confirms %s and leaves it as it is', (text, kind, bound) => {
  const result = confirm(diagnosis(kind, bound), [said(text, 3)]);
  expect(result).toMatchObject({ kind, confidence: 'confirmed', quota: bound });
  expect(result.evidence).toContain('by the metrics');
  expect(result.evidence.join()).not.toContain('the metrics alone');
});

test.each([
  ['requestsPerMinute', 'capacity', null, 'requestsPerMinute', requestQuota()],
  ['requestsPerMinute', 'burst', quota(), 'requestsPerMinute', requestQuota()],
  ['tokensPerMinute', 'burst', requestQuota(), 'tokensPerMinute', quota()],
  ['tokensPerMinute', 'zeroQuota', dailyPool(), 'tokensPerMinute', quota()],
  ['tokensPerMinute', 'unknown', null, 'tokensPerMinute', quota()],
  ['tokensPerDay', 'reservation', quota(), 'tokensPerDay', dailyPool()],
  ['capacity', 'reservation', quota(), 'capacity', null],
] as const)('"%s" overrules %s', (text, inferred, of, kind, bound) => {
  const result = confirm(diagnosis(inferred, of), [said(text, 3)]);
  expect(result).toMatchObject({ kind, confidence: 'confirmed', quota: bound });
  expect(result.evidence).toContain(
    `the metrics alone pointed to ${EN.cause.kinds[inferred]} (${EN.cause.confidences.medium})`,
  );
});

test('"tokens per day" with a quota of 0 is that quota', () => {
  const zero = requestQuota({ appliedValue: 0 });
  expect(confirm(diagnosis('capacity'), [said('tokensPerDay', 3)], [quota(), zero])).toMatchObject({
    kind: 'zeroQuota',
    quota: zero,
  });
});

test.each([
  ['nothing', []],
  ['a text that names no limit', [said('throttled', 9)]],
  ['a quota that is not named', [said('serviceQuotaExceeded', 9)]],
])('with %s the inference stays as it is', (_, groups) => {
  expect(confirm(diagnosis('reservation', quota()), groups)).toMatchObject({
    kind: 'reservation',
    confidence: 'medium',
    evidence: ['by the metrics'],
  });
});

test('the limit of most calls counts, and each text is told with its calls, beside those of the metric', () => {
  const groups = [said('requestsPerMinute', 2), said('tokensPerMinute', 1, { text: 'a' }), said('tokensPerMinute', 2)];
  const result = confirm(diagnosis('reservation', quota()), groups);
  expect(result.kind).toBe('reservation');
  expect(result.evidence[0]).toBe(
    'CloudTrail recorded 5 calls, beside 500 throttled calls in the metric: "requestsPerMinute" (2 calls), "tokensPerMinute" (2 calls), "a" (1 call)',
  );
});

test('three callers are named, without their sessions, and the others counted', () => {
  const groups = ['A/1', 'A/2', 'user/b', 'C/1', 'D/1', 'E/1'].map((principal, index) =>
    said('tokensPerMinute', 10 - index, { principal }),
  );
  expect(confirm(diagnosis('reservation', quota()), groups).evidence[1]).toBe(
    'callers: A (19 calls), user/b (8 calls), C (7 calls), 2 more',
  );
});

test('every limit has a cause that says the same', () => {
  const limits: NamedLimit[] = ['tokensPerMinute', 'requestsPerMinute', 'tokensPerDay', 'capacity'];
  for (const limit of limits) expect(CONSISTENT[limit][0]).toEqual({ kind: limit });
});
