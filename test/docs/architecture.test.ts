import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/cdk/fixtures';

const PAGE = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
const CORE = join(ROOT, 'lib/core');

/** What the page names: links, and files and folders in code; `core/` is short for `lib/core/`. */
const links = [...PAGE.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, path = '']) => path);
const named = [...PAGE.matchAll(/`((?:core|lib|lambda|aws|cli)\/[\w/.-]+)`/g)].map(([, path = '']) => path);

it.each([...new Set([...links, ...named])])('%s is there', (path) => {
  const place = join(ROOT, path.replace(/^core\//, 'lib/core/'));
  expect([place, `${place}.ts`].some(existsSync)).toBe(true);
});

it('names every room of the domain', () => {
  const rooms = readdirSync(CORE, { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(links.filter((path) => path.startsWith('lib/core/')).sort()).toEqual(
    rooms.map(({ name }) => `lib/core/${name}`).sort(),
  );
});
