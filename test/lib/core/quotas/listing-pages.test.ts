import fc from 'fast-check';
import { parseListing } from '../../../../lib/core/quotas/listing-pages';

describe('parseListing', () => {
  test.each([
    ['{"Rows":[1,2]}', [1, 2]],
    ['[1,2]', [1, 2]],
    ['[]', []],
    ['{"Rows":[]}', []],
    ['\uFEFF{"Rows":[1]}\n', [1]],
    ['{"Rows":[1]}{"Rows":[2]}', [1, 2]],
    ['{"Rows":["}{"]}\n\uFEFF {"Rows":["\\"]"]}', ['}{', '"]']],
    ['[{"Rows":[1]},{"Rows":[2]}]', [1, 2]],
    ['[1]{"Rows":[2]}', [1, 2]],
    ['{"Other":[1]}', null],
    ['{"Rows":{}}', null],
    ['{"Rows":[1]}{}', null],
    ['null', null],
    ['7', null],
  ])('%s → %j', (text, rows) => {
    expect(parseListing(text, 'Rows')).toEqual(rows);
  });

  test.each(['', '{', '{"Rows":[1]},{"Rows":[2]}', '{"Rows":[1]}x', '}{', '{"Rows":["]}'])('%j is no JSON', (text) => {
    expect(() => parseListing(text, 'Rows')).toThrow(SyntaxError);
  });

  test('pages written one after the other are the rows of all, whatever they hold', () => {
    const pages = fc.array(fc.array(fc.jsonValue({ maxDepth: 2 })), { minLength: 1 });
    fc.assert(
      fc.property(pages, fc.constantFrom('', '\n', ' \r\n'), (lists, gap) => {
        const text = lists.map((Rows) => JSON.stringify({ Rows })).join(gap);
        expect(JSON.stringify(parseListing(text, 'Rows'))).toBe(JSON.stringify(lists.flat()));
      }),
    );
  });
});
