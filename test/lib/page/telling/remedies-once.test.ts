import type { DescribedFinding, Remedy } from '../../../../lib/core/vocabulary/finding';
import { tellRemediesOnce } from '../../../../lib/page/telling/remedies-once';
import { bare } from '../page-fixtures';

const RAISE: Remedy = { title: 'Ask for more', command: 'aws raise' };
const WAIT: Remedy = { title: 'Wait', command: null };

function finding(id: string, ...remedies: Remedy[]): DescribedFinding {
  const { finding: one, context } = bare('utilization', id);
  return { finding: { ...one, id, remedies }, context };
}

test('a remedy stands where it is read first, and later only where that is', () => {
  const told = tellRemediesOnce([
    { title: 'Throttled', described: [finding('a', RAISE, WAIT)] },
    { title: 'In use', described: [finding('b', RAISE), finding('c'), finding('d', WAIT, { ...WAIT, title: 'New' })] },
  ]);
  expect(Object.fromEntries(told)).toEqual({
    a: { remedies: [RAISE, WAIT], above: [] },
    b: { remedies: [], above: ['Throttled'] },
    c: { remedies: [], above: [] },
    d: { remedies: [{ title: 'New', command: null }], above: ['Throttled'] },
  });
});

test('a command that stands above under another title is not repeated; its title is', () => {
  const why = { ...RAISE, title: 'It cannot be raised: ask for its sibling' };
  const told = tellRemediesOnce([{ title: 'Throttled', described: [finding('a', RAISE), finding('b', why)] }]);
  expect(told.get('b')).toEqual({ remedies: [{ title: why.title, command: null }], above: ['Throttled'] });
});

test('the remedies of people come before those of programs', () => {
  const { finding: one, context } = finding('a', RAISE);
  const described = { finding: one, context: { ...context, remedies: [WAIT] } };
  expect(tellRemediesOnce([{ title: 'x', described: [described] }]).get('a')?.remedies).toEqual([WAIT]);
});
