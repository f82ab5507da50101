import { describeAwsError } from '../../../aws/aws-error';
import { findCoverage } from '../../../lib/core/findings/coverage';
import { explainUnmapped, mapQuotas } from '../../../lib/core/quotas/map-quotas';
import { type Statement, spellStatement } from '../../../lib/core/vocabulary/statement';
import { EN } from '../../../lib/language/en';
import { EN_UNMAPPED } from '../../../lib/language/en/unmapped';
import { PT_BR } from '../../../lib/language/pt-br';
import { PT_BR_UNMAPPED } from '../../../lib/language/pt-br/unmapped';
import { input } from '../core/findings/evaluation';
import { judge } from '../core/judge';
import { model, onDemand } from '../core/quotas/mapping-fixtures';
import { ENGLISH, ours } from './brazilian';
import { LISTING_TROUBLES, ofList } from './listing-statement-rows';
import { CALL_TROUBLES, failed } from './statement-rows';

const STATEMENTS = [...CALL_TROUBLES, ...LISTING_TROUBLES];

/** Keys of the catalogue that a trouble is told by. */
function keysOf(trouble: Statement): string[] {
  if ('clauses' in trouble) return trouble.clauses.flatMap(keysOf);
  if (!('trouble' in trouble)) return [];
  const named = trouble.values.flatMap((value) =>
    typeof value === 'object' && !('length' in value) ? keysOf(value) : [],
  );
  return [trouble.trouble, ...named];
}

describe('what could not be read, used or said', () => {
  test.each(STATEMENTS.map(([statements, english, portuguese]) => [english, portuguese, statements] as const))(
    '%s',
    (english, portuguese, statements) => {
      expect(statements.map((statement) => spellStatement(statement, EN))).toEqual([english]);
      expect(statements.map((statement) => spellStatement(statement, PT_BR))).toEqual([portuguese]);
      // What AWS says itself stays as it came.
      expect(ours(portuguese.replaceAll('User is not authorized', ''))).not.toMatch(ENGLISH);
    },
  );

  test('is all in the table', () => {
    const told = new Set(STATEMENTS.flatMap(([statements]) => statements.flatMap(keysOf)));
    expect(Object.keys(EN.statements.sentences).filter((key) => !told.has(key))).toEqual([]);
  });

  test('is told the same after it was saved', () => {
    for (const [[trouble], english] of STATEMENTS) {
      const saved: unknown = JSON.parse(JSON.stringify(trouble));
      expect(saved).toEqual(trouble);
      expect(spellStatement(saved as Statement, EN)).toBe(english);
    }
  });
});

describe('statements of another version', () => {
  test('an older one saved a sentence, which is told as it is', () => {
    const saved = { source: 'quotaList', message: 'L-1 has no readable name, so it is left out.' };
    for (const words of [EN, PT_BR]) expect(findCoverage([saved])[0]?.context(words).summary).toBe(saved.message);
  });

  test('a newer one saved what this one has no words for: the key and what it names', () => {
    const saved = JSON.parse('{"trouble":"ofTomorrow","values":["L-1",{"trouble":"rulesKept","values":[]}]}');
    expect(spellStatement(saved, PT_BR)).toBe('ofTomorrow L-1 as regras anteriores continuam em vigor');
  });
});

const NAME = 'On-demand model inference tokens per minute for Nova Pro';

test('an evaluation says it in English to programs and in their language to people', () => {
  const blindSpots = [
    describeAwsError('bedrock:ListFoundationModels', failed('AccessDenied')),
    ...ofList([
      { QuotaCode: 'L-1', QuotaName: NAME, Value: -1, Adjustable: true },
      { QuotaCode: 'L-1', QuotaName: '' },
    ]).map((one) => ({ source: 'quotaList', ...one })),
  ];
  const { document, described } = judge(input({ blindSpots, language: 'pt-BR' }));
  expect(document).toEqual(judge(input({ blindSpots, language: 'en' })).document);
  expect(document.coverage.errors).toEqual([
    'bedrock:ListFoundationModels: bedrock:ListFoundationModels failed (AccessDenied: User is not authorized); allow the action bedrock:ListFoundationModels',
    `quotaList: L-1, "${NAME}", has no usable value, so it is left out.`,
    'quotaList: L-1 has no readable name, so it is left out.',
  ]);
  const contexts = new Map(described.map(({ finding, context }) => [finding.id, context]));
  expect(contexts.get('coverage/bedrock:ListFoundationModels')).toMatchObject({
    subject: 'o watchdog está com visão parcial: bedrock:ListFoundationModels',
    summary: expect.stringMatching(/falhou \(AccessDenied: User is not authorized\); permita a ação/),
    details: [],
  });
  expect(contexts.get('coverage/quotaList')).toMatchObject({
    summary: `L-1, "${NAME}", não tem valor utilizável e fica de fora.`,
    details: [['Also', 'L-1 não tem nome legível e fica de fora.']],
  });
});

test('why a quota is joined with no model is told in the language of the table', () => {
  const models = [model('amazon.nova-a', 'Nova', 'Amazon'), model('amazon.nova-b', 'Nova', 'Amazon')];
  const rows = [onDemand('Nothing', 'L-1'), onDemand('Nova', 'L-2'), onDemand('Ministral 8B 4.0', 'L-3B98F300')];
  const { quotas } = mapQuotas(rows, models, {});
  const reviewed = '"On-demand model inference tokens per minute for Ministral 8B 3.0"';
  expect([...explainUnmapped(quotas, models, EN_UNMAPPED).values()]).toEqual([
    'no model of this name is listed',
    'the name fits several models: amazon.nova-a, amazon.nova-b',
    `renamed since its alias was reviewed (for ${reviewed}), and no model of this name is listed`,
  ]);
  expect([...explainUnmapped(quotas, models, PT_BR_UNMAPPED).values()]).toEqual([
    'nenhum modelo com esse nome está listado',
    'o nome corresponde a vários modelos: amazon.nova-a, amazon.nova-b',
    `renomeada desde a revisão do seu alias (para ${reviewed}), e nenhum modelo com esse nome está listado`,
  ]);
  // The list read since has the model: it was not listed when the quota was mapped.
  const later = [...models, model('maker.nothing', 'Nothing', 'Maker')];
  expect(explainUnmapped(quotas, later, PT_BR_UNMAPPED).get('L-1')).toBe('seus modelos não foram listados');
});
