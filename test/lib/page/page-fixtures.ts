import { toQuotaHistories } from '../../../lib/core/measure/quota-history';
import type { DescribedFinding } from '../../../lib/core/vocabulary/finding';
import { renderQuotaPage } from '../../../lib/page/page';
import type { QuotaFragmentInput } from '../../../lib/page/quotas/fragment';
import { dailyPool, minuteOf, quota, requestQuota, resolveSonnet, SONNET, series, usage } from '../core/fixtures';
import { type JudgeInput, judge } from '../core/judge';

/** The clock of {@link shownOf}. */
export const NOW = minuteOf('14:33');

/** What is shown of an account at 14:33, quiet but for what is changed, with its findings and `more`. */
export function shownOf(changes: Partial<JudgeInput> = {}, more: readonly DescribedFinding[] = []): QuotaFragmentInput {
  const input: JudgeInput = {
    accountId: '111122223333',
    region: 'us-east-1',
    now: NOW,
    lookbackMinutes: 180,
    quotas: [quota(), requestQuota(), dailyPool(), quota({ quotaCode: 'L-0', scope: 'onDemand', appliedValue: 0 })],
    series: [],
    resolve: resolveSonnet,
    thresholds: { warningPercent: 80, criticalPercent: 95 },
    blindSpots: [],
    ...changes,
  };
  const { document, described: own, traffic, lookbackMinutes } = judge(input);
  const described = [...own, ...more];
  const history = toQuotaHistories(input.quotas, traffic, NOW, lookbackMinutes);
  return { document, described, quotas: input.quotas, history, lookbackMinutes };
}

/** The page of {@link shownOf}. */
export function pageOf(changes: Partial<JudgeInput> = {}, more: readonly DescribedFinding[] = []) {
  const shown = shownOf(changes, more);
  return { page: renderQuotaPage(shown), described: shown.described };
}

/** Sonnet at 99 % with throttles, and traffic of an unknown model. */
export const BUSY = [
  series(`us.${SONNET}`, [
    usage('14:20', { invocations: 50, throttles: 10, estimatedTpm: 990_000 }),
    usage('14:21', { invocations: 10, estimatedTpm: 100_000 }),
  ]),
  series('mystery', [usage('14:00', { invocations: 1, input: 5 })]),
];

/** A finding of any kind whose every text is `words`. */
export function bare(kind: DescribedFinding['finding']['kind'], words: string): DescribedFinding {
  const nothing = { quotaCode: null, scope: null, dimension: null, usage: null, appliedValue: null };
  const finding = {
    ...nothing,
    id: `${kind}/${words}`,
    kind,
    severity: 'warning' as const,
    modelIds: [words],
    utilizationPercent: null,
    headroom: null,
    exhaustionAt: null,
    cause: { kind: 'unknown' as const, confidence: 'low' as const, evidence: [words] },
    remedies: [{ title: words, command: words }],
  };
  return { finding, context: { subject: words, summary: words, details: [[words, words]] } };
}
