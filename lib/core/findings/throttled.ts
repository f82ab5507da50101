import { type Measurement, ownUsageOf } from '../measure/measurement';
import { isSpentBy } from '../measure/spending';
import { nameModel } from '../quotas/same-model';
import type { ModelTraffic, TrafficMinute } from '../traffic/model-traffic';
import type { Found, FoundContext, FoundRemedy } from '../vocabulary/found';
import type { MappedQuota } from '../vocabulary/quota';
import { type EpochMinute, toSpokenTime } from '../vocabulary/time';
import {
  shortenLabel,
  spellCount,
  spellPercent,
  spellQuantity,
  spellQuotaLine,
  spellScope,
} from '../vocabulary/wording';
import type { Words } from '../words/words';
import { confirmDiagnosis, type Diagnosis, diagnoseThrottles, findSaid, spellCause } from './cause';
import { clientRemedies, fallbackRemedies, increaseRemedies } from './remedies';
import type { FindingSurroundings } from './surroundings';
import { toConsumers } from './utilization';
import { describeProgress, summarizeMeasurement } from './words';

/** From this share of refused calls on, throttling is critical; below it, retries usually carry a caller over. */
export const CRITICAL_THROTTLE_SHARE = 0.05;

/** The refused calls of a model in the look-back, and why they were. */
interface Throttling {
  readonly modelTraffic: ModelTraffic;
  readonly throttles: number;
  /** Refused calls ÷ all attempts, above 0 and at most 1. */
  readonly share: number;
  readonly first: EpochMinute;
  readonly last: EpochMinute;
  readonly diagnosis: Diagnosis;
  /** The use of the quota that binds; `undefined` when none does, or nothing spent it. */
  readonly peak: Measurement | undefined;
  /** The model as its quotas name it, without its maker; its id where no quota does. */
  readonly label: string;
  readonly now: EpochMinute;
}

function sumOf(minutes: readonly TrafficMinute[], pick: (minute: TrafficMinute) => number): number {
  return minutes.reduce((sum, minute) => sum + pick(minute), 0);
}

function labelOf(baseModelId: string, quotas: readonly MappedQuota[]): string {
  return shortenLabel(quotas.find(({ modelIds }) => nameModel(modelIds, baseModelId))?.modelLabel ?? baseModelId);
}

/** The quotas that the calls of a model spend, the fullest first. */
function spentBy(modelTraffic: ModelTraffic, { quotas, measurements }: FindingSurroundings): MappedQuota[] {
  const percents = new Map(measurements.map(({ quota, utilizationPercent }) => [quota.quotaCode, utilizationPercent]));
  const percentOf = ({ quotaCode }: MappedQuota) => percents.get(quotaCode) ?? -1;
  return quotas.filter((quota) => isSpentBy(quota, modelTraffic)).sort((a, b) => percentOf(b) - percentOf(a));
}

function readThrottling(modelTraffic: ModelTraffic, surroundings: FindingSurroundings): Throttling | null {
  const { now, quotas, measurements } = surroundings;
  const inferred = diagnoseThrottles({ ...surroundings, modelTraffic });
  const throttled = modelTraffic.recent.filter((minute) => minute.throttles > 0);
  const [first, last] = [throttled[0], throttled.at(-1)];
  if (!inferred || !first || !last) return null;
  const throttles = sumOf(throttled, (minute) => minute.throttles);
  const said = findSaid(modelTraffic, surroundings.refusals);
  const diagnosis = confirmDiagnosis(inferred, { said, throttles, spent: spentBy(modelTraffic, surroundings) });
  const accepted = sumOf(modelTraffic.recent, (minute) => minute.invocations);
  return {
    modelTraffic,
    throttles,
    share: throttles / (throttles + accepted),
    first: first.minute,
    last: last.minute,
    diagnosis,
    peak: measurements.find(({ quota }) => quota.quotaCode === diagnosis.quota?.quotaCode),
    label: labelOf(modelTraffic.baseModelId, quotas),
    now,
  };
}

/** What was refused by a quota that has been raised since needs nothing: what is, is told. */
function raisedSince({ diagnosis: { quota }, last }: Throttling, { valueInForce }: FindingSurroundings) {
  const then = quota && valueInForce(quota, last);
  return quota && then !== null && then < quota.appliedValue ? quota : null;
}

function remediesFor(throttling: Throttling, surroundings: FindingSurroundings): readonly FoundRemedy[] {
  const { modelTraffic, diagnosis, peak } = throttling;
  const { quota, reserved } = diagnosis;
  const { kind } = diagnosis.cause;
  const raised = raisedSince(throttling, surroundings);
  if (raised) {
    const { quotaCode, appliedValue } = raised;
    const title = (words: Words) => words.remedy.raisedSince(quotaCode, spellCount(appliedValue, words));
    return [{ title, command: null }];
  }
  return [
    ...clientRemedies({ kind, quota, reserved }, modelTraffic.recent),
    ...(quota ? increaseRemedies(quota, peak ? ownUsageOf(peak) : 0, surroundings) : []),
    ...(quota && kind !== 'zeroQuota' ? fallbackRemedies(quota, surroundings) : []),
  ];
}

/** What happened, in one sentence. */
function spellThrottling(
  { modelTraffic, throttles, share, first, peak, label, now }: Throttling,
  words: Words,
): string {
  const isOwnQuota = peak && peak.quota.scope !== 'account';
  const calls = spellQuantity(throttles, words.nouns.call, words);
  return words.throttled.sentence({
    calls: isOwnQuota ? calls : words.throttled.ofModel(calls, label, spellScope(modelTraffic.scope, words)),
    isOne: throttles === 1,
    since: toSpokenTime(first, now),
    share: spellPercent(share * 100, words),
  });
}

function tellThrottling(throttling: Throttling, words: Words): FoundContext {
  const { modelTraffic, diagnosis, peak, label, now } = throttling;
  const { cause, quota } = diagnosis;
  const confidence = words.cause.confidences[cause.confidence];
  return {
    ...(peak ? { provenance: peak.usage.provenance } : {}),
    subject: `${label}, ${spellScope(modelTraffic.scope, words)}`,
    // The use comes first: it names who is meant, and how full the quota is.
    summary: [...(peak ? [summarizeMeasurement(peak, now, words)] : []), spellThrottling(throttling, words)].join(' '),
    details: [
      ['Cause', `${spellCause(cause.kind, words)}, ${confidence}: ${cause.evidence(words).join('; ')}`],
      ...(peak ? describeProgress(peak, now, words) : []),
      ...(quota ? [['Quota', spellQuotaLine(quota, words)] as const] : []),
    ],
  };
}

/** One finding for a model with throttled calls in the look-back, with the cause and what to do; `null` without throttles. */
export function findThrottles(modelTraffic: ModelTraffic, surroundings: FindingSurroundings): Found | null {
  const throttling = readThrottling(modelTraffic, surroundings);
  if (!throttling) return null;
  const { throttles, share, last, diagnosis, peak } = throttling;
  const { cause, quota } = diagnosis;
  const { scope, baseModelId } = modelTraffic;
  return {
    id: `throttled/${scope}/${baseModelId}`,
    kind: 'throttled',
    severity: share >= CRITICAL_THROTTLE_SHARE ? 'critical' : 'warning',
    quotaCode: quota?.quotaCode ?? null,
    modelIds: [baseModelId],
    scope,
    dimension: quota?.dimension ?? null,
    usage: { value: throttles, unit: 'requests', at: last, window: 'lookback', provenance: 'native' },
    appliedValue: quota?.appliedValue ?? null,
    utilizationPercent: peak?.utilizationPercent ?? null,
    headroom: null,
    exhaustionAt: null,
    ...(peak ? toConsumers(peak) : {}),
    cause,
    remedies: remediesFor(throttling, surroundings),
    context: (words) => tellThrottling(throttling, words),
  };
}
