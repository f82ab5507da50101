import fc from 'fast-check';
import { toQuotas } from '../../../../lib/core/quotas/quota-list';
import { isOfModels } from '../../../../lib/core/vocabulary/quota';
import { type Statement, spellStatement } from '../../../../lib/core/vocabulary/statement';
import { EN } from '../../../../lib/language/en';
import { readQuotaTable } from '../../../../local/quotas/table';

const NAME = 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.6';

function row(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { QuotaCode: 'L-15B8E632', QuotaName: NAME, Value: 6_000_000, Adjustable: true, ...changes };
}

function without(key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row()).filter(([name]) => name !== key));
}

const tell = (problems: readonly Statement[]) => problems.map((problem) => spellStatement(problem, EN));

describe('toQuotas', () => {
  test('maps a row, with its default', () => {
    expect(toQuotas([row({ Value: 0 })], [row()])).toEqual({
      quotas: [
        {
          quotaCode: 'L-15B8E632',
          quotaName: NAME,
          endpoint: 'runtime',
          scope: 'crossRegion',
          dimension: 'tokensPerMinute',
          variant: null,
          modelLabel: 'Anthropic Claude Sonnet 4.6',
          appliedValue: 0,
          defaultValue: 6_000_000,
          adjustable: true,
        },
      ],
      accountId: null,
      total: 1,
      problems: [],
    });
  });

  test('reads the July listing: 1,162 quotas, 378 about inference, 20 of deployments and concurrency', () => {
    const rows = readQuotaTable().map(({ quotaCode, quotaName, appliedValue, adjustable }) => ({
      QuotaCode: quotaCode,
      QuotaName: quotaName,
      Value: appliedValue,
      Adjustable: adjustable,
      QuotaArn: `arn:aws:servicequotas:us-east-1:111122223333:bedrock/${quotaCode}`,
    }));
    const { quotas, accountId, total, problems } = toQuotas(rows, null);
    expect({ total, accountId, problems, inference: quotas.filter(isOfModels).length }).toEqual({
      total: 1162,
      accountId: '111122223333',
      problems: [],
      inference: 378,
    });
    expect(quotas).toHaveLength(398);
    expect(
      quotas
        .filter((quota) => isOfModels(quota) && quota.appliedValue !== 0)
        .map((quota) => [quota.quotaCode, quota.appliedValue]),
    ).toEqual([
      ['L-0449ADC5', 1],
      ['L-5A778346', 3000],
      ['L-CFAB19FF', 3000],
      ['L-F4CAA0FD', 1],
    ]);
  });

  test.each([
    ['no object', null],
    ['no object', 'L-15B8E632'],
    ['no object', [row()]],
    ['no code', without('QuotaCode')],
    ['an empty code', row({ QuotaCode: ' ' })],
    ['no name', without('QuotaName')],
    ['a name that is no text', row({ QuotaName: 7 })],
    ['no value', without('Value')],
    ['a value that is no number', row({ Value: Number.NaN })],
    ['an endless value', row({ Value: Number.POSITIVE_INFINITY })],
    ['a negative value', row({ Value: -1 })],
    ['a value in text', row({ Value: '6000000' })],
  ])('leaves out and names a row with %s', (_what, junk) => {
    const { quotas, problems } = toQuotas([junk, row({ QuotaCode: 'L-00000001' })], null);
    expect(quotas.map((quota) => quota.quotaCode)).toEqual(['L-00000001']);
    expect(problems).toHaveLength(1);
  });

  test.each([
    ['no value', { QuotaCode: 'L-1', QuotaName: 'Custom models per account' }],
    ['no code', { QuotaName: 'Custom models per account', Value: 1 }],
    ['nothing wrong', { QuotaCode: 'L-1', QuotaName: 'A name of tomorrow', Value: 1, Adjustable: true }],
  ])('is silent about a row that is not about inference and has %s', (_what, other) => {
    expect(toQuotas([other], [other])).toMatchObject({ quotas: [], problems: [] });
  });

  test.each([
    ['Regional model inference tokens per minute for Claude Opus 7', 'tokensPerMinute'],
    ['Cross-Model Max Tokens Per Day for Priority', 'tokensPerDay'],
    ['[bedrock-mantle endpoint] Requests per minute for GPT-7', 'requestsPerMinute'],
  ])('lists %s, of a kind that is new, and drops nothing', (QuotaName, dimension) => {
    const { quotas, problems } = toQuotas([row({ QuotaName })], null);
    expect(quotas).toMatchObject([{ quotaName: QuotaName, dimension, isNewKind: true }]);
    expect(problems).toEqual([]);
  });

  test.each([
    'Regional model inference tokens per hour for Claude Opus 7',
    'Model inference requests per second for Claude Opus 7',
  ])('names %s: an inference quota that it cannot read is left out aloud', (QuotaName) => {
    const { quotas, problems } = toQuotas([row({ QuotaName }), row({ QuotaCode: 'L-2' })], null);
    expect(quotas.map(({ quotaCode }) => quotaCode)).toEqual(['L-2']);
    expect(tell(problems)).toEqual([expect.stringContaining(QuotaName)]);
  });

  test('takes a missing Adjustable as false and says so', () => {
    const { quotas, problems } = toQuotas([without('Adjustable')], null);
    expect(quotas.map((quota) => quota.adjustable)).toEqual([false]);
    expect(tell(problems)).toEqual([expect.stringContaining('L-15B8E632')]);
  });

  test('lists a code once: silently with one value, the lower of two values aloud', () => {
    expect(toQuotas([row(), row()], null)).toMatchObject({
      quotas: [{ appliedValue: 6_000_000 }],
      total: 1,
      problems: [],
    });
    for (const values of [
      [5, 9],
      [9, 5],
    ]) {
      const { quotas, problems } = toQuotas(
        values.map((Value) => row({ Value })),
        null,
      );
      expect(quotas.map((quota) => quota.appliedValue)).toEqual([5]);
      expect(tell(problems)).toEqual([expect.stringContaining('L-15B8E632')]);
    }
  });

  test('does not invent a quota that only the defaults name', () => {
    expect(toQuotas([], [row()])).toEqual({ quotas: [], accountId: null, total: 0, problems: [] });
  });

  test.each([
    ['no value', without('Value')],
    ['a negative value', row({ Value: -1 })],
    ['a value that is no number', row({ Value: Number.NaN })],
  ])('takes a default with %s as unknown and says so', (_what, junk) => {
    const { quotas, problems } = toQuotas([row()], [junk]);
    expect(quotas.map((quota) => quota.defaultValue)).toEqual([null]);
    expect(tell(problems)).toEqual([expect.stringContaining('L-15B8E632')]);
  });

  test('names default rows that are no objects, and is silent about junk defaults of quotas that are not listed', () => {
    expect(toQuotas([row()], [null]).problems).toHaveLength(1);
    expect(toQuotas([row()], [row({ QuotaCode: 'L-00000002', Value: -1 })]).problems).toEqual([]);
  });

  test('never falls back from a missing default to the applied value', () => {
    expect(toQuotas([row()], null).quotas.map((quota) => quota.defaultValue)).toEqual([null]);
    expect(toQuotas([row()], []).quotas.map((quota) => quota.defaultValue)).toEqual([null]);
  });

  test.each(['L-1; rm -rf ~ #', 'L-', '-x', 'L-1\nL-2', 'l-1'])(
    '%j is no quota code, so the row has none',
    (QuotaCode) => {
      const { quotas, problems } = toQuotas([row({ QuotaCode })], null);
      expect(quotas).toEqual([]);
      expect(problems).toHaveLength(1);
    },
  );

  test('reads the account from the first ARN that carries one', () => {
    const arns = [
      undefined,
      7,
      'arn:aws:servicequotas:us-east-1::bedrock/L-1',
      'arn:aws:servicequotas:us-east-1:123456789012:bedrock/L-2',
    ];
    expect(
      toQuotas(
        arns.map((QuotaArn) => row({ QuotaArn })),
        null,
      ).accountId,
    ).toBe('123456789012');
  });

  test('law: arbitrary rows never crash it, and each quota has a value that is not negative', () => {
    const near = fc.record(
      {
        QuotaCode: fc.oneof(fc.constantFrom('L-1', 'L-2', ''), fc.anything()),
        QuotaName: fc.oneof(fc.constant(NAME), fc.anything()),
        Value: fc.oneof(fc.double(), fc.anything()),
        Adjustable: fc.anything(),
        QuotaArn: fc.anything(),
      },
      { requiredKeys: [] },
    );
    const rows = fc.array(fc.oneof(near, fc.anything()));
    fc.assert(
      fc.property(rows, fc.option(rows), (applied, defaults) => {
        const { quotas, total } = toQuotas(applied, defaults);
        expect(quotas.every((quota) => quota.appliedValue >= 0)).toBe(true);
        expect(new Set(quotas.map((quota) => quota.quotaCode)).size).toBe(quotas.length);
        expect(total).toBeGreaterThanOrEqual(quotas.length);
      }),
    );
  });
});
