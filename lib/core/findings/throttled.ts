import { toUtilizationPercent } from '../measure/measurement';
import type { ModelTraffic } from '../traffic/model-traffic';
import type { DescribedFinding, Finding } from '../vocabulary/finding';
import { toIso, toSpokenTime } from '../vocabulary/time';
import { shortenLabel, spellPercent, spellQuantity, spellQuotaLine, spellScope } from '../vocabulary/wording';
import { spellCause } from './cause/cause-words';
import { diagnoseThrottles } from './cause/diagnose';
import { describeProgress, summarizeMeasurement } from './measurement-words';
import { clientRemedies } from './remedies/client';
import { fallbackRemedies } from './remedies/fallback';
import { increaseRemedies } from './remedies/increase';
import type { FindingSurroundings } from './surroundings';

/** From this share of refused calls on, throttling is critical; below it, retries usually carry a caller over. */
export const CRITICAL_THROTTLE_SHARE = 0.05;

/** One finding for a model with throttled calls in the look-back, with the cause and what to do; `null` without throttles. */
export function findThrottles(modelTraffic: ModelTraffic, surroundings: FindingSurroundings): DescribedFinding | null {
  const { now, quotas, measurements, words } = surroundings;
  const diagnosis = diagnoseThrottles(modelTraffic, surroundings);
  if (!diagnosis) return null;
  const minutes = modelTraffic.recent;
  const sum = (pick: (minute: (typeof minutes)[number]) => number) =>
    minutes.reduce((total, minute) => total + pick(minute), 0);
  const throttles = sum((minute) => minute.throttles);
  const accepted = sum((minute) => minute.invocations);
  const share = throttles / (throttles + accepted);
  const throttled = minutes.filter((minute) => minute.throttles > 0);
  const last = throttled.at(-1);
  const { cause, quota } = diagnosis;
  const peak = quota && measurements.find((measurement) => measurement.quota.quotaCode === quota.quotaCode);
  const isZero = cause.kind === 'zeroQuota';
  const finding: Finding = {
    id: `throttled/${modelTraffic.scope}/${modelTraffic.baseModelId}`,
    kind: 'throttled',
    severity: share >= CRITICAL_THROTTLE_SHARE ? 'critical' : 'warning',
    quotaCode: quota?.quotaCode ?? null,
    modelIds: [modelTraffic.baseModelId],
    scope: modelTraffic.scope,
    dimension: quota?.dimension ?? null,
    usage: {
      value: throttles,
      unit: 'requests',
      at: last ? toIso(last.minute) : null,
      window: 'lookback',
      provenance: 'native',
    },
    appliedValue: quota?.appliedValue ?? null,
    utilizationPercent: peak ? toUtilizationPercent(peak.usage.value, peak.limit) : null,
    headroom: null,
    exhaustionAt: null,
    cause,
    remedies: [
      ...clientRemedies(cause, quota, minutes, words),
      ...(quota ? increaseRemedies(quota, peak?.usage.value ?? 0, surroundings) : []),
      ...(quota && !isZero ? fallbackRemedies(quota, surroundings) : []),
    ],
  };
  const isOwnQuota = peak && peak.quota.scope !== 'account';
  const label =
    quotas.find((other) => other.modelIds.includes(modelTraffic.baseModelId))?.modelLabel ?? modelTraffic.baseModelId;
  const first = throttled[0];
  const scope = spellScope(modelTraffic.scope, words);
  const calls = spellQuantity(throttles, words.nouns.call, words);
  const happened = words.throttled.sentence({
    calls: isOwnQuota ? calls : words.throttled.ofModel(calls, shortenLabel(label), scope),
    isOne: throttles === 1,
    since: toSpokenTime(first?.minute ?? now, now),
    share: spellPercent(share * 100, words),
  });
  return {
    finding,
    context: {
      ...(peak ? { provenance: peak.usage.provenance } : {}),
      subject: `${shortenLabel(label)}, ${scope}`,
      // The use comes first: it names who is meant, and how full the quota is.
      summary: [...(peak ? [summarizeMeasurement(peak, now, words)] : []), happened].join(' '),
      details: [
        [
          'Cause',
          `${spellCause(cause.kind, words)}, ${words.cause.confidences[cause.confidence]}: ${cause.evidence.join('; ')}`,
        ],
        ...(peak ? describeProgress(peak, surroundings) : []),
        ...(quota ? [['Quota', spellQuotaLine(quota, words)] as const] : []),
      ],
    },
  };
}
