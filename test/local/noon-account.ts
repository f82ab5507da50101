import type { MetricDataQuery } from '@aws-sdk/client-cloudwatch';
import type { LocalAccountOptions } from '../../local/account/account-options';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import type { QuotaTableRow } from '../../local/quotas/table';
import type { MetricIdentity } from '../../local/traffic/metrics-store';
import type { TrafficPool } from '../../local/traffic/traffic';

export const NOON = new Date('2026-10-14T12:00:00Z');
export const NOON_MINUTE = NOON.getTime() / 60_000;

/** An hour to each side of noon. */
export const RANGE = { StartTime: new Date('2026-10-14T11:00:00Z'), EndTime: new Date('2026-10-14T13:00:00Z') };

export const SONNET = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
export const US_SONNET = `us.${SONNET}`;

/** Small quotas of Sonnet, cross-Region: 10,000 tokens and 3 requests per minute, 30,000 tokens a day. */
const SONNET_ROWS = [
  {
    quotaCode: 'L-F4DDD3EB',
    quotaName: 'Cross-region model inference tokens per minute for Anthropic Claude Sonnet 4.5 V1',
    appliedValue: 10_000,
    defaultValue: 5_000_000,
    adjustable: true,
  },
  {
    quotaCode: 'L-4A6BFAB1',
    quotaName: 'Cross-region model inference requests per minute for Anthropic Claude Sonnet 4.5 V1',
    appliedValue: 3,
    defaultValue: 10_000,
    adjustable: true,
  },
  {
    quotaCode: 'L-E3F10727',
    quotaName: 'Cross-Model Max Tokens Per Day',
    appliedValue: 30_000,
    defaultValue: null,
    adjustable: false,
  },
];
const SONNET_POOL: TrafficPool = {
  baseModelId: SONNET,
  modelIds: [US_SONNET],
  tokensPerMinute: 'L-F4DDD3EB',
  requestsPerMinute: 'L-4A6BFAB1',
  daily: ['L-E3F10727'],
};

/** A quota that stands for any: 10 applied, 100 by default, which that of index 0 does not have. */
export const toNumberedRow = (index: number): QuotaTableRow => ({
  quotaCode: `L-${index.toString(16).toUpperCase().padStart(8, '0')}`,
  quotaName: `Quota ${index}`,
  appliedValue: 10,
  defaultValue: index === 0 ? null : 100,
  adjustable: true,
});
/** 25 of them. */
export const NUMBERED_ROWS = Array.from({ length: 25 }, (_, index) => toNumberedRow(index));

/** Starts an account at noon, without quotas unless they are given. */
export function startNoonAccount(options: Partial<LocalAccountOptions> = {}): Promise<LocalAccount> {
  return startLocalAccount({ now: NOON, quotas: [], ...options });
}

/** Starts an account at noon with {@link NUMBERED_ROWS}. */
export function startNumberedAccount(): Promise<LocalAccount> {
  return startNoonAccount({ quotas: NUMBERED_ROWS });
}

/** Starts an account at noon whose Sonnet calls meet small quotas. */
export async function startSonnetAccount(options: Partial<LocalAccountOptions> = {}): Promise<LocalAccount> {
  const account = await startNoonAccount({ quotas: SONNET_ROWS, ...options });
  account.traffic.definePool(SONNET_POOL);
  return account;
}

/** A small call of Sonnet, `second` seconds after noon. */
export const sonnetCall = (second: number, changes = {}) => ({
  modelId: US_SONNET,
  at: NOON.getTime() + second * 1000,
  input: 100,
  output: 10,
  maxTokens: 100,
  seconds: 1,
  ...changes,
});

/** A metric of Sonnet's calls, by ModelId alone unless dimensions are given. */
export const sonnetMetric = (name: string, dimensions: Record<string, string> = { ModelId: US_SONNET }) => ({
  namespace: 'AWS/Bedrock',
  name,
  dimensions,
});

/** A query of a GetMetricData call. */
export function toQuery(id: string, metric: MetricIdentity, stat = 'Sum', periodSeconds = 60): MetricDataQuery {
  const Dimensions = Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value }));
  return {
    Id: id,
    MetricStat: {
      Metric: { Namespace: metric.namespace, MetricName: metric.name, Dimensions },
      Period: periodSeconds,
      Stat: stat,
    },
  };
}
