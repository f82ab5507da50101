import type { DayCounts } from '../../lib/core/answers/bill';
import type { Bundle } from './bundle';
import { createRandom, openQuotas, pickFleet, spendMinute } from './fleet';
import { mean } from './stats';
import { startWatchdog } from './watchdog';

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

function shareOf(index: number, minuteOfDay: number, random: () => number): number {
  if (index < PEAKING && minuteOfDay >= PEAK_FROM && minuteOfDay < PEAK_UNTIL) return 0.6 + random() * 0.15;
  if (index < PEAKING) return 0.18 + random() * 0.04;
  if (index < PEAKING + WARM) return 0.15 + random() * 0.1;
  return 0.01 + random() * 0.02;
}

/** Counts one day. The day before had the same traffic: the first run reads it, as an older watchdog would know it. */
export async function countDay(poller: Bundle): Promise<DayCounts> {
  const quotas = openQuotas();
  const fleet = pickFleet(quotas, PEAKING + WARM + COLD);
  const watchdog = await startWatchdog(poller.directory, { now: new Date(START_MINUTE * 60_000), quotas });
  try {
    const random = createRandom(1);
    const spend = (day: number, minuteOfDay: number) => {
      if (minuteOfDay < BUSY_FROM || minuteOfDay >= BUSY_UNTIL) return;
      const minute = START_MINUTE + day * MINUTES_PER_DAY + minuteOfDay;
      for (const [index, { modelId, limit }] of fleet.entries())
        spendMinute(watchdog.account, modelId, minute, limit * shareOf(index, minuteOfDay, random));
    };
    for (let minuteOfDay = 0; minuteOfDay < MINUTES_PER_DAY; minuteOfDay++) spend(-1, minuteOfDay);
    await watchdog.tick(START_MINUTE);
    const before = new Map(watchdog.account.calls);
    const beforeMessages = watchdog.account.messages.length;
    const beforeBytes = watchdog.logBytes();
    for (let minuteOfDay = 0; minuteOfDay < MINUTES_PER_DAY; minuteOfDay++) {
      spend(0, minuteOfDay);
      await watchdog.tick(START_MINUTE + minuteOfDay + 1);
    }
    const calls = [...watchdog.account.calls].map(([name, count]) => [name, count - (before.get(name) ?? 0)] as const);
    return {
      calls: new Map(calls.filter(([, count]) => count > 0).sort(([a], [b]) => a.localeCompare(b, 'en'))),
      ticks: MINUTES_PER_DAY,
      messages: watchdog.account.messages.length - beforeMessages,
      meanTickMs: mean(watchdog.tickMs.slice(1)),
      logBytes: watchdog.logBytes() - beforeBytes,
    };
  } finally {
    await watchdog.close();
  }
}
