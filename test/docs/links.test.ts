import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { homepage, scripts } from '../../package.json';
import { ROOT } from '../lib/cdk/fixtures';

const REPOSITORY = homepage.replace('#readme', '');

/** Every page of Markdown that a person reads. */
const PAGES = ['.', 'docs', 'examples', 'local', 'bench'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { encoding: 'utf8', recursive: folder !== '.' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** Targets of Markdown links, those by reference too, and of pictures in HTML. */
const LINK = /\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)|(?:src|srcset|href)="([^"]+)"/gm;
const CODE = /^```[\s\S]*?^```|`[^`\n]*`/gm;

const readPage = (page: string) => readFileSync(join(ROOT, page), 'utf8');

/** The links of a page that lead into the project: the file, and the heading in it. */
function linksOf(page: string): { link: string; file: string; heading: string }[] {
  const links = [...readPage(page).replace(CODE, '').matchAll(LINK)].map((found) => found.slice(1).find(Boolean) ?? '');
  return links.flatMap((link) => {
    const [path = '', heading = ''] = link.split('#');
    const [, own] = new RegExp(`^${REPOSITORY}/(?:blob|tree|raw)/main/(.*)$`).exec(path) ?? [];
    if (own === undefined && /^[a-z]+:/.test(path)) return [];
    const file = own ?? (path === '' ? page : join(dirname(page), path));
    return [{ link, file, heading }];
  });
}

/** The anchors that GitHub makes of the headings of a page. */
function anchorsOf(page: string): string[] {
  const headings = readPage(page)
    .replace(/^```[\s\S]*?^```/gm, '')
    .matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('the pages that everybody looks for are there', () => {
  const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/architecture.md'];
  expect(PAGES).toEqual(expect.arrayContaining(pages));
});

test.each(PAGES)('each link of %s leads to a file, and to a heading in it', (page) => {
  const broken = linksOf(page).filter(({ file, heading }) => {
    const place = join(ROOT, file);
    if (!existsSync(place)) return true;
    const hasHeadings = heading !== '' && statSync(place).isFile() && file.endsWith('.md');
    return hasHeadings && !anchorsOf(file).includes(heading);
  });
  expect(broken.map(({ link }) => link)).toEqual([]);
});

test.each(PAGES)('each npm script that %s names is there', (page) => {
  const named = [...readPage(page).matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name]) => name);
  expect(named.filter((name) => !Object.keys(scripts).includes(name ?? ''))).toEqual([]);
});

test('the changelog has its next version on top, and the parts of its form', () => {
  const [first = '', ...others] = [...readPage('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, title = '']) => title);
  expect(first).toBe('[Unreleased]');
  expect(others.filter((title) => !/^\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/.test(title))).toEqual([]);
});
