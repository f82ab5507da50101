import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Consumer, createConsumer } from './consumer';
import { tarball } from './tarball';

const ROOT = join(__dirname, '..', '..');

/** What belongs into the package. */
const BELONGING: readonly RegExp[] = [
  /^(?:package\.json|README(?:\.pt-BR)?\.md|CHANGELOG\.md|SECURITY\.md|LICENSE)$/,
  /^dist\/(?:THIRD-PARTY-LICENSES\.txt|sbom\.cdx\.json)$/,
  /^dist\/lib\/(?:index|domain|contract|(?:cdk|client|core|language)\/[\w/-]+)(?:\.js|\.d\.ts)$/,
  /^dist\/lambda\/(?:poller|widget|dispatcher|worker)\/index\.js$/,
  /^bin\/launch\.js$/,
  /^dist\/bin\/(?:[\w-]+\.mjs|dynalite\.js|quota-list\.tsv)$/,
  /^dist\/bin\/demo-stack\/(?:en|pt-BR)\/(?:manifest|stack\.template)\.json$/,
  /^docs\/(?:[\w/-]+\.md|(?:check-policy|reader-role\.template)\.json)$/,
];

/** Bytes; what comes near is looked at. */
const [MOST_PACKED, MOST_UNPACKED] = [3_000_000, 10_000_000];

let consumer: Consumer;
let folder: string;
let files: string[];

beforeAll(() => {
  consumer = createConsumer([]);
  folder = join(consumer.folder, 'node_modules', 'bedrock-quota-watchdog');
  files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
});

afterAll(() => consumer.remove());

test('no file is in it that does not belong', () => {
  expect(files.filter((file) => !BELONGING.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(BELONGING.filter((pattern) => !files.some((file) => pattern.test(file)))).toEqual([]);
});

test('every file of the library has its types, and all types their file', () => {
  const namesOf = (ending: string) =>
    files
      .filter((file) => file.startsWith('dist/lib/') && file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length));
  expect(namesOf('.js')).toEqual(namesOf('.d.ts'));
});

test('it is as small as it was', () => {
  const sizes = new Map<string, number>();
  for (const file of files) {
    const [top = '', second = ''] = file.split('/');
    const place = top === 'dist' ? `dist/${second}` : top;
    sizes.set(place, (sizes.get(place) ?? 0) + statSync(join(folder, file)).size);
  }
  const unpacked = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const packed = statSync(tarball()).size;
  const lines = [...sizes].map(([place, size]) => `${place.padEnd(32)}${String(size).padStart(10)}`);
  console.log(`${lines.join('\n')}\nunpacked ${unpacked}, packed ${packed} bytes, ${files.length} files`);
  expect(packed).toBeLessThan(MOST_PACKED);
  expect(unpacked).toBeLessThan(MOST_UNPACKED);
});

test('no place of the machine that packed it is in it', () => {
  const telling = files.filter((file) => {
    const text = readFileSync(join(folder, file), 'latin1');
    return text.includes(`${ROOT}/`) || text.includes(`${tmpdir()}/quota-watchdog`);
  });
  expect(telling).toEqual([]);
});

test('npm runs nothing of it when it is installed', () => {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([]);
});

test('publint has nothing to say', () => {
  const said = execFileSync(join(ROOT, 'node_modules/.bin/publint'), ['--strict', tarball()], { encoding: 'utf8' });
  expect(said).toContain('All good!');
});

test('types are right for every entry, in whatever way it is imported', () => {
  const args = [tarball(), '--format', 'json'];
  const { analysis } = JSON.parse(execFileSync(join(ROOT, 'node_modules/.bin/attw'), args, { encoding: 'utf8' }));
  expect(analysis.problems).toEqual([]);
  expect(Object.keys(analysis.entrypoints).sort()).toEqual(['.', './client', './core', './package.json']);
});

test('the list of components names what is bundled and what is installed with it', () => {
  const { components } = JSON.parse(readFileSync(join(folder, 'dist/sbom.cdx.json'), 'utf8'));
  const bundled = readFileSync(join(folder, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8').match(/^\S+ \d\S*(?=: \S+$)/gm);
  const named = components.map(({ name, version }: Record<string, string>) => `${name} ${version}`);
  expect(bundled).toEqual(
    expect.arrayContaining([expect.stringMatching(/^commander /), expect.stringMatching(/^dynalite /)]),
  );
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const installed = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  expect(named.sort()).toEqual([...(bundled ?? []), ...installed].sort());
});
