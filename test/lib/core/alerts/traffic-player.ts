import { advanceAlertsByRules } from '../../../../lib/core/alerts/advance-by-rules';
import type { AlertEntries } from '../../../../lib/core/alerts/entry';
import { lookbackOf } from '../../../../lib/core/measure/reading-plan';
import { toAlertMessage } from '../../../../lib/core/messages/mail';
import { type AlertRules, NO_ALERT_RULES } from '../../../../lib/core/rules/rules';
import type { MappedQuota } from '../../../../lib/core/vocabulary/quota';
import { toIso } from '../../../../lib/core/vocabulary/time';
import { EN } from '../../../../lib/language/en';
import { input } from '../findings/evaluation';
import { minuteOf, SONNET, series, usage } from '../fixtures';
import { judge } from '../judge';
import { NO_DASHBOARD } from './alert-fixtures';
import { THRESHOLDS } from './rule-player';

/** 2026-10-14T00:00Z; the minutes of the tests count from it. */
export const START = minuteOf('00:00');

/** Traffic of one minute. */
export interface Traffic {
  readonly tokens?: number;
  /** Calls refused. */
  readonly throttles?: number;
}

export interface TrafficGame {
  readonly quotas: readonly MappedQuota[];
  readonly trafficOf: (minute: number) => Traffic;
  readonly rules?: Partial<AlertRules>;
  /** First evaluation, minutes since {@link START}. @default 1 */
  readonly from?: number;
  readonly until: number;
  /** Minutes between evaluations. @default 5 */
  readonly every?: number;
}

/**
 * Plays traffic through the real evaluation, life cycle and message, with the entries saved as JSON and loaded between
 * evaluations. Each message as `minute event severity` of its findings, worst first: `34 opened warning`.
 */
export function playTraffic({ quotas, trafficOf, rules = {}, from = 1, until, every = 5 }: TrafficGame): string[] {
  const all = { ...NO_ALERT_RULES, ...rules };
  const counts = ({ tokens = 0, throttles = 0 }: Traffic) => ({
    estimatedTpm: tokens,
    throttles,
    invocations: tokens > 0 ? 1 : 0,
  });
  const minutes = Array.from({ length: until + 1440 }, (_, index) => index - 1440).flatMap((minute) => {
    const traffic = trafficOf(minute);
    return traffic.tokens || traffic.throttles ? [usage(START + minute, counts(traffic))] : [];
  });
  let entries: AlertEntries = {};
  let evaluatedUntil: number | null = START + from - every;
  const said: string[] = [];
  for (let now = START + from; now <= START + until; now += every) {
    const day = minutes.filter(({ minute }) => minute >= now - 1440 && minute < now);
    const evaluation = judge(
      input({
        now,
        lookbackMinutes: lookbackOf(evaluatedUntil, now),
        quotas,
        rules: all,
        series: [series(`us.${SONNET}`, day)],
      }),
    );
    const moment = { rules: all, thresholds: THRESHOLDS, quotas, now };
    const result = advanceAlertsByRules(entries, evaluation, moment);
    entries = JSON.parse(JSON.stringify(result.entries));
    evaluatedUntil = now;
    if (result.events.length === 0) continue;
    const origin = { accountId: '111122223333', region: 'us-east-1', at: toIso(now) };
    const { findings } = JSON.parse(toAlertMessage(result.events, origin, NO_DASHBOARD, EN).message.sqs ?? '');
    const words = (findings as { event: string; finding: { severity: string } }[]).map(
      ({ event, finding }) => `${event} ${finding.severity}`,
    );
    said.push(`${now - START} ${words.join(', ')}`);
  }
  return said;
}
