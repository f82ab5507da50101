import type { FoundationModel } from '../vocabulary/model';

/** The id at the end of an ARN; an id itself. */
export function lastPartOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Whether an id names a context-length variant (`…:0:48k`, `…:0:mm`, `…:0:512`): by provisioned throughput only. */
export function isContextVariant(modelId: string): boolean {
  return /:\d+:[0-9a-z]+$|:(?:\d+k|mm)$/i.test(modelId);
}

/** Whether calls on demand or by inference profile can reach a model; also when AWS names no way at all. */
export function isCallable(model: FoundationModel): boolean {
  const { id, inferenceTypes } = model;
  return (
    !isContextVariant(id) && (inferenceTypes.length === 0 || inferenceTypes.some((type) => type !== 'PROVISIONED'))
  );
}

/** First segments of base model ids (`anthropic`, `zai`, …). */
export function providerPrefixes(models: readonly FoundationModel[]): ReadonlySet<string> {
  return new Set(models.map(({ id }) => id.slice(0, Math.max(0, id.indexOf('.')))).filter((prefix) => prefix !== ''));
}

/**
 * Prefixes of system-defined geographic inference profiles known today; a new one is recognised by the model behind it.
 * Source: AWS documentation on inference profiles, as of 2026-10.
 */
const GEOGRAPHIC_PREFIXES: ReadonlySet<string> = new Set(['us', 'us-gov', 'eu', 'apac', 'jp', 'au', 'ca', 'sa']);

/** Prefix of the profiles that route anywhere; they have quotas of their own. */
export const GLOBAL_PREFIX = 'global';

/** Whether the first segment of an id is that of a geographic profile known today. */
export function isGeographicPrefix(prefix: string): boolean {
  return GEOGRAPHIC_PREFIXES.has(prefix);
}

/** Whether the first segment of an id is that of any system-defined profile known today. */
export function isProfilePrefix(prefix: string): boolean {
  return isGeographicPrefix(prefix) || prefix === GLOBAL_PREFIX;
}
