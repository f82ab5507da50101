import type { Node } from 'constructs';

/** What the stock app takes by `-c name=value`, or in cdk.json. */
export const KNOWN_CONTEXT = [
  'accounts',
  'alertEmail',
  'burndownRates',
  'chat',
  'criticalPercent',
  'delegatedAdministrator',
  'events',
  'language',
  'maxConcurrency',
  'metricsPerRegion',
  'modelOverrides',
  'monitoringAccount',
  'operators',
  'organization',
  'organizationExclude',
  'organizationRootId',
  'principals',
  'refusalEvidence',
  'regions',
  'runbookUrl',
  'stackName',
  'warningPercent',
] as const;

/**
 * Names that are CDK's own: feature flags `@aws-cdk/…`, what its command line hands over `aws:…`, what it looked up `…:…`, and
 * its settings.
 */
const OF_CDK = /^@|^aws-cdk|:|^cdk-|^(?:acknowledged-issue-numbers|cli-telemetry|tree-metadata)$/;

/** @throws Error for a name that nobody reads: a misspelled one would count for nothing, without a word. */
export function refuseUnknownContext(node: Node): void {
  const names: string[] = Object.keys(node.getAllContext());
  const known: readonly string[] = KNOWN_CONTEXT;
  const unknown = names.filter((name) => !known.includes(name) && !OF_CDK.test(name));
  if (unknown.length === 0) return;
  const told = unknown.map((name) => JSON.stringify(name)).join(', ');
  throw new Error(`context has ${told}, which nobody reads; known are ${KNOWN_CONTEXT.join(', ')}`);
}
