import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundle-options';

const ROOT = join(__dirname, '..');
const HANDLERS = ['poller', 'widget', 'dispatcher', 'worker'];

/**
 * Bundles each Lambda handler into dist/lambda/<name>/index.js: one file, SDK included, nothing of the CDK. The stack ships the
 * folder as it is.
 * @returns the files that went into them, by their path in the project.
 */
export async function bundleHandlers(): Promise<string[]> {
  const files: string[] = [];
  for (const name of HANDLERS) {
    const outfile = join(ROOT, 'dist', 'lambda', name, 'index.js');
    const { metafile } = await build({ ...bundleOptions(`lambda/${name}/index.ts`, outfile), metafile: true });
    files.push(...Object.keys(metafile.inputs));
  }
  return files;
}
