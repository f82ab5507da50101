import { advanceAlertsByRules } from '../../../../lib/core/alerts/advance-by-rules';
import type { AlertEntries } from '../../../../lib/core/alerts/entry';
import { muteOfFinding } from '../../../../lib/core/rules/mute';
import { type AlertRules, NO_ALERT_RULES } from '../../../../lib/core/rules/rules';
import type { DescribedFinding, Finding } from '../../../../lib/core/vocabulary/finding';
import { toMinute } from '../../../../lib/core/vocabulary/time';
import { dailyPool, quota, requestQuota } from '../fixtures';
import { alertOf } from './alert-fixtures';

export const QUOTAS = [quota(), requestQuota(), dailyPool()];
export const THRESHOLDS = { warningPercent: 80, criticalPercent: 95 };
/** A Wednesday. */
export const DAY = '2026-10-14';

/** A warning of 85 % about Sonnet, changed. */
export function described(changes: Partial<Finding> = {}): DescribedFinding {
  const { finding, context } = alertOf({ finding: { severity: 'warning', utilizationPercent: 85, ...changes } });
  return { finding, context };
}

export const WARNING = described();
export const CRITICAL = described({ severity: 'critical', utilizationPercent: 97 });
export const OK = described({ severity: 'ok', utilizationPercent: 40 });
export const UNKNOWN = described({
  kind: 'unmappedUsage',
  id: 'unmappedUsage/x',
  quotaCode: null,
  severity: 'unknown',
});
export const CHANGED = described({ kind: 'quotaChanged', id: 'quotaChanged/1', severity: 'ok' });

/** What an evaluation shows. */
export type Shown = DescribedFinding | readonly DescribedFinding[] | null;

/** Plays an evaluation every five minutes: each step says from when on what is shown. */
export function play(
  rules: Partial<AlertRules>,
  steps: readonly (readonly [from: string, shown: Shown])[],
  until: string,
) {
  const all = { ...NO_ALERT_RULES, ...rules };
  const times = steps.map(([from]) => toMinute(`${DAY}T${from}:00Z`));
  const said: string[] = [];
  let entries: AlertEntries = {};
  for (let now = times[0] ?? 0; now <= toMinute(until); now += 5) {
    const index = times.findLastIndex((time) => time <= now);
    const shown = [steps[index]?.[1] ?? []].flat();
    const moment = { rules: all, thresholds: THRESHOLDS, quotas: QUOTAS, now };
    const muted = new Map(
      shown.flatMap((one) => {
        const mute = muteOfFinding(one.finding, moment);
        return mute ? [[one.finding.id, mute] as const] : [];
      }),
    );
    const result = advanceAlertsByRules(entries, { described: shown, muted, resting: new Set<string>() }, moment);
    entries = result.entries;
    const clock = new Date(now * 60_000).toISOString().slice(8, 16).replace('T', ' ');
    said.push(...result.events.map(({ event, finding }) => `${clock} ${event} ${finding.severity}`));
  }
  return said;
}
