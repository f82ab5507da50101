import { type QuotasDocument, toQuotasDocument } from '../../../cli/quotas/document';
import { type QuotasView, renderQuotas } from '../../../cli/quotas/render';
import { PLAIN_STYLE } from '../../../cli/terminal/style';
import type { MappedQuota } from '../../../lib/core/vocabulary/quota';
import { PT_BR_COMMANDS } from '../../../lib/language/command-words';
import { dailyPool, minuteOf, quota, requestQuota } from '../../lib/core/fixtures';

function documentOf(quotas: readonly MappedQuota[], filters = {}): QuotasDocument {
  const catalog = { readAt: minuteOf('14:33'), failures: [], accountId: null, quotas, totalQuotas: 1162 };
  return toQuotasDocument(
    { ...catalog, models: [], profiles: [], problems: [] },
    { accountId: null, region: 'eu-west-1' },
    filters,
  );
}

function viewOf(quotas: readonly MappedQuota[], filters = {}): QuotasView {
  return {
    document: documentOf(quotas, filters),
    reasons: new Map([
      ['L-4', 'no model of this name is listed'],
      ['L-6', 'the name fits several models: a.one, a.two'],
    ]),
  };
}

test('in pt-BR', () => {
  const lines = renderQuotas(viewOf(QUOTAS), PLAIN_STYLE, PT_BR_COMMANDS).split('\n');
  expect(lines[0]).toContain('eu-west-1, conta desconhecida: 7 cotas de inferência de 1.162; 1 em zero');
  expect(lines).toContainEqual(expect.stringMatching(/^ {2}ESCOPO +APLICADO +PADRÃO AWS +AJUSTÁVEL +CÓDIGO/));
  expect(lines).toContainEqual(
    expect.stringMatching(/^ {2}entre Regiões TPM +↓ 1\.000\.000 +5\.000\.000 +sim +L-F4DDD3EB/),
  );
});

const QUOTAS = [
  requestQuota(),
  quota({ quotaCode: 'L-2', scope: 'onDemand', appliedValue: 0, defaultValue: null, adjustable: false }),
  quota(),
  quota({ quotaCode: 'L-3', variant: 'longContext', appliedValue: 9_000_000 }),
  quota({ quotaCode: 'L-4', modelLabel: 'Unknown One', modelIds: [], mapping: 'unmapped', appliedValue: 5_000_000 }),
  quota({
    quotaCode: 'L-5',
    endpoint: 'mantle',
    scope: 'onDemand',
    dimension: 'inputTokensPerMinute',
    modelLabel: 'Claude',
    mapping: 'alias',
  }),
  dailyPool(),
];

test('groups by model, scope and dimension, and marks what is lowered', () => {
  expect(
    renderQuotas(viewOf(QUOTAS), PLAIN_STYLE),
  ).toBe(`eu-west-1, account unknown: 7 inference quotas of 1,162; 1 at zero, 4 below the
AWS default, 1 unmapped. Read at 2026-10-14 14:33 UTC.

  SCOPE                           APPLIED  AWS DEFAULT  ADJUST  CODE
All models together
  all models TPD            ↓ 150,000,000  700,000,000  no      L-E3F10727
Anthropic Claude Sonnet 4.5 V1 (anthropic.claude-sonnet-4-5-20250929-v1:0)
  on-demand TPM                         0      unknown  no      L-2
  cross-Region TPM            ↓ 1,000,000    5,000,000  yes     L-F4DDD3EB
  cross-Region RPM                  ↓ 500       10,000  yes     L-4A6BFAB1
Anthropic Claude Sonnet 4.5 V1, long context
  (anthropic.claude-sonnet-4-5-20250929-v1:0)
  cross-Region TPM              9,000,000    5,000,000  yes     L-3
Claude (anthropic.claude-sonnet-4-5-20250929-v1:0; reviewed alias)
  bedrock-mantle input TPM    ↓ 1,000,000    5,000,000  yes     L-5
Unknown One (unmapped: no model of this name is listed)
  cross-Region TPM              5,000,000    5,000,000  yes     L-4

Unmapped quotas are compared with no traffic. If you know the model, write
{"CODE":["base.model-id"]} to a file and pass --overrides FILE; see
docs/mapping.md.

TPM tokens per minute, RPM requests per minute, TPD tokens per day; ↓ below the
AWS default
`);
});

test('says how many the filters leave', () => {
  const text = renderQuotas(viewOf(QUOTAS, { unmapped: true }), PLAIN_STYLE);
  expect(text).toContain('Shown: 1.');
  expect(text).toContain('Unknown One (unmapped: no model of this name is listed)');
});

test('says of each unmapped quota why, under a heading of its own where the reasons differ', () => {
  const [, , , , unknown] = QUOTAS;
  const other = { ...quota(), ...unknown, quotaCode: 'L-6', scope: 'onDemand' as const };
  const text = renderQuotas(viewOf([...QUOTAS, other], { unmapped: true }), PLAIN_STYLE);
  expect(text).toContain('Unknown One (unmapped: no model of this name is listed)');
  expect(text).toContain('Unknown One (unmapped: the name fits several models: a.one, a.two)');
});

test('an empty list is its summary', () => {
  expect(renderQuotas(viewOf([]), PLAIN_STYLE)).toBe(
    'eu-west-1, account unknown: 0 inference quotas of 1,162; 0 at zero, 0 below the\nAWS default, 0 unmapped. Read at 2026-10-14 14:33 UTC.\n',
  );
});

test('the order does not hang on that of the listing', () => {
  expect(documentOf([...QUOTAS].reverse())).toEqual(documentOf(QUOTAS));
});
