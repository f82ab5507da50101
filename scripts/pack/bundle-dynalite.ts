import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

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
 * What the local account needs beside its code, so that `demo` and `--local` run from an installed package: the list of quotas,
 * and the local DynamoDB in one file. It keeps its tables in memory, so nothing native is in it.
 * @param folder where the code of the local account is.
 * @returns the files that went into it, by their path in the project.
 */
export async function bundleDynalite(root: string, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(root, 'local/quotas/quota-list.tsv'), join(folder, 'quota-list.tsv'));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['node_modules/dynalite/index.js'],
    outfile: join(folder, 'dynalite.js'),
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
  return Object.keys(metafile.inputs);
}
