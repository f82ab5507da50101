/**
 * Bundles each Lambda handler into dist/lambda/<name>/index.js: one file, SDK included, nothing of the CDK.
 * Run by `npm run build`; the stack ships the folder as it is. What the local account needs goes beside it.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleLocal } from './bundle-local';
import { bundleOptions } from './bundle-options';

const ROOT = join(__dirname, '..');
const HANDLERS = ['poller', 'widget'];

async function bundleHandlers(): Promise<void> {
  for (const name of HANDLERS) {
    await build(bundleOptions(`lambda/${name}/index.ts`, join(ROOT, 'dist', 'lambda', name, 'index.js')));
  }
  await bundleLocal(ROOT);
}

bundleHandlers().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
