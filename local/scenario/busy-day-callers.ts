import type { Trail } from '../traffic/trail';
import type { TrailCaller } from '../traffic/trail-record';

const BOTO = 'Boto3/1.40.0 md/Botocore#1.40.0 ua/2.1 os/linux md/arch#aarch64 lang/python#3.13.1';
const NODE = 'aws-sdk-js/3.1164.0 ua/2.1 os/linux lang/js md/nodejs#22.21.0 api/bedrock-runtime#3.1164.0';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
/** A model that is legacy, and the words by which Bedrock refuses it to who has not called it lately. */
const LEGACY_MODEL = 'anthropic.claude-3-5-sonnet-20240620-v1:0';
const LEGACY = {
  errorCode: 'ResourceNotFoundException',
  errorMessage:
    'Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 30 days. Please upgrade to an active model on Amazon Bedrock',
};

const WORKER: TrailCaller = { role: 'SummaryWorker', session: 'worker-7', userAgent: BOTO };

/** Who calls what in the demo's day. @param checkout id of the application profile */
export function nameCallers(trail: Trail, checkout: string): void {
  trail.callers.set(SONNET, [WORKER, { ...WORKER, session: 'worker-8' }]);
  trail.callers.set(checkout, [{ role: 'Checkout', session: 'checkout-api', userAgent: NODE }]);
  trail.callers.set('anthropic.claude-3-haiku-20240307-v1:0', [{ role: 'Notebooks', session: 'ana', userAgent: BOTO }]);
  trail.callers.set(LEGACY_MODEL, [{ role: 'NightlyReport', session: 'report', userAgent: BOTO }]);
}

/**
 * An application that nobody has looked at for long calls a legacy model every ten minutes from 01:00 to 05:00, twice. No
 * metric shows its calls.
 * @param start of the minute, milliseconds since 1970
 */
export function refuseNightlyReport(trail: Trail, start: number): void {
  const minuteOfDay = Math.floor(start / 60_000) % 1440;
  if (minuteOfDay < 60 || minuteOfDay >= 300 || minuteOfDay % 10 !== 0) return;
  for (const at of [start, start + 8_000])
    trail.add({ ...LEGACY, at, operation: 'InvokeModel', modelId: LEGACY_MODEL });
}

/** Calls that AWS refuses for something else than a quota: CloudTrail has them, and no metric shows them. */
export function refuseStrangers(trail: Trail, at: number, accountId: string): void {
  const userAgent = BOTO;
  trail.callers.set('us.anthropic.claude-opus-4-8', [{ role: 'Notebooks', session: 'ben', userAgent }]);
  const call = { operation: 'Converse', modelId: 'us.anthropic.claude-opus-4-8' };
  trail.add({
    ...call,
    at,
    errorCode: 'AccessDenied',
    errorMessage: `User: arn:aws:sts::${accountId}:assumed-role/Notebooks/ben is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1:${accountId}:inference-profile/us.anthropic.claude-opus-4-8 because no identity-based policy allows the bedrock:InvokeModel action`,
  });
  trail.add({
    ...LEGACY,
    at: at + 30_000,
    operation: 'InvokeModel',
    modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
  });
}
