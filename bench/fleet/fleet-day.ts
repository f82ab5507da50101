import type { FleetChoice } from '../../lib/core/targets';
import type { LocalAccount } from '../../local/account/local-account';
import { createRandom, openQuotas, pickFleet, spendMinute } from '../lib/fleet';
import { lambdaSeconds } from './fleet-amounts';
import { playFleet } from './play-fleet';

const HOME = { accountId: '111122223333', region: 'us-east-1' };
const BUSY_ACCOUNT = '000000000000';
const IDLE_ACCOUNT = '000000000001';
const START = Date.parse('2026-10-13T00:00:00Z') / 60_000;
const MINUTES_PER_DAY = 1_440;
const BUSY_FROM = 6 * 60;
const BUSY_UNTIL = 18 * 60;
const MODELS = 10;

/** The day of an active target, in words. */
export const FLEET_DAY = '10 models with traffic in each minute 06:00-18:00 UTC, at 1-25 % of their quotas';

/** What a day of a fleet took. */
export interface FleetDay {
  /** Of the home account, by the names of the call counter. */
  readonly home: ReadonlyMap<string, number>;
  /** Of the busy account; empty without it. */
  readonly busy: ReadonlyMap<string, number>;
  /** Of an account without traffic that is not the home; empty without it. */
  readonly idle: ReadonlyMap<string, number>;
  readonly looks: number;
  readonly batches: number;
  /** Of Lambda. */
  readonly workSeconds: number;
  readonly dispatchSeconds: number;
}

function difference(after: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...after].map(([name, count]) => [name, count - (before.get(name) ?? 0)]));
}

/** Plays a day; the day before had the same traffic. */
export async function playFleetDay(
  bundles: string,
  { hasIdle, hasBusy }: { readonly hasIdle: boolean; readonly hasBusy: boolean },
): Promise<FleetDay> {
  const accounts = [...(hasBusy ? [BUSY_ACCOUNT] : []), ...(hasIdle ? [IDLE_ACCOUNT] : [])];
  const choice: FleetChoice = { regions: [HOME.region], accounts, organization: null };
  const quotas = openQuotas();
  const played = await playFleet({ now: new Date(START * 60_000), home: HOME, choice, quotas, bundles, lambdaSeconds });
  try {
    const random = createRandom(1);
    const models = pickFleet(quotas, MODELS);
    const spend = (account: LocalAccount, minute: number) => {
      const ofDay = (((minute - START) % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
      if (ofDay < BUSY_FROM || ofDay >= BUSY_UNTIL) return;
      for (const [index, { modelId, limit }] of models.entries())
        spendMinute(account, modelId, minute, limit * (index < 5 ? 0.15 + random() * 0.1 : 0.01 + random() * 0.02));
    };
    const busy = hasBusy ? await played.fleet.at(BUSY_ACCOUNT, HOME.region) : null;
    const idle = hasIdle ? await played.fleet.at(IDLE_ACCOUNT, HOME.region) : null;
    for (let minute = START - MINUTES_PER_DAY; minute < START; minute++) if (busy) spend(busy, minute);
    await played.tick(START);
    const before = [played.fleet.home, busy, idle].map((account) => new Map(account?.calls));
    let [looks, batches, workSeconds, dispatchSeconds] = [0, 0, 0, 0];
    for (let minute = START + 1; minute <= START + MINUTES_PER_DAY; minute++) {
      if (busy) spend(busy, minute - 1);
      const tick = await played.tick(minute);
      looks += tick.sent;
      batches += tick.batches;
      workSeconds += tick.workSeconds;
      dispatchSeconds += lambdaSeconds(tick.dispatchMs);
    }
    const counted = (account: LocalAccount | null, index: number) =>
      account ? difference(account.calls, before[index] ?? new Map()) : new Map<string, number>();
    return {
      home: counted(played.fleet.home, 0),
      busy: counted(busy, 1),
      idle: counted(idle, 2),
      looks,
      batches,
      workSeconds,
      dispatchSeconds,
    };
  } finally {
    await played.close();
  }
}
