import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { PROFILE, TPM } from './busy-account';
import { NOW } from './captured-io';

/** An application profile of {@link PROFILE}. */
export const CHECKOUT = 's529qz7ddy06';
export const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';

const MINUTE_MS = 60_000;

/** Milliseconds since 1970, so many minutes before now. */
export const ago = (minutes: number) => Date.parse(NOW) - minutes * MINUTE_MS;

/**
 * An account that refused calls from 14:09 to 14:13: Sonnet is past its tokens per minute, and one call of Haiku was not
 * allowed, which no metric shows; another such call was made at 13:53.
 */
export async function startRefusingAccount(options: { readonly events?: number } = {}): Promise<LocalAccount> {
  const account = await startLocalAccount({ now: new Date(NOW), pageSizes: options });
  for (const row of account.quotas.rows()) {
    if (/Claude (?:Sonnet|Haiku) 4\.5|Cross-Model/.test(row.quotaName))
      account.quotas.set(row.quotaCode, 1_000_000_000);
  }
  account.quotas.set(TPM, 40_000);
  account.addApplicationProfile({ id: CHECKOUT, name: 'checkout', source: PROFILE });
  const userAgent = 'Boto3/1.40.0 md/Botocore#1.40.0';
  account.trail.callers.set(PROFILE, [{ role: 'SummaryWorker', session: 'worker-7', userAgent }]);
  account.trail.callers.set(CHECKOUT, [
    { role: 'Checkout', session: 'checkout-api', userAgent: 'aws-sdk-js/3.1164.0' },
  ]);
  for (let minute = 24; minute > 19; minute--) {
    for (let call = 0; call < 12; call++) {
      const modelId = call % 3 === 2 ? CHECKOUT : PROFILE;
      account.traffic.call({ modelId, at: ago(minute) + call * 4_000, input: 5_000, output: 400, maxTokens: 1_000 });
    }
  }
  const denied = {
    operation: 'InvokeModel',
    modelId: HAIKU,
    errorCode: 'AccessDenied',
    errorMessage: 'User is not authorized to perform: bedrock:InvokeModel on the resource',
  };
  account.trail.add({ ...denied, at: ago(40) });
  account.trail.add({ ...denied, at: ago(22) });
  return account;
}
