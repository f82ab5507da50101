import { explainRefusals } from '../../../../../lib/core/answers/recent';
import type { RefusalGroup } from '../../../../../lib/core/refusals';
import { EN_COMMANDS } from '../../../../../lib/language/command-words';
import { input } from '../../findings/evaluation';
import { judge } from '../../judge';
import { explain, TOKENS, US } from '../explain/explaining';

const TEXT = TOKENS.replace('ThrottlingException: ', '');

const GROUP: RefusalGroup = {
  kind: 'tokensPerMinute',
  errorCode: 'ThrottlingException',
  text: TEXT,
  modelId: US,
  principal: 'Role/a',
  userAgent: 'agent',
  calls: 3,
  from: 0,
  to: 0,
};

const account = input({});
const question = {
  quotas: account.quotas,
  profiles: [],
  resolve: account.resolve,
  evaluation: judge(account),
  words: EN_COMMANDS,
};
const explainAll = (groups: readonly RefusalGroup[]) => explainRefusals(groups, question);

test('a text and model is explained once, whoever called, as its text is', () => {
  const groups = [GROUP, { ...GROUP, principal: 'Role/b', calls: 2 }];
  expect(explainAll(groups)).toEqual([{ explanation: explain(TEXT), groups, calls: 5 }]);
});

test('ids that spend the same quotas are explained once, under the one with most calls', () => {
  const resolve: typeof account.resolve = (id) => account.resolve(id === 's529qz7ddy06' ? US : id);
  const groups = [{ ...GROUP, modelId: 's529qz7ddy06', calls: 1 }, GROUP];
  const found = explainRefusals(groups, { ...question, resolve });
  expect(found.map(({ explanation, calls }) => [explanation.modelId, calls])).toEqual([[US, 4]]);
});

test('other texts and models are explained for themselves, those with most calls of all callers first', () => {
  const other = { ...GROUP, modelId: 'nobody', calls: 4 };
  const found = explainAll([other, GROUP, { ...GROUP, principal: 'Role/b' }, { ...GROUP, text: 'Too many requests' }]);
  expect(found.map(({ explanation, calls }) => [explanation.modelId, explanation.error.kind, calls])).toEqual([
    [US, 'tokensPerMinute', 6],
    ['nobody', 'tokensPerMinute', 4],
    [US, 'requestsPerMinute', 3],
  ]);
});

test.each([
  ['ModelNotReadyException', 'Something new', 'modelNotReady', 'ModelNotReadyException: Something new'],
  ['ModelNotReadyException', 'ModelNotReadyException', 'modelNotReady', 'ModelNotReadyException'],
  ['ThrottlingException', TEXT, 'tokensPerMinute', TEXT],
] as const)('%s "%s" is explained as %s', (errorCode, text, kind, told) => {
  const [found] = explainAll([{ ...GROUP, errorCode, text, kind }]);
  expect(found?.explanation.error).toMatchObject({ kind, text: told });
});

test('an id that belongs to no quota was called, not given', () => {
  const [found] = explainAll([{ ...GROUP, modelId: 'nobody' }]);
  expect(found?.explanation.notes[0]).toContain('the id that was called belongs to no quota');
  expect(found?.explanation.remedies.map(({ title }) => title)).not.toContain(EN_COMMANDS.explain.model.give);
});
