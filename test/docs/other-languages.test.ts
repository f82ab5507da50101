import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_TEXTS } from '../../lib/core/errors/error-table';
import { ROOT } from '../lib/cdk/fixtures';
import { codeBlocks } from './code-blocks';

const PAGE = readFileSync(join(ROOT, 'docs/other-languages.md'), 'utf8');
const MODULE = readFileSync(join(ROOT, 'examples/python/bedrock_quotas.py'), 'utf8');

it('shows the Python module as it is', () => {
  expect(codeBlocks(PAGE, 'python')[0]).toBe(MODULE);
});

const texts = [...MODULE.matchAll(/^ {4}\("(\w+)", r"(.+)"\),$/gm)].map(([, kind = '', text = '']) => ({ kind, text }));

it('has texts of the day, of tokens and of requests, in the order of the table', () => {
  expect(texts.map(({ kind }) => kind)).toEqual(['tokensPerDay', 'tokensPerMinute', 'requestsPerMinute']);
  const order = texts.map(({ kind }) => ERROR_TEXTS.findIndex((row) => row.kind === kind));
  expect([...order].sort((a, b) => a - b)).toEqual(order);
});

it.each(texts)('$kind has the words of the table in Python', ({ kind, text }) => {
  expect(text).toBe(ERROR_TEXTS.find((row) => row.kind === kind)?.pattern.source);
});

it('has the words of the day in Java', () => {
  const words = ERROR_TEXTS.find(({ kind }) => kind === 'tokensPerDay')?.pattern.source.replaceAll('(?:', '(');
  expect(codeBlocks(PAGE, 'java').join('')).toContain(`(?s).*(${words}).*`);
});
