import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../lib/cdk/fixtures';

const IMAGES = 'docs/images';

/** Pictures that a text shows, by their path from the root. */
function shownBy(file: string, folder: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:src|srcset)="([^"]+\.png)"|!\[[^\]]*\]\(([^)]+\.png)\)/g)].map(([, element, link]) =>
    join(folder, element ?? link ?? ''),
  );
}

const DOCS = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const SHOWN = [...shownBy('README.md', ''), ...DOCS.flatMap((name) => shownBy(`docs/${name}`, 'docs'))];

test('every picture that is shown is there, and every one that is there is shown', () => {
  expect(SHOWN.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  expect([...new Set(SHOWN)].sort()).toEqual(
    readdirSync(join(ROOT, IMAGES))
      .map((name) => join(IMAGES, name))
      .sort(),
  );
});

test('the script makes each of them', () => {
  const script = readFileSync(join(ROOT, 'scripts/screenshots.ts'), 'utf8');
  const made = [...script.matchAll(/name: '([\w-]+)', (?:page|args):/g)].map(([, name]) => join(IMAGES, `${name}.png`));
  expect(made.sort()).toEqual([...new Set(SHOWN)].sort());
});
