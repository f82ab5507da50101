import { findOverdue } from '../../../../lib/core/targets/find-overdue';
import type { TargetRecord } from '../../../../lib/core/targets/record';
import { targetKeyOf } from '../../../../lib/core/targets/target';
import { spellStatement } from '../../../../lib/core/vocabulary/statement';
import { EN } from '../../../../lib/language/en';

const NOW = 29_000_000;
const TARGETS = [
  { accountId: '111122223333', region: 'us-east-1' },
  { accountId: '000000000000', region: 'us-east-1' },
];

function recordOf(index: number, every: number, triedAt: number): TargetRecord {
  const target = TARGETS[index] ?? { accountId: '', region: '' };
  return { target, every, misses: 0, why: null, triedAt, evaluatedAt: triedAt, metrics: {} };
}

function overdue(...records: TargetRecord[]): string[] {
  const byKey = new Map(records.map((record) => [targetKeyOf(record.target), record]));
  const placeOf = (target: (typeof TARGETS)[number]) => ({ ...target, accountName: null });
  return findOverdue({ targets: TARGETS, records: byKey, placeOf }, NOW).map((one) => spellStatement(one, EN));
}

test.each([
  ['looked at as planned', [recordOf(0, 1, NOW - 1), recordOf(1, 15, NOW - 15)], []],
  ['late by no more than a silence', [recordOf(0, 1, NOW - 11), recordOf(1, 15, NOW - 25)], []],
  ['never looked at', [], []],
])('targets %s are not overdue', (_, records, expected) => {
  expect(overdue(...records)).toEqual(expected);
});

test('those that no worker looks at are told, each by its own plan', () => {
  const [told] = overdue(recordOf(0, 1, NOW - 12), recordOf(1, 15, NOW - 12));
  expect(told).toContain('no worker has looked at 1 of the targets that were due (111122223333, us-east-1)');
});

test('a target that is none any more is not missed', () => {
  const gone = { ...recordOf(0, 1, NOW - 60), target: { accountId: '000000000001', region: 'us-east-1' } };
  expect(overdue(gone)).toEqual([]);
});
