import { explainError } from '../../../lib/core/answers/explain/explain';
import { createModelIdResolver } from '../../../lib/core/traffic/resolve-model-id';
import { PT_BR_COMMANDS } from '../../../lib/language/command-words';
import { input } from '../core/findings/evaluation';
import { quota, SONNET, series, usage } from '../core/fixtures';
import { judge } from '../core/judge';
import { ENGLISH, ours } from './brazilian';

const ACCOUNT = 'arn:aws:bedrock:us-east-1:111122223333';
const EMPTY = `${ACCOUNT}:application-inference-profile/abcdefghijkl`;
const profiles = [{ id: 'abcdefghijkl', arn: EMPTY, name: 'app', type: 'APPLICATION' as const, modelArns: [] }];
const resolve = createModelIdResolver({ models: [], profiles });

const IDS = [
  [`${ACCOUNT}:prompt-router/x`, 'roteador de prompts'],
  [`${ACCOUNT}:provisioned-model/x`, 'throughput provisionado'],
  [`${ACCOUNT}:custom-model/x`, 'modelo personalizado'],
  [`${ACCOUNT}:custom-model-deployment/x`, 'implantação de modelo personalizado'],
  [`${ACCOUNT}:inference-profile/x`, 'esse perfil não está listado'],
  [`${ACCOUNT}:application-inference-profile/x`, 'esse perfil de inferência de aplicação'],
  [`${ACCOUNT}:something/x`, 'não é um tipo de recurso conhecido'],
  ['nobody', 'não é um modelo conhecido'],
  ['zyxwvutsrqp0', 'parece um perfil de inferência de aplicação'],
  ['abcdefghijkl', 'não diz para qual modelo de base encaminha'],
] as const;

/** An account in which only this id is called. */
function accountOf(modelId: string, language: 'en' | 'pt-BR') {
  const minutes = [usage('14:30', { invocations: 3, input: 10, output: 10 })];
  return input({ quotas: [quota()], series: [series(modelId, minutes)], resolve, language });
}

describe.each(IDS)('in pt-BR, why %s is unknown', (modelId, words) => {
  it('is told beside its traffic, and the finding stays English', () => {
    const { described, document } = judge(accountOf(modelId, 'pt-BR'));
    const context = described.find(({ finding }) => finding.kind === 'unmappedUsage')?.context;
    const reason = new Map(context?.details).get('Reason') ?? '';
    expect(reason).toContain(words);
    expect(reason).toContain(modelId);
    expect(ours(reason)).not.toMatch(ENGLISH);
    expect(document).toEqual(judge(accountOf(modelId, 'en')).document);
  });

  it('is told by explain', () => {
    const { quotas } = accountOf(modelId, 'en');
    const evaluation = judge(accountOf(modelId, 'pt-BR'));
    const question = { text: 'Too many tokens', modelId, quotas, profiles, resolve, evaluation, words: PT_BR_COMMANDS };
    expect(explainError(question).notes).toEqual([expect.stringContaining(words)]);
  });
});

it('a known model without a quota says so', () => {
  const account = input({
    quotas: [],
    series: [series(SONNET, [usage('14:30', { invocations: 3 })])],
    language: 'pt-BR',
  });
  const { described } = judge(account);
  const context = described.find(({ finding }) => finding.kind === 'unmappedUsage')?.context;
  expect(context?.details).toContainEqual(['Reason', expect.stringContaining('nenhuma cota desta conta e Região')]);
});
