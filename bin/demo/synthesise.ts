import { mkdirSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { WatchdogStack } from '../../lib/cdk/watchdog-stack';
import { STACK_NAME } from '../../lib/contract';
import type { Language } from '../../lib/language/language';

/** What tells the runner of the functions where their code is; the CDK's command line sets it. */
const ASSET_METADATA = 'aws:cdk:enable-asset-metadata';

/** What keeps the CDK from copying the code. */
const NO_STAGING = 'aws:cdk:disable-asset-staging';

/** What is synthesised. */
export interface StackChoice {
  readonly alertEmail: string;
  readonly language: Language;
  /** Whether the code of the functions is copied beside the template. @default true */
  readonly staging?: boolean;
}

/** Makes the stock stack's template, with evidence of refusals, and assets in a folder, as `cdk synth` does, without credentials and without its command line. */
export async function synthesise(output: string, { alertEmail, language, staging }: StackChoice): Promise<void> {
  mkdirSync(output, { recursive: true });
  const context = { [ASSET_METADATA]: true, ...(staging === false ? { [NO_STAGING]: true } : {}) };
  const app = new App({ outdir: output, analyticsReporting: false, context });
  new WatchdogStack(app, STACK_NAME, { alertEmails: [alertEmail], language, refusalEvidence: true });
  app.synth();
}
