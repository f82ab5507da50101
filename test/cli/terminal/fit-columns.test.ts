import { alignColumns } from '../../../cli/terminal/columns';
import { fitColumns } from '../../../cli/terminal/fit-columns';

const NAME = { width: 30, least: 10 };
const VALUE = { width: 12 };
const RARE = { width: 12, drop: 1 };
const LESS_RARE = { width: 12, drop: 2 };
const ALL = [NAME, RARE, VALUE, LESS_RARE];

test.each([
  ['as wide as it is', 72, [30, 12, 12, 12]],
  ['names are cut first', 62, [20, 12, 12, 12]],
  ['names are cut as far as they may be', 52, [10, 12, 12, 12]],
  ['then the first is left out, and the name has its room again', 51, [23, 12, 12]],
  ['then the next', 37, [23, 12]],
  ['what still does not fit stays', 20, [10, 12]],
])('%s: in %d columns', (_, page, widths) => {
  expect(fitColumns(ALL, { page, gap: 2 }).map(({ width }) => width)).toEqual(widths);
});

test('of several names the widest is cut first', () => {
  const columns = [
    { width: 20, least: 5 },
    { width: 30, least: 5 },
  ];
  expect(fitColumns(columns, { page: 42, gap: 2 }).map(({ width }) => width)).toEqual([20, 20]);
});

test('a name that is cut says so, and no line is wider than the page', () => {
  const columns = [
    { title: 'NAME', least: 6 },
    { title: 'VALUE', align: 'right' as const },
  ];
  const table = alignColumns(columns, [[{ text: 'a long name of a quota' }, { text: '1,000' }]], 20);
  expect(table).toEqual({ header: 'NAME           VALUE', lines: ['a long name …  1,000'] });
});
