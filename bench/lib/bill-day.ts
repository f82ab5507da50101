import { ENVIRONMENT } from '../../lib/contract';
import type { DayCounts } from '../../lib/core/answers/bill';
import type { LocalAccount } from '../../local/account/local-account';
import type { Bundle } from './bundle';
import { createRandom, openQuotas, pickFleet, spendMinute } from './fleet';
import { mean } from './stats';
import { type BenchWatchdog, startWatchdog } from './watchdog';

const MINUTES_PER_DAY = 1440;
const START_MINUTE = Date.parse('2026-10-13T00:00:00Z') / 60_000;
const BUSY_FROM = 6 * 60;
const BUSY_UNTIL = 18 * 60;
const PEAK_FROM = 10 * 60;
const PEAK_UNTIL = 12 * 60;

/** Models of the day: two that peak above half of their quota, three warm, five cold. */
const PEAKING = 2;
const WARM = 3;
const COLD = 5;

/** The traffic of the day in words. */
export const BILL_DAY =
  '10 models with traffic in each minute 06:00-18:00 UTC: 2 at 60-75 % of their quota 10:00-12:00 and at 20 % else, 3 at 15-25 %, 5 at 1-3 %';

/** Refused calls of the day with evidence, as many in each minute of the peak. */
const REFUSALS_PER_MINUTE = 20;

/** What the day with evidence has beside the traffic, in words. */
export const REFUSED_CALLS = `${REFUSALS_PER_MINUTE * (PEAK_UNTIL - PEAK_FROM)} calls refused 10:00-12:00, which CloudTrail shows`;

const QUEUE = 'refusals';
const WITH_EVIDENCE = { [ENVIRONMENT.refusalQueueUrl]: `https://sqs.us-east-1.amazonaws.com/111122223333/${QUEUE}` };

/** Has EventBridge deliver the records of an account's refused calls. */
function watchRefusals({ queues, refusalTargets }: LocalAccount): void {
  queues.set(QUEUE, []);
  refusalTargets.add(QUEUE);
}

/** Records the refused calls of a minute, if it has some. */
function refuse({ trail }: LocalAccount, modelId: string, minuteOfDay: number): void {
  if (minuteOfDay < PEAK_FROM || minuteOfDay >= PEAK_UNTIL) return;
  const start = (START_MINUTE + minuteOfDay) * 60_000;
  for (let call = 0; call < REFUSALS_PER_MINUTE; call++) {
    trail.add({
      at: start + (call * 60_000) / REFUSALS_PER_MINUTE,
      operation: 'Converse',
      modelId,
      errorCode: 'ThrottlingException',
      errorMessage: 'Too many tokens, please wait before trying again.',
    });
  }
}

function shareOf(index: number, minuteOfDay: number, random: () => number): number {
  if (index < PEAKING && minuteOfDay >= PEAK_FROM && minuteOfDay < PEAK_UNTIL) return 0.6 + random() * 0.15;
  if (index < PEAKING) return 0.18 + random() * 0.04;
  if (index < PEAKING + WARM) return 0.15 + random() * 0.1;
  return 0.01 + random() * 0.02;
}

/** What an account and a function had counted at a moment. */
interface Counted {
  readonly calls: ReadonlyMap<string, number>;
  readonly messages: number;
  readonly logBytes: number;
}

function countSoFar({ account, logBytes }: BenchWatchdog): Counted {
  return { calls: new Map(account.calls), messages: account.messages.length, logBytes: logBytes() };
}

/** What was counted between two moments, by the name of the call. */
function subtract(after: Counted, before: Counted): Counted {
  const calls = [...after.calls].map(([name, count]) => [name, count - (before.calls.get(name) ?? 0)] as const);
  return {
    calls: new Map(calls.filter(([, count]) => count > 0).sort(([a], [b]) => a.localeCompare(b, 'en'))),
    messages: after.messages - before.messages,
    logBytes: after.logBytes - before.logBytes,
  };
}

/**
 * Counts one day. The day before had the same traffic: the first run reads it, as an older watchdog would know it.
 * @param hasEvidence whether the function reads refused calls, and the day has {@link REFUSED_CALLS}
 */
export async function countDay(poller: Bundle, hasEvidence = false): Promise<DayCounts> {
  const quotas = openQuotas();
  const fleet = pickFleet(quotas, PEAKING + WARM + COLD);
  const watchdog = await startWatchdog(
    poller.directory,
    { now: new Date(START_MINUTE * 60_000), quotas },
    { environment: hasEvidence ? WITH_EVIDENCE : {} },
  );
  try {
    if (hasEvidence) watchRefusals(watchdog.account);
    const random = createRandom(1);
    const spend = (day: number, minuteOfDay: number) => {
      if (minuteOfDay < BUSY_FROM || minuteOfDay >= BUSY_UNTIL) return;
      const minute = START_MINUTE + day * MINUTES_PER_DAY + minuteOfDay;
      for (const [index, { modelId, limit }] of fleet.entries())
        spendMinute(watchdog.account, modelId, minute, limit * shareOf(index, minuteOfDay, random));
    };
    for (let minuteOfDay = 0; minuteOfDay < MINUTES_PER_DAY; minuteOfDay++) spend(-1, minuteOfDay);
    await watchdog.tick(START_MINUTE);
    const before = countSoFar(watchdog);
    for (let minuteOfDay = 0; minuteOfDay < MINUTES_PER_DAY; minuteOfDay++) {
      spend(0, minuteOfDay);
      if (hasEvidence) refuse(watchdog.account, fleet[0]?.modelId ?? '', minuteOfDay);
      await watchdog.tick(START_MINUTE + minuteOfDay + 1);
    }
    const counted = subtract(countSoFar(watchdog), before);
    return { ...counted, ticks: MINUTES_PER_DAY, meanTickMs: mean(watchdog.tickMs.slice(1)) };
  } finally {
    await watchdog.close();
  }
}
