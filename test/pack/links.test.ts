import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { homepage } from '../../package.json';
import { type Consumer, createConsumer } from './consumer';

/** Targets of Markdown links, and of pictures in HTML. */
const LINK = /\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g;

const CODE = /```[\s\S]*?```|`[^`\n]*`/g;

let consumer: Consumer;
let folder: string;

beforeAll(() => {
  consumer = createConsumer([]);
  folder = join(consumer.folder, 'node_modules', 'bedrock-quota-watchdog');
});

afterAll(() => consumer.remove());

function pages(): string[] {
  const docs = readdirSync(join(folder, 'docs'), { recursive: true, encoding: 'utf8' });
  return [
    'README.md',
    'README.pt-BR.md',
    'CHANGELOG.md',
    'SECURITY.md',
    ...docs.filter((file) => file.endsWith('.md')).map((file) => join('docs', file)),
  ];
}

function linksOf(page: string): string[] {
  const text = consumer.read(relative(consumer.folder, join(folder, page))).replace(CODE, '');
  return [...text.matchAll(LINK)].map(([, markdown, html]) => markdown ?? html ?? '');
}

test('what the pages of the package link to is in the package, or on the network', () => {
  const broken = pages().flatMap((page) =>
    linksOf(page)
      .filter((link) => !/^(?:https:|#)/.test(link))
      // Pictures would be a third of the package; its page on npm takes them from the repository.
      .filter((link) => !/(?:^|\/)images\/[\w-]+\.png$/.test(link))
      .filter((link) => !existsSync(join(folder, dirname(page), link.replace(/#.*/, ''))))
      .map((link) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test('links into the repository are links to files that it has', () => {
  const place = new RegExp(`^${homepage.replace('#readme', '')}/(?:blob|tree|raw)/main/([^#]+)`);
  const files = pages()
    .flatMap(linksOf)
    .flatMap((link) => place.exec(link)?.[1] ?? []);
  expect(files).toContain('docs/architecture.md');
  expect(files.filter((file) => !existsSync(join(__dirname, '..', '..', file)))).toEqual([]);
});
