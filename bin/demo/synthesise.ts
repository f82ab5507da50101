import { mkdirSync } from 'node:fs';
import type { Language } from '../../lib/language/language';

/** What tells the runner of the functions where their code is; the CDK's command line sets it. */
const ASSET_METADATA = 'aws:cdk:enable-asset-metadata';

/** Makes the stock stack's template, with evidence of refusals, and assets in a folder, as `cdk synth` does, without credentials and without its command line. */
export async function synthesise(output: string, alertEmail: string, language: Language): Promise<void> {
  mkdirSync(output, { recursive: true });
  const { App } = await import('aws-cdk-lib');
  const { WatchdogStack } = await import('../../lib/cdk/watchdog-stack.js');
  const { STACK_NAME } = await import('../../lib/contract.js');
  const app = new App({ outdir: output, analyticsReporting: false, context: { [ASSET_METADATA]: true } });
  new WatchdogStack(app, STACK_NAME, { alertEmails: [alertEmail], language, refusalEvidence: true });
  app.synth();
}
