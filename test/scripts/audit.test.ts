import { readAudit } from '../../scripts/pack/audit-package';

test.each([
  ['nothing is known', { vulnerabilities: {} }, { kind: 'clean', packages: 3 }],
  [
    'something is known',
    { vulnerabilities: { one: { severity: 'high' }, two: { severity: 'low' } } },
    { kind: 'vulnerable', names: ['one (high)', 'two (low)'] },
  ],
  ['a registry without audits', { error: { summary: 'not here' } }, { kind: 'unknown', reason: 'not here' }],
  ['a registry that refuses', { message: 'denied' }, { kind: 'unknown', reason: 'denied' }],
  ['an answer of another form', {}, { kind: 'unknown', reason: 'the registry gives no answer' }],
])('%s', (_, answer, expected) => {
  expect(readAudit(JSON.stringify(answer), 3)).toEqual(expected);
});

test('silence is no all-clear', () => {
  expect(readAudit('', 3).kind).toBe('unknown');
});
