import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { LocalAccount } from '../../local/account/local-account';
import { ROOT } from '../lib/cdk/fixtures';

const run = promisify(execFile);
const SDK = '@aws-sdk/client-bedrock-runtime';
const OVER_HTTP1 = join(__dirname, 'runtime-over-http1.ts');

/** The client as the package has it, from the source. */
export const CLIENT = join(ROOT, 'lib/client/index.ts');

/** Bundles a program as an application would, over a client that the local account can hear. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    external: ['@aws-sdk/*', 'cockatiel'],
    plugins: [
      {
        name: 'page',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^bedrock-quota-watchdog\/client$/ }, () => ({ path: CLIENT }));
          onResolve({ filter: new RegExp(`^${SDK}$`) }, ({ importer }) =>
            importer === OVER_HTTP1 ? null : { path: OVER_HTTP1 },
          );
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs a program of an application that calls models, in a process of its own, against a local account. @returns what it prints. */
export async function runClientProgram(contents: string, account: LocalAccount): Promise<string> {
  const code = await bundle(contents);
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: ROOT,
    env: { ...process.env, ...account.environment },
  });
  return stdout;
}
