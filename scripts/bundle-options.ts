import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

const ROOT = join(__dirname, '..');

/** How a Lambda handler is bundled, wherever one is: for the stack, for a benchmark, for a soak. */
export function bundleOptions(entry: string, outfile: string): BuildOptions {
  return {
    absWorkingDir: ROOT,
    entryPoints: [join(ROOT, entry)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    // The deployed runtime is Node 24; the demo and the tests run the same file on Node 20.
    target: 'node20',
    mainFields: ['module', 'main'],
    // What people read in Portuguese is not spelled in escapes.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  };
}
