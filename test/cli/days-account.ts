import { MINUTES_PER_DAY, toMinute } from '../../lib/core/vocabulary/time';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { NOW } from './captured-io';

/** The inference profile that is called, and its application profile. */
export const SONNET = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
export const CHECKOUT = 'checkout0001';
/** Its tokens per minute. */
export const SONNET_TPM = 'L-F4DDD3EB';
export const NOVA = 'amazon.nova-lite-v1:0';

/** A minute of a ModelId as it was recorded. */
export interface RecordedMinute {
  readonly modelId: string;
  readonly minute: number;
  readonly requests: number;
  readonly input: number;
  readonly output: number;
  readonly throttles: number;
  /** The native estimate. */
  readonly quotaTokens: number;
}

/** An account with traffic of two models in office hours of some days, larger day by day, and what was recorded. */
export interface DaysAccount {
  readonly account: LocalAccount;
  readonly recorded: readonly RecordedMinute[];
}

function put(account: LocalAccount, one: RecordedMinute): void {
  const metrics: Readonly<Record<string, number>> = {
    Invocations: one.requests,
    InputTokenCount: one.input,
    OutputTokenCount: one.output,
    InvocationThrottles: one.throttles,
    EstimatedTPMQuotaUsage: one.quotaTokens,
  };
  for (const [name, sum] of Object.entries(metrics)) {
    if (sum === 0) continue;
    const identity = { namespace: 'AWS/Bedrock', name, dimensions: { ModelId: one.modelId } };
    account.record(identity, { minute: one.minute, sum });
  }
}

/** Ten busy hours, up to half past the clock's, every seventh minute of each of the last days, the newest first. */
export async function startDaysAccount(days = 14): Promise<DaysAccount> {
  const account = await startLocalAccount({ now: new Date(NOW) });
  account.quotas.set(SONNET_TPM, 200_000);
  account.addApplicationProfile({ id: CHECKOUT, name: 'checkout', source: SONNET, tags: { team: 'shop' } });
  const recorded: RecordedMinute[] = [];
  for (let day = 0; day < days; day++) {
    for (let minuteOfDay = 3; minuteOfDay < 600; minuteOfDay += 7) {
      const minute = toMinute(NOW) - day * MINUTES_PER_DAY - minuteOfDay;
      const size = (days - day) * 700 + (minuteOfDay % 11) * 40;
      const common = { minute, throttles: minuteOfDay % 35 === 3 ? 2 : 0 };
      recorded.push(
        { ...common, modelId: SONNET, requests: 6, input: 6 * size, output: 6 * 250, quotaTokens: 6 * (size + 1250) },
        { ...common, modelId: CHECKOUT, requests: 2, input: 2 * 500, output: 2 * 100, quotaTokens: 2000, throttles: 0 },
        { ...common, modelId: NOVA, requests: 4, input: 4 * 90, output: 4 * 10, quotaTokens: 400, throttles: 0 },
      );
    }
  }
  for (const one of recorded) put(account, one);
  return { account, recorded };
}
