import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { leanSdkSchemas } from './lean-sdk-schemas';

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
    // Lambda hands its credentials over in the environment: the SDK's other ways to find some (profiles, SSO, instance
    // metadata, bearer tokens, with clients of their own) would be a sixth of the bundle, and never be used.
    alias: {
      '@aws-sdk/credential-provider-node': join(ROOT, 'aws', 'lambda-credentials.ts'),
      '@aws-sdk/token-providers': join(ROOT, 'aws', 'lambda-tokens.ts'),
    },
    // What people read in Portuguese is not spelled in escapes.
    charset: 'utf8',
    plugins: [leanSdkSchemas],
    legalComments: 'none',
    logLevel: 'warning',
  };
}
