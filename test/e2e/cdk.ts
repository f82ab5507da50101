import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** What a run of the CDK command line printed. */
export interface CdkRun {
  readonly output: string;
}

/** Runs plain `cdk` of this project against an engine. @throws Error with the output when it fails. */
export function runCdk(args: readonly string[], engineUrl: string): Promise<CdkRun> {
  const child = spawn(
    process.execPath,
    [require.resolve('aws-cdk/bin/cdk'), ...args, '--output', join(ROOT, '.venv-e2e', 'cdk.out')],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        AWS_ENDPOINT_URL: engineUrl,
        // CDK caches account ids per access key in the home folder.
        AWS_ACCESS_KEY_ID: 'e2e',
        AWS_SECRET_ACCESS_KEY: 'e2e',
        AWS_REGION: 'us-east-1',
        CDK_DISABLE_CLI_TELEMETRY: 'true',
        NO_COLOR: '1',
        CI: 'true',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0
        ? resolve({ output })
        : reject(new Error(`cdk ${args.join(' ')} ended with ${code}:\n${output.slice(-4000)}`)),
    );
  });
}
