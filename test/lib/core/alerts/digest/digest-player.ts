import { advanceDigest, type Digest } from '../../../../../lib/core/alerts/digest/digest';
import type { DigestRecord } from '../../../../../lib/core/alerts/digest/record';
import type { EvaluationInput } from '../../../../../lib/core/findings/evaluation';
import type { IncreaseRequest } from '../../../../../lib/core/quotas/increase-request';
import { type AlertRules, NO_ALERT_RULES } from '../../../../../lib/core/rules/rules';
import type { MinuteUsage } from '../../../../../lib/core/vocabulary/series';
import { toMinute } from '../../../../../lib/core/vocabulary/time';
import { EN } from '../../../../../lib/language/en';
import { input } from '../../findings/evaluation';
import { quota, requestQuota, SONNET, series, usage } from '../../fixtures';
import { judge } from '../../judge';

/** A digest a day, at eight. */
export const DAILY: AlertRules = { ...NO_ALERT_RULES, digest: { every: 'day', at: '08:00', timeZone: 'UTC' } };
/** The quotas of a {@link Step} that says no others. */
export const QUOTAS = [quota({ defaultValue: 1_000_000 }), requestQuota({ defaultValue: 500 })];

/** An evaluation, and what it sees. */
export interface Step {
  readonly at: string;
  /** Everything CloudWatch shows by then. */
  readonly minutes?: readonly MinuteUsage[];
  readonly changes?: Partial<EvaluationInput>;
  readonly hasAlerts?: boolean;
  readonly calls?: Readonly<Record<string, number>>;
  /** @default - all read up to `at` */
  readonly settledUntil?: string;
  readonly rules?: AlertRules;
  /** Increase requests as they are listed at `at`. @default - none */
  readonly requests?: readonly IncreaseRequest[];
  /** When they were last read in full; `null`: never. @default - at `at` */
  readonly requestsReadAt?: string | null;
}

/** A minute of October 2026, `at('14T13:00')`. */
export const at = (time: string) => toMinute(`2026-10-${time}:00Z`);

/** Plays evaluations and gives the digests by the time they were sent. */
export function play(steps: readonly Step[]): { digests: Record<string, Digest>; record: DigestRecord | null } {
  let record: DigestRecord | null = null;
  const digests: Record<string, Digest> = {};
  for (const {
    at: time,
    minutes = [],
    changes,
    hasAlerts = false,
    calls = {},
    settledUntil,
    rules = DAILY,
    ...listed
  } of steps) {
    const { requests = [], requestsReadAt = time } = listed;
    const now = at(time);
    const traffic = minutes.length > 0 ? [series(`us.${SONNET}`, minutes)] : [];
    const evaluation = judge(input({ now, quotas: QUOTAS, series: traffic, rules, lookbackMinutes: 20, ...changes }));
    const step = advanceDigest(record, evaluation, {
      now,
      settledUntil: settledUntil === undefined ? now : at(settledUntil),
      quotas: changes?.quotas ?? QUOTAS,
      requests: { requests, readAt: requestsReadAt === null ? null : at(requestsReadAt) },
      rules,
      calls: new Map(Object.entries(calls)),
      hasAlerts,
      words: EN,
    });
    record = step.record;
    if (step.digest) digests[time] = step.digest;
  }
  return { digests, record };
}

/** A minute with ten calls. */
export const busy = (time: string, tokens: number, throttles = 0) =>
  usage(at(time), { invocations: 10, estimatedTpm: tokens, throttles });
