import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Runs `cdk synth` of the stock stack, with evidence of refusals, into a folder, without credentials. @throws Error with the output of a failed synth. */
export function synthesise(root: string, output: string, alertEmail: string): void {
  const cdk = require.resolve('aws-cdk/bin/cdk');
  try {
    const context = ['-c', `alertEmail=${alertEmail}`, '-c', 'refusalEvidence=true'];
    execFileSync(process.execPath, [cdk, 'synth', '--quiet', '--output', output, ...context], {
      cwd: root,
      env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    throw new Error(`cdk synth failed in ${join(root)}:\n${stderr?.toString() ?? error}`);
  }
}
