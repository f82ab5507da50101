import { toMinute } from '../../lib/core/vocabulary/time';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { NOW } from './captured-io';

/** The inference profile that is called. */
export const PROFILE = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
/** Its tokens per minute. */
export const TPM = 'L-F4DDD3EB';

/** An account whose Sonnet traffic peaked at 970,412 of 1,000,000 tokens four minutes ago. */
export async function startBusyAccount(): Promise<LocalAccount> {
  const account = await startLocalAccount({ now: new Date(NOW), pageSizes: { metrics: 2, points: 7 } });
  for (const row of account.quotas.rows()) {
    if (row.quotaName.includes('Claude Sonnet 4.5')) account.quotas.set(row.quotaCode, 1_000_000_000);
  }
  account.quotas.set(TPM, 1_000_000);
  const record = (modelId: string, name: string, minutesAgo: number, sum: number) =>
    account.record(
      { namespace: 'AWS/Bedrock', name, dimensions: { ModelId: modelId } },
      { minute: toMinute(NOW) - minutesAgo, sum },
    );
  for (let ago = 4; ago < 120; ago++) {
    record(PROFILE, 'Invocations', ago, 40);
    record(PROFILE, 'EstimatedTPMQuotaUsage', ago, ago === 4 ? 970_412 : 500_000);
  }
  record('<img src=x>.model', 'Invocations', 10, 1);
  return account;
}
