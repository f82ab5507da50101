import type { Trail } from '../traffic/trail';
import type { TrailCaller } from '../traffic/trail-record';

const BOTO = 'Boto3/1.40.0 md/Botocore#1.40.0 ua/2.1 os/linux md/arch#aarch64 lang/python#3.13.1';
const NODE = 'aws-sdk-js/3.1164.0 ua/2.1 os/linux lang/js md/nodejs#22.21.0 api/bedrock-runtime#3.1164.0';

const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const WORKER: TrailCaller = { role: 'SummaryWorker', session: 'worker-7', userAgent: BOTO };

/** Who calls what in the demo's day. @param checkout id of the application profile */
export function nameCallers(trail: Trail, checkout: string): void {
  trail.callers.set(SONNET, [WORKER, { ...WORKER, session: 'worker-8' }]);
  trail.callers.set(checkout, [{ role: 'Checkout', session: 'checkout-api', userAgent: NODE }]);
  trail.callers.set('anthropic.claude-3-haiku-20240307-v1:0', [{ role: 'Notebooks', session: 'ana', userAgent: BOTO }]);
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
    at: at + 30_000,
    operation: 'InvokeModel',
    modelId: 'anthropic.claude-3-haiku-20240307-v1:0',
    errorCode: 'ResourceNotFoundException',
    errorMessage:
      'Access denied. This Model is marked by provider as Legacy and you have not been actively using the model in the last 30 days. Please upgrade to an active model on Amazon Bedrock',
  });
}
