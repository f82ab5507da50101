import { dirname } from 'node:path';
import { allImports, findCircles, type Import, importsOf, nameImport, sourceFiles, textOf } from './imports';

const FILES = sourceFiles();
const IMPORTS = allImports();
const OWN = IMPORTS.filter(({ isPackage }) => !isPackage);

/** The rooms of the domain from the ground up: each may import those before it, and itself. */
const CORE_ROOMS = [
  'words',
  'vocabulary',
  'quotas',
  'errors',
  'refusals',
  'traffic',
  'measure',
  'rules',
  'limits',
  'findings',
  'alerts',
  'targets',
  'messages',
  'answers',
];

/** What each part of the project may import of the others; every part may import itself. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'lib/contract.ts': [],
  'lib/core': [],
  'lib/language': ['lib/core', 'lib/contract.ts'],
  'lib/page': ['lib/contract.ts', 'lib/core', 'lib/language'],
  'lib/client': ['lib/contract.ts', 'lib/core'],
  'lib/cdk': ['lib/contract.ts', 'lib/core', 'lib/language'],
  'lib/index.ts': ['lib/cdk', 'lib/contract.ts', 'lib/core', 'lib/language'],
  'lib/domain.ts': ['lib/core', 'lib/language'],
  aws: ['lib/contract.ts', 'lib/core', 'lib/language'],
  lambda: ['aws', 'lib/contract.ts', 'lib/core', 'lib/language', 'lib/page'],
  cli: ['aws', 'lib/contract.ts', 'lib/core', 'lib/language', 'lib/page'],
  local: ['lib/contract.ts', 'lib/core'],
  bin: ['cli', 'lib/cdk', 'lib/index.ts', 'lib/contract.ts', 'lib/core', 'lib/language', 'local'],
  scripts: ['bin', 'lib/cdk', 'lib/core', 'lib/language', 'local'],
  examples: [],
  bench: ['aws', 'bin', 'lambda', 'lib/client', 'lib/contract.ts', 'lib/core', 'lib/language', 'local', 'scripts'],
};

/** The packages of each part that is to know few: prefixes of their names. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'lib/contract.ts': [],
  'lib/core': [],
  'lib/language': [],
  'lib/page': ['node:crypto'],
  'lib/cdk': ['aws-cdk-lib', 'constructs', 'node:fs', 'node:path'],
  'lib/client': ['@aws-sdk/client-bedrock-runtime', '@aws-sdk/client-ssm', '@smithy/types', 'cockatiel'],
  'lib/index.ts': [],
  'lib/domain.ts': [],
  aws: ['@aws-sdk/', '@smithy/', 'node:crypto', 'node:events', 'node:zlib'],
  lambda: ['@aws-lambda-powertools/', 'aws-lambda', 'node:crypto', 'node:events'],
  // As who copies them has it: the package by its name.
  examples: ['bedrock-quota-watchdog', 'aws-cdk-lib', '@aws-sdk/client-bedrock-runtime'],
};

/** Rooms of the domain that judge: who reads AWS knows nothing of them. */
const JUDGING = ['rules', 'findings', 'alerts', 'answers'];

function partOf(file: string): string {
  return Object.keys(PARTS).find((part) => file === part || file.startsWith(`${part}/`)) ?? file;
}

function coreRoomOf(file: string): string {
  return file.split('/')[2] ?? '';
}

function tell(imports: readonly Import[]): string[] {
  return imports.map(nameImport);
}

/** A file right inside lib/ is a room of its own: the contract lies below all, the index above. */
function folderOf(file: string): string {
  return dirname(file) === 'lib' ? file : dirname(file);
}

test('every file stands in a part that has its arrows', () => {
  expect(FILES.filter((file) => !(partOf(file) in PARTS))).toEqual([]);
});

test('what is imported exists', () => {
  const files = new Set(FILES);
  expect(tell(OWN.filter(({ to }) => !files.has(to) && !/\.(json|tsv)$/.test(to)))).toEqual([]);
});

test('each part imports the parts it may, and no other', () => {
  const forbidden = OWN.filter(({ from, to }) => {
    const [part, other] = [partOf(from), partOf(to)];
    return part !== other && !PARTS[part]?.includes(other);
  });
  expect(tell(forbidden)).toEqual([]);
});

test('parts that are to know few packages import these alone', () => {
  const forbidden = IMPORTS.filter(({ from, to, isPackage }) => {
    const allowed = PACKAGES[partOf(from)];
    return isPackage && allowed !== undefined && !allowed.some((prefix) => to.startsWith(prefix));
  });
  expect(tell(forbidden)).toEqual([]);
});

describe('the domain', () => {
  const inCore = OWN.filter(({ from, to }) => from.startsWith('lib/core/') && to.startsWith('lib/core/'));

  test('has the rooms that are listed', () => {
    const rooms = FILES.filter((file) => /^lib\/core\/.+\//.test(file)).map(coreRoomOf);
    expect([...new Set(rooms)].sort()).toEqual([...CORE_ROOMS].sort());
  });

  test('imports downward between its rooms', () => {
    const upward = inCore.filter(
      ({ from, to }) => CORE_ROOMS.indexOf(coreRoomOf(to)) > CORE_ROOMS.indexOf(coreRoomOf(from)),
    );
    expect(tell(upward)).toEqual([]);
  });

  test('knows no clock, no chance, no environment', () => {
    const impure = FILES.filter((file) => file.startsWith('lib/core/')).filter((file) =>
      /\bDate\.now\b|new Date\(\)|Math\.random|(?<![\w.])process\.|(?<![\w.'])console\.[a-z]+\(/.test(textOf(file)),
    );
    expect(impure).toEqual([]);
  });

  test('says in the first line of each room what it is for', () => {
    const folders = new Set(FILES.filter((file) => file.startsWith('lib/core/')).map(dirname));
    const silent = [...folders].filter((folder) => {
      const index = `${folder}/index.ts`;
      return !FILES.includes(index) || !textOf(index).startsWith('/**');
    });
    expect(silent).toEqual([]);
  });

  test('opens its inner rooms by their index alone', () => {
    const isInner = (folder: string) => /^lib\/core\/[^/]+\/.+/.test(folder);
    const past = OWN.filter(({ from, to }) => {
      const folder = dirname(to);
      const isNeighbour =
        dirname(from) === folder || dirname(from) === dirname(folder) || dirname(folder) === dirname(dirname(from));
      return isInner(folder) && !isNeighbour && !from.startsWith(`${folder}/`) && !to.endsWith('/index.ts');
    });
    expect(tell(past)).toEqual([]);
  });

  test('is judged by nobody who reads AWS', () => {
    const knowing = OWN.filter(({ from, to }) => from.startsWith('aws/') && JUDGING.includes(coreRoomOf(to)));
    expect(tell(knowing.filter(({ to }) => to.startsWith('lib/core/')))).toEqual([]);
  });
});

test('no files import one another in a circle', () => {
  const arrows = new Map(FILES.map((file) => [file, new Set<string>()]));
  for (const { from, to } of OWN) arrows.get(from)?.add(to);
  expect(findCircles(arrows)).toEqual([]);
});

test('no folders import one another in a circle', () => {
  const arrows = new Map(FILES.map((file) => [folderOf(file), new Set<string>()]));
  for (const { from, to } of OWN) if (folderOf(from) !== folderOf(to)) arrows.get(folderOf(from))?.add(folderOf(to));
  expect(findCircles(arrows)).toEqual([]);
});

describe('the reading of imports', () => {
  const files = new Set(['a/one.ts', 'a/b/index.ts', 'c.ts']);

  test.each([
    ["import { x } from './one';", 'a/one.ts'],
    ["import type { X } from './b';", 'a/b/index.ts'],
    ["export { x } from '../c';", 'c.ts'],
    ["import {\n  x,\n  type Y,\n} from './one';", 'a/one.ts'],
    ["const x = await import('./one');", 'a/one.ts'],
    ["const x = require('./one');", 'a/one.ts'],
    ["import './one';", 'a/one.ts'],
    ["import { join } from 'node:path';", 'node:path'],
  ])('%j', (text, to) => {
    expect(importsOf('a/two.ts', text, files).map((one) => one.to)).toEqual([to]);
  });

  test('names the line', () => {
    expect(importsOf('a/two.ts', "\n\nimport { x } from './one';\n", files).map(nameImport)).toEqual([
      'a/two.ts:3 imports a/one.ts',
    ]);
  });

  test('finds circles of two, of three and of one, and no others', () => {
    expect(
      findCircles(
        new Map([
          ['a', new Set(['b'])],
          ['b', new Set(['c'])],
          ['c', new Set()],
        ]),
      ),
    ).toEqual([]);
    expect(
      findCircles(
        new Map([
          ['a', new Set(['b'])],
          ['b', new Set(['a'])],
          ['c', new Set(['a'])],
        ]),
      ),
    ).toEqual([['a', 'b']]);
    expect(findCircles(new Map([['a', new Set(['a'])]]))).toEqual([['a']]);
  });
});
