import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderMappingPage } from '../../scripts/mapping-table';
import { EXPECTED_MODEL_BY_LABEL } from '../lib/core/quotas/expected-mapping';

const PAGE = readFileSync(join(__dirname, '..', '..', 'docs', 'mapping.md'), 'utf8');
const ROWS = PAGE.split('\n').filter((line) => line.startsWith('| '));

test('docs/mapping.md is what npm run mapping-page makes', () => {
  expect(PAGE).toBe(renderMappingPage());
});

test('lists the 378 codes once each, the unmapped first, each with a reason', () => {
  const codes = ROWS.flatMap((row) => row.match(/L-[0-9A-F]{8}/g) ?? []);
  expect([codes.length, new Set(codes).size]).toEqual([378, 378]);
  const mappings = ROWS.slice(1).map((row) => row.split(' | ')[2]);
  expect([...new Set(mappings)]).toEqual(['unmapped', 'notApplicable', 'alias', 'exact']);
  for (const row of ROWS.slice(1)) {
    const [, , mapping, why] = row.split(' | ');
    expect({ row, hasReason: why !== '' }).toEqual({ row, hasReason: mapping !== 'exact' });
  }
});

test('says of each label what reading it says', () => {
  for (const [label, id] of Object.entries(EXPECTED_MODEL_BY_LABEL)) {
    const name = label.replace(/ 1M Context Length$/, ' (1M context)');
    const rows = ROWS.filter((row) => row.startsWith(`| ${name} |`) || row.startsWith(`| ${name} (`));
    expect({ label, found: rows.length > 0 }).toEqual({ label, found: true });
    for (const row of rows) expect(row.split(' | ')[1]).toBe(id === null ? '' : `\`${id}\``);
  }
});
