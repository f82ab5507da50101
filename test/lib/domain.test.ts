import { commandWordsOf, evaluate, explainError, toReport, wordsOf } from '../../lib/domain';
import { input } from './core/findings/evaluation';

test('who imports the domain of the package finds the words to tell it in', () => {
  const evaluation = evaluate(input());
  const { document, described } = toReport(evaluation, { programs: wordsOf('en'), people: wordsOf('pt-BR') });
  expect(document.findings[0]?.remedies[0]?.title).toContain('ask for more than the default');
  expect(described[0]?.context.summary).toContain('cotas');
  const { quotas, resolve } = input();
  const question = { text: 'Too many tokens', modelId: null, quotas, profiles: [], resolve, evaluation };
  expect(explainError({ ...question, words: commandWordsOf('en') }).error.kind).toBe('tokensPerMinute');
});
