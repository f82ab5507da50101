import { build } from 'esbuild';

/** Names that CommonJS has and modules have not; bundled packages and files beside the bundle are found by them. */
const COMMONJS_NAMES = [
  "import { createRequire as createRequireOf } from 'node:module';",
  "import { dirname as dirnameOf } from 'node:path';",
  "import { fileURLToPath as pathOfUrl } from 'node:url';",
  'const require = createRequireOf(import.meta.url), __filename = pathOfUrl(import.meta.url), __dirname = dirnameOf(__filename);',
].join('\n');

/**
 * Bundles the command line with all it calls AWS by, so that it installs nothing: a file for what each command needs, and one
 * each for what is loaded when it is asked for (`mcp`, `demo`, `--local`).
 * @returns the files that went into it, by their path in the project.
 */
export async function bundleCommandLine(root: string, folder: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { 'quota-watchdog': 'bin/quota-watchdog.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    // Errors and their traces are told by the names in the source.
    keepNames: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    banner: { js: COMMONJS_NAMES },
    // The package carries the stack of the demo as a template, and the local DynamoDB in a file of its own.
    external: ['./synthesise.js', 'dynalite'],
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}
