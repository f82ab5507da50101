import type { Finding } from '../../../../lib/core/vocabulary/finding';
import { minuteOf, quota, requestQuota, resolveSonnet } from '../fixtures';
import { type JudgeInput, judge } from '../judge';

export const NOW = minuteOf('14:33');

/** An evaluation at 14:33 over three hours, changed. */
export function input(changes: Partial<JudgeInput> = {}): JudgeInput {
  return {
    accountId: '111122223333',
    region: 'us-east-1',
    now: NOW,
    lookbackMinutes: 180,
    quotas: [quota(), requestQuota()],
    series: [],
    resolve: resolveSonnet,
    thresholds: { warningPercent: 80, criticalPercent: 95 },
    blindSpots: [],
    ...changes,
  };
}

/** The finding of an id. @throws Error when there is none. */
export function find(findings: readonly Finding[], id: string): Finding {
  const found = findings.find((finding) => finding.id === id);
  if (!found) throw new Error(`no finding ${id} among ${findings.map((finding) => finding.id).join(', ')}`);
  return found;
}

/** The findings of such an evaluation. */
export function findingsOf(changes: Partial<JudgeInput>): readonly Finding[] {
  return judge(input(changes)).document.findings;
}

export const TOKENS = 'utilization/L-F4DDD3EB';
export const REQUESTS = 'utilization/L-4A6BFAB1';
