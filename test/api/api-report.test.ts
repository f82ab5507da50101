import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRIES, type Entry, emitTypes, findUndocumented, reportApi } from '../../scripts/api/report-api';

const ROOT = join(__dirname, '..', '..');
const TYPES = join(ROOT, '.api-types', 'test');

jest.setTimeout(180_000);

beforeAll(() => emitTypes(ROOT, TYPES));

afterAll(() => rmSync(TYPES, { recursive: true }));

describe.each(Object.keys(ENTRIES) as Entry[])('%s', (entry) => {
  let report: ReturnType<typeof reportApi>;

  beforeAll(() => {
    report = reportApi(ROOT, TYPES, entry);
  });

  test('gives what its report says; after an announced change: npm run api-report', () => {
    expect(report.text).toBe(readFileSync(join(ROOT, 'api', `${entry}.api.md`), 'utf8'));
  });

  test('explains all it gives', () => {
    expect(report.undocumented).toEqual([]);
  });

  test('is read without complaint', () => {
    expect(report.complaints).toEqual([]);
  });
});

describe('what is not explained', () => {
  test.each([
    ['a declaration', '// @public (undocumented)\nexport interface One {\n}\n', ['One']],
    [
      'a member',
      '// @public\nexport interface One {\n    // (undocumented)\n    two: string;\n}\n',
      ['One: two: string;'],
    ],
    ['a function', '// @public (undocumented)\nexport function one(): void;\n', ['one']],
    ['a class', '// @public (undocumented)\nexport abstract class One {\n}\n', ['One']],
    [
      'what is not exported',
      '// @public (undocumented)\ninterface One {\n    // (undocumented)\n    two: string;\n}\n',
      [],
    ],
    ['what is explained', '// @public\nexport const one = 1;\n', []],
  ])('%s', (_, text, expected) => {
    expect(findUndocumented(text)).toEqual(expected);
  });
});
