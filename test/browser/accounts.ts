import type { EvaluationInput } from '../../lib/core/findings/evaluation';
import { KNOWN_MODELS } from '../../lib/core/quotas/known-models';
import { mapQuotas } from '../../lib/core/quotas/map-quotas';
import { toQuotas } from '../../lib/core/quotas/quota-list';
import { createModelIdResolver } from '../../lib/core/traffic/resolve-model-id';
import type { MappedQuota } from '../../lib/core/vocabulary/quota';
import type { MinuteUsage } from '../../lib/core/vocabulary/series';
import { readQuotaTable } from '../../local/quotas/table';
import { dailyPool, quota, requestQuota, SONNET, series, usage } from '../lib/core/fixtures';
import { NOW } from '../lib/page/page-fixtures';

type Account = Partial<EvaluationInput>;

const resolve = createModelIdResolver({ models: KNOWN_MODELS, profiles: [] });

/** The inference quotas of us-east-1 as a restricted account has them: 374 zeros, but for the values given by code. */
function listQuotas(values: Readonly<Record<string, number>> = {}): MappedQuota[] {
  const rows = readQuotaTable();
  const applied = rows.map(({ quotaCode, quotaName, adjustable, appliedValue }) => {
    const Value = values[quotaCode] ?? appliedValue;
    return { QuotaCode: quotaCode, QuotaName: quotaName, Adjustable: adjustable, Value };
  });
  const defaults = rows.map(({ quotaCode, defaultValue }) => ({ QuotaCode: quotaCode, Value: defaultValue }));
  return mapQuotas(toQuotas(applied, defaults).quotas, KNOWN_MODELS, {}).quotas;
}

/** The last three hours of a load that comes and goes, each minute a number from 0 to 1 made into counts. */
function threeHours(toCounts: (load: number, minute: number) => Partial<MinuteUsage>): MinuteUsage[] {
  return Array.from({ length: 180 }, (_, index) => {
    const load = 0.45 + (index / 180) * 0.4 + 0.12 * Math.sin(index / 9) + 0.03 * Math.sin(index * 2.3);
    return usage(NOW - 180 + index, toCounts(load, index));
  });
}

/** Nothing is listed and nothing is used. */
export const EMPTY: Account = { quotas: [] };

/** Sonnet over its tokens per minute with throttles, calls of a quota of 0, a full day pool, and half an hour of strangers. */
export const BUSY: Account = {
  quotas: [
    ...listQuotas({
      'L-F4DDD3EB': 1_000_000,
      'L-4A6BFAB1': 500,
      'L-27C57EE8': 2_000_000,
      'L-DB99DCDB': 300_000,
      'L-DE641971': 300_000,
      'L-26C560CE': 2_000,
      'L-7C42E72A': 400_000,
      'L-89F8391A': 200,
    }),
    dailyPool(),
  ],
  resolve,
  series: [
    series(
      `us.${SONNET}`,
      threeHours((load, index) => ({
        invocations: Math.round(load * 330),
        throttles: index > 150 && load > 0.9 ? 24 : 0,
        estimatedTpm: Math.round(load * 1_060_000),
      })),
    ),
    series(
      'us.anthropic.claude-opus-4-8',
      threeHours((load) => ({ invocations: 4, estimatedTpm: Math.round((1 - load) * 240_000) })),
    ),
    series(
      'us.amazon.nova-lite-v1:0',
      threeHours((load, index) => (index % 20 < 6 ? { invocations: 90, estimatedTpm: Math.round(load * 90_000) } : {})),
    ),
    series('amazon.titan-embed-text-v2:0', [usage('14:10', { invocations: 41, input: 9_000 })]),
    series('amazon.nova-pro-v1:0', [usage('14:21', { throttles: 7 })]),
    series('qx81unknown00', [usage('14:02', { invocations: 30, input: 36_000 })]),
  ],
};

const MANY = 200;
const modelOf = (index: number) => `anthropic.claude-sonnet-${100 + index}`;

/** 400 quotas, and traffic in each. */
export const MANY_QUOTAS: Account = {
  quotas: Array.from({ length: MANY }, (_, index) => {
    const shared = { modelLabel: `Anthropic Claude Sonnet ${100 + index}`, modelIds: [modelOf(index)] };
    const code = (9_000 + index).toString(16).toUpperCase();
    return [
      quota({ ...shared, quotaCode: `L-AAAA${code}` }),
      requestQuota({ ...shared, quotaCode: `L-BBBB${code}`, appliedValue: 500 + index }),
    ];
  }).flat(),
  resolve,
  series: Array.from({ length: MANY }, (_, index) =>
    series(
      `us.${modelOf(index)}`,
      Array.from({ length: 20 }, (_, step) =>
        usage(NOW - 160 + step * 8, { invocations: 1 + step, estimatedTpm: 4_900 * (index + 1) }),
      ),
    ),
  ),
};

/** Every quota but four is 0, as for a new account, and somebody tries. */
export const ZEROS: Account = {
  quotas: listQuotas(),
  resolve,
  series: [series(`us.${SONNET}`, [usage('14:20', { throttles: 3 })])],
};

/** AWS refused three reads; what could be read is of unknown models, and incomplete. */
export const BLIND: Account = {
  accountId: null,
  series: [series('mystery', [usage('14:00', { invocations: 1, input: 5 })], false)],
  blindSpots: [
    { source: 'cloudwatch:GetMetricData', message: 'cloudwatch:GetMetricData failed: Rate exceeded' },
    { source: 'bedrock:ListFoundationModels', message: 'bedrock:ListFoundationModels failed: AccessDeniedException' },
    { source: 'servicequotas:ListAWSDefaultServiceQuotas', message: 'no reply within 10 seconds' },
  ],
};
