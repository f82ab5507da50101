import type { AlertEvent } from '../../../../lib/core/alerts/lifecycle';
import type { Finding, FindingContext } from '../../../../lib/core/vocabulary/finding';

/** Where and when the alerts of the tests are told. */
export const ORIGIN = { accountId: '111122223333', region: 'us-east-1', at: '2026-10-14T14:33:00Z' };

/** Where messages of the tests lead to. */
export const PLACES = { dashboard: 'https://example.com/dashboard', runbook: 'docs/runbook.md' };
export const NO_DASHBOARD = { ...PLACES, dashboard: null };

const FINDING: Finding = {
  id: 'utilization/L-F4DDD3EB',
  kind: 'utilization',
  severity: 'critical',
  quotaCode: 'L-F4DDD3EB',
  modelIds: ['anthropic.claude-sonnet-4-5-20250929-v1:0'],
  scope: 'crossRegion',
  dimension: 'tokensPerMinute',
  usage: { value: 970_000, unit: 'tokens', at: '2026-10-14T14:32:00Z', window: 'minute', provenance: 'native' },
  appliedValue: 1_000_000,
  utilizationPercent: 97,
  headroom: 30_000,
  exhaustionAt: null,
  cause: null,
  remedies: [
    { title: 'Ask for more', command: 'aws service-quotas request-service-quota-increase --quota-code L-F4DDD3EB' },
    { title: 'Call it global cross-Region', command: null },
    { title: 'A third way', command: null },
  ],
};

const CONTEXT: FindingContext = {
  subject: 'Claude Sonnet 4.5 V1, cross-Region',
  summary: 'Claude Sonnet 4.5 V1, cross-Region, used 970,000 of 1,000,000 tokens in the minute 14:32 UTC.',
  details: [
    ['Cause', 'tokens per minute, high confidence: 41 throttles'],
    ['Forecast', 'full at about 14:35 UTC'],
    ['Traffic', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0 100%'],
  ],
};

/** An alert as the life cycle gives it: Sonnet at 97 % of its tokens per minute, with what a test changes. */
export function alertOf(
  changes: {
    event?: AlertEvent['event'];
    since?: string;
    finding?: Partial<Finding>;
    context?: Partial<FindingContext>;
  } = {},
): AlertEvent {
  const { event = 'opened', since = '2026-10-14T14:30:00Z' } = changes;
  return { event, since, finding: { ...FINDING, ...changes.finding }, context: { ...CONTEXT, ...changes.context } };
}
