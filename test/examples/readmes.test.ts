import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeBlocks } from '../docs/code-blocks';
import { ROOT } from '../lib/cdk/fixtures';

const FOLDERS = readdirSync(join(ROOT, 'examples'), { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => name);

const readmeOf = (...folder: string[]) => readFileSync(join(ROOT, 'examples', ...folder, 'README.md'), 'utf8');

test('the list has each example', () => {
  const listed = [...readmeOf().matchAll(/^\| \[([\w-]+)\]\(\1\)/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...FOLDERS].sort());
});

test.each(FOLDERS)('%s says what it shows, how it is run and what it makes', (folder) => {
  const page = readmeOf(folder);
  expect([...page.matchAll(/^#+ .+$/gm)].map(([heading]) => heading)).toEqual([
    expect.stringMatching(/^# /),
    '## Run it',
    '## What it makes',
  ]);
  const files = readdirSync(join(ROOT, 'examples', folder)).filter((file) => file !== 'README.md');
  expect(files.filter((file) => !page.includes(file))).toEqual([]);
});

test.each(FOLDERS)('the commands of %s name files that are there', (folder) => {
  const commands = codeBlocks(readmeOf(folder), 'bash').join('');
  const files = [...commands.matchAll(/examples\/[\w./-]+/g)].map(([file]) => file);
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  expect(files.every((file) => file.startsWith(`examples/${folder}/`))).toBe(true);
});
