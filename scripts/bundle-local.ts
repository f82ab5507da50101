import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Licences of packages, as they are called in them. */
const LICENCE = /^(?:licen[cs]e|copying)(?:\.\w+)?$/i;

/** The packages that bundled files are of: `node_modules/level` and the like. */
function packagesOf(files: readonly string[]): string[] {
  const folders = files.flatMap((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/** The licence of each package, one after the other. */
function collectLicences(root: string, folders: readonly string[]): string {
  return folders
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const file = readdirSync(join(root, folder)).find((one) => LICENCE.test(one));
      const text = file === undefined ? '' : `\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
      return `${name} ${version}: ${license}\n${text}`;
    })
    .join(`\n${'-'.repeat(78)}\n`);
}

/** Dynalite requires its actions by names without `.js`, which a bundle keeps its files under. */
const NAME_FILES: Plugin = {
  name: 'files of actions',
  setup: ({ onLoad }) =>
    onLoad({ filter: /dynalite[\\/]index\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /require\(('\.\/\w+\/') \+ action\)/g,
        "require($1 + action + '.js')",
      ),
      loader: 'js',
    })),
};

/**
 * What the local account needs beside its compiled code, so that `demo` and `--local` run from an installed package: the list of
 * quotas, and the local DynamoDB in one file with its licences. It keeps its tables in memory, so nothing native is in it.
 */
export async function bundleLocal(root: string): Promise<void> {
  const target = join(root, 'dist', 'local');
  mkdirSync(join(target, 'quotas'), { recursive: true });
  copyFileSync(join(root, 'local/quotas/quota-list.tsv'), join(target, 'quotas/quota-list.tsv'));
  if (!existsSync(join(root, 'node_modules/dynalite'))) return;
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['node_modules/dynalite/index.js'],
    outfile: join(target, 'wire/dynalite.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    alias: { level: 'memory-level' },
    plugins: [NAME_FILES],
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
  });
  const licences = collectLicences(root, packagesOf(Object.keys(metafile.inputs)));
  writeFileSync(join(target, 'wire/dynalite.LICENSES.txt'), licences);
}
