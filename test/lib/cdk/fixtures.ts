import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps } from '../../../lib';

/** The root of the checkout. */
export const ROOT = join(__dirname, '..', '..', '..');

/** A resource of a template, as loosely typed as the assertions library has it. */
export type Resource = ReturnType<Template['findResources']>[string];

/** Reports of synth: `npm run synth` makes them, a test would only print them. */
const REPORTS = ['@aws-cdk/core:annotationsInValidationReport', '@aws-cdk/core:validateAgainstDefaultRules'];

/** An app with the feature flags that this project ships with. */
export function createApp(context: Record<string, unknown> = {}): App {
  const shipped = JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> };
  const flags = Object.entries(shipped.context).filter(([flag]) => !REPORTS.includes(flag));
  return new App({ context: { ...Object.fromEntries(flags), ...context } });
}

/** A stack of somebody else's with one watchdog in it. */
export function synthesise(props: BedrockQuotaWatchdogProps = { alertEmails: ['ops@example.com'] }) {
  const stack = new Stack(createApp(), 'Host');
  const watchdog = new BedrockQuotaWatchdog(stack, 'Watchdog', props);
  const template = Template.fromStack(stack);
  return { stack, watchdog, template };
}

/** The resources of a type, by logical id. */
export function resourcesOf(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.findResources(type));
}

/** The one resource of a type. @throws Error when there are none or several. */
export function onlyResource(template: Template, type: string): Resource {
  const [only, ...others] = resourcesOf(template, type);
  if (!only || others.length > 0) throw new Error(`exactly one ${type} is expected`);
  return only[1];
}

/** The one resource of a type whose logical id has a part. @throws Error when there are none or several. */
export function resourceNamed(template: Template, type: string, part: string): Resource {
  const [only, ...others] = resourcesOf(template, type).filter(([id]) => id.includes(part));
  if (!only || others.length > 0) throw new Error(`exactly one ${type} with ${part} in its id is expected`);
  return only[1];
}

/** Every resource of a template, by logical id. */
export function allResources(template: Template): [string, Resource][] {
  return Object.entries(template.toJSON().Resources as Record<string, Resource>);
}
