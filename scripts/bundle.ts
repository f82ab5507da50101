/**
 * Bundles each Lambda handler into dist/lambda/<name>/index.js: one file, SDK included, nothing of the CDK.
 * Run by `npm run build`; the stack ships the folder as it is.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundleOptions } from './bundle-options';

const ROOT = join(__dirname, '..');
const HANDLERS = ['poller'];

for (const name of HANDLERS) {
  const outdir = join(ROOT, 'dist', 'lambda', name);
  rmSync(outdir, { recursive: true, force: true });
  buildSync(bundleOptions(`lambda/${name}/index.ts`, join(outdir, 'index.js')));
}
