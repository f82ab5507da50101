import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseQuotaFile, readQuotaFile } from '../../../local/quotas/read-table';
import { readQuotaTable } from '../../../local/quotas/table';

const LISTED = {
  ServiceCode: 'bedrock',
  QuotaCode: 'L-F4DDD3EB',
  QuotaName: 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1',
  Value: 12_345,
  Unit: 'None',
  Adjustable: true,
};

describe('parseQuotaFile', () => {
  it('reads applied values; a default is that of a known row, else unknown', () => {
    const text = JSON.stringify({ Quotas: [LISTED, { ...LISTED, QuotaCode: 'L-00000001', Value: 0 }] });
    const row = { quotaName: LISTED.QuotaName, adjustable: true };
    expect(parseQuotaFile(text, 'mine.json', readQuotaTable())).toEqual([
      { ...row, quotaCode: 'L-F4DDD3EB', appliedValue: 12_345, defaultValue: 5_000_000 },
      { ...row, quotaCode: 'L-00000001', appliedValue: 0, defaultValue: null },
    ]);
  });

  it.each([
    ['{', 'mine.json is no JSON'],
    ['[]', 'mine.json has no "Quotas" list'],
    ['null', 'mine.json has no "Quotas" list'],
    ['{"Quotas":[]}', 'mine.json has no "Quotas" list'],
    ['{"Quotas":[7]}', 'mine.json, Quotas[0] is no object'],
    [JSON.stringify({ Quotas: [LISTED, { ...LISTED, QuotaCode: 'X' }] }), 'mine.json, Quotas[1]: QuotaCode'],
    [JSON.stringify({ Quotas: [{ ...LISTED, Value: '5' }] }), 'Quotas[0] (L-F4DDD3EB): Value'],
    [JSON.stringify({ Quotas: [{ ...LISTED, Value: -1 }] }), 'Quotas[0] (L-F4DDD3EB): Value'],
    [JSON.stringify({ Quotas: [{ ...LISTED, QuotaName: undefined }] }), 'QuotaName is missing'],
    [JSON.stringify({ Quotas: [{ ...LISTED, Adjustable: 'yes' }] }), 'Adjustable must be true or false'],
    [JSON.stringify({ Quotas: [LISTED, LISTED] }), 'mine.json lists L-F4DDD3EB twice'],
  ])('says what is wrong with %s', (text, words) => {
    expect(() => parseQuotaFile(text, 'mine.json')).toThrow(words);
  });
});

describe('readQuotaFile', () => {
  it('reads a file, and names one that is not there', () => {
    const directory = mkdtempSync(join(tmpdir(), 'quotas-'));
    const file = join(directory, 'mine.json');
    try {
      writeFileSync(file, JSON.stringify({ Quotas: [LISTED] }));
      expect(readQuotaFile(file)).toHaveLength(1);
      expect(() => readQuotaFile(join(directory, 'none.json'))).toThrow('none.json cannot be read');
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
