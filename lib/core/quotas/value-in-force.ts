import type { Quota } from '../vocabulary/quota';
import { type EpochMinute, toMinute } from '../vocabulary/time';
import type { IncreaseRequest } from './increase-request';
import type { QuotaChange } from './quota-change';

/**
 * The value of a quota in a minute, in its own unit: the applied one where nothing says that it was another. `null`: it was
 * another, and which is not known.
 */
export type ValueInForce = (quota: Quota, minute: EpochMinute) => number | null;

/** The value that held until a minute; `null`: it is not known. */
interface Step {
  readonly until: EpochMinute;
  readonly value: number | null;
}

/** What the watchdog's own reads showed of a quota, oldest first. A row that was new had a value that nobody read. */
function stepsOfChanges(quotaCode: string, changes: readonly QuotaChange[]): Step[] {
  return changes
    .filter(({ before, after }) => after?.quotaCode === quotaCode && before?.appliedValue !== after.appliedValue)
    .map(({ at, before }) => ({ until: at, value: before?.appliedValue ?? null }))
    .sort((a, b) => a.until - b.until);
}

/** AWS's word for a grant, where it has one; of Bedrock a grant mostly shows in the applied value alone. */
const APPROVED = 'APPROVED';

/**
 * A grant: a request that asked for the very value that is in force, since it was last updated. AWS says nothing of the value
 * before: that of an earlier approved request held, else it is not known. AWS's default never stands in for it.
 */
function stepsOfRequests({ quotaCode, appliedValue }: Quota, requests: readonly IncreaseRequest[]): Step[] {
  const dated = requests
    .flatMap(({ updatedAt, ...request }) => (updatedAt ? [{ ...request, until: toMinute(updatedAt) }] : []))
    .filter((request) => request.quotaCode === quotaCode)
    .sort((a, b) => a.until - b.until);
  const granted = dated.findIndex(({ desiredValue }) => desiredValue === appliedValue);
  const grant = dated[granted];
  if (!grant) return [];
  const before = dated.slice(0, granted).findLast(({ status }) => status === APPROVED);
  return [{ until: grant.until, value: before?.desiredValue ?? null }];
}

/**
 * Prepares the question what a quota was worth in a minute: from the changes the watchdog itself saw, which say both values,
 * else from the history of increase requests.
 */
export function createValueInForce(
  changes: readonly QuotaChange[],
  requests: readonly IncreaseRequest[],
): ValueInForce {
  const known = new Map<string, readonly Step[]>();
  return (quota, minute) => {
    const { quotaCode, appliedValue } = quota;
    let steps = known.get(quotaCode);
    if (!steps) {
      const seen = stepsOfChanges(quotaCode, changes);
      steps = seen.length > 0 ? seen : stepsOfRequests(quota, requests);
      known.set(quotaCode, steps);
    }
    const step = steps.find(({ until }) => minute < until);
    return step === undefined ? appliedValue : step.value;
  };
}
