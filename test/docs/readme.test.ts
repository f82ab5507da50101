import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { BASE_MODEL_ACTIONS, READ_ACTIONS } from '../../lib/cdk/functions/read-actions';
import { ROOT } from '../lib/cdk/fixtures';
import { codeBlocks } from './code-blocks';
import { runInStack } from './run-program';

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

const READMES = { en: read('README.md'), 'pt-BR': read('README.pt-BR.md') };

/** What both must have alike: levels of headings, commands without their comments, links, rows of tables, points of lists. */
function skeletonOf(text: string) {
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  return {
    headings: [...text.matchAll(/^(#+) /gm)].map(([, level]) => level),
    code: blocks.map(([, language, code = '']) => [language, code.replace(/ +#.*$/gm, '')]),
    links: [...text.matchAll(/\]\(([^)]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !link.startsWith('README')),
    points: text.match(/^- /gm)?.length,
    rows: text.match(/^\|/gm)?.length,
  };
}

test('the README says the same in both tongues', () => {
  expect(skeletonOf(READMES['pt-BR'])).toEqual(skeletonOf(READMES.en));
  const titles = (text: string) => [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  const english = new Set(titles(READMES.en));
  expect(titles(READMES['pt-BR']).filter((title) => english.has(title))).toEqual([]);
});

test('the policy of who only looks has the actions of the reader role, and no other', () => {
  const { Statement } = JSON.parse(read('docs/check-policy.json'));
  expect(Statement.map(({ Action }: { Action: string[] }) => Action)).toEqual([READ_ACTIONS, BASE_MODEL_ACTIONS]);
  expect(READMES.en).toContain('ten read actions');
  expect(READ_ACTIONS.length + BASE_MODEL_ACTIONS.length).toBe(10);
});

test.each(Object.entries(READMES))('the first result comes within a screen (%s)', (_, text) => {
  const [before = ''] = text.split('npx bedrock-quota-watchdog check');
  const shown = before.split('\n').filter((line) => !/^\s*<|^$/.test(line));
  expect(shown.length).toBeLessThanOrEqual(24);
});

const SNIPPETS = ['README.md', 'docs/channels.md', 'docs/scale.md'].flatMap((page) =>
  codeBlocks(read(page), 'ts')
    .filter((code) => code.includes('(this, '))
    .map((code) => [page, code] as const),
);

test('there are snippets of stacks', () => {
  expect(SNIPPETS.map(([page]) => page)).toEqual(['README.md', 'docs/channels.md', 'docs/scale.md']);
});

test.each(SNIPPETS)('what %s shows of a stack can be synthesised', (_, code) => {
  const template = Template.fromStack(runInStack(code));
  template.resourceCountIs('AWS::Scheduler::Schedule', 1);
});
