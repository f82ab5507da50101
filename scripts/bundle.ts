/**
 * Bundles each Lambda handler into dist/lambda/<name>/index.js: one file, SDK included, nothing of the CDK.
 * Run by `npm run build`; the stack ships the folder as it is.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = join(__dirname, '..');
const HANDLERS = ['poller'];

for (const name of HANDLERS) {
  const outdir = join(ROOT, 'dist', 'lambda', name);
  rmSync(outdir, { recursive: true, force: true });
  buildSync({
    entryPoints: [join(ROOT, 'lambda', name, 'index.ts')],
    outfile: join(outdir, 'index.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    // The deployed runtime is Node 24; the demo and the tests run the same file on Node 20.
    target: 'node20',
    mainFields: ['module', 'main'],
    // Lambda hands its credentials over in the environment: the SDK's other ways to find some (profiles, SSO, instance
    // metadata, with clients of their own) would be a sixth of the bundle, and never be used.
    alias: { '@aws-sdk/credential-provider-node': join(ROOT, 'lambda', 'aws', 'lambda-credentials.ts') },
    legalComments: 'none',
    logLevel: 'warning',
  });
}
