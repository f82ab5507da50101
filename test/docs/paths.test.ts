import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/cdk/fixtures';

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'local/README.md',
  'bench/README.md',
  ...readdirSync(join(ROOT, 'docs'), { encoding: 'utf8', recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** A file of the project in code: `lib/core/vocabulary/time.ts`. */
const FILE = /`((?:aws|bench|bin|cli|docs|examples|lambda|lib|local|scripts|test)\/[\w./-]+\.(?:ts|md|json))`/g;

const named = PAGES.flatMap((page) =>
  [...readFileSync(join(ROOT, page), 'utf8').matchAll(FILE)].map(([, file = '']) => [page, file] as const),
);

it.each(named)('%s names %s, which is there', (page, file) => {
  // Pages in a folder of their own may name what stands beside them.
  expect([join(ROOT, file), join(ROOT, page, '..', file)].some(existsSync)).toBe(true);
});
