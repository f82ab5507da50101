import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { EXTERNAL_ID, type FleetHost, startFleetHost } from '../../local/deployed/fleet-host';
import { type LocalFleet, startLocalFleet } from '../../local/fleet/local-fleet';
import { toRows } from '../soak/account';
import { SOAK_START, type SoakPlan } from '../soak/plan';
import { Saboteur } from '../soak/saboteur';
import type { FleetTrouble } from './fleet-trouble';

const REGION = 'us-east-1';

/** One target of a soak. */
export interface SoakTarget {
  readonly accountId: string;
  readonly plan: SoakPlan;
  readonly poolLimit: number;
}

/** How a soak of several targets is played. */
export interface FleetSoakSettings {
  /** The first one is the watchdog's own. */
  readonly targets: readonly SoakTarget[];
  readonly trouble: FleetTrouble;
  /** Folder with the bundles. */
  readonly bundles: string;
  readonly onDay?: (day: number) => void;
  /** The soak stops early after this wall time, and what is complete by then is judged. */
  readonly stopAfterSeconds?: number;
  /** The same after so many simulated minutes. */
  readonly stopAfterMinutes?: number;
  /** Where the functions' output goes. @default '/dev/null' */
  readonly logFile?: string;
}

type Account = LocalFleet['home'];

/** A fleet in a soak: its accounts with all that is done to them. */
export interface SoakedFleet {
  readonly fleet: LocalFleet;
  readonly host: FleetHost;
  readonly accounts: readonly Account[];
  readonly saboteurs: readonly Saboteur[];
  /** Accounts whose role refuses. */
  readonly denied: Set<string>;
  close(): Promise<void>;
}

/** Starts accounts and functions. Close it. */
export async function startSoakedFleet({ targets, bundles, logFile }: FleetSoakSettings): Promise<SoakedFleet> {
  const [home] = targets;
  if (!home) throw new RangeError('a soak needs at least one target');
  const denied = new Set<string>();
  const planOf = new Map(targets.map((target) => [target.accountId, target]));
  const fleet = await startLocalFleet({
    now: new Date(SOAK_START),
    home: { accountId: home.accountId, region: REGION },
    account: { visibility: () => 0 },
    accountAt: (accountId) => {
      const target = planOf.get(accountId);
      return target ? { quotas: toRows(target.plan, target.poolLimit) } : {};
    },
    organization: { rootId: 'r-root', units: new Map(), accounts: [] },
    roles: { denied, externalId: EXTERNAL_ID },
  });
  const log = createWriteStream(logFile ?? '/dev/null');
  const accountIds = targets.map(({ accountId }) => accountId);
  const choice = { regions: [REGION], accounts: accountIds.slice(1), organization: null };
  const environment = { NODE_OPTIONS: `--require ${join(__dirname, '..', 'soak', 'quick-waits.cjs')}` };
  const host = await startFleetHost({ fleet, choice, bundles, log, environment });
  const accounts = await Promise.all(accountIds.map((accountId) => fleet.at(accountId, REGION)));
  return {
    fleet,
    host,
    accounts,
    saboteurs: accounts.map((account) => new Saboteur(account, host.crash)),
    denied,
    async close() {
      host.crash();
      log.end();
      await fleet.close();
    },
  };
}

/** Switches on and off what the trouble has for each minute. */
export function createTroubler({ host, accounts, saboteurs, denied }: SoakedFleet, trouble: FleetTrouble) {
  const waiting = { faults: [...trouble.armedFaults], crashes: [...trouble.crashes] };
  const isDue = (next: { readonly from: number } | undefined, minute: number) =>
    next !== undefined && next.from <= minute;
  const crash = (minute: number) => {
    while (isDue(waiting.crashes[0], minute)) {
      const next = waiting.crashes.shift();
      if (next?.target) saboteurs[next.nth]?.arm(next, next.target);
      else host.crash();
    }
  };
  return (minute: number): (() => void) => {
    while (isDue(waiting.faults[0], minute)) {
      const next = waiting.faults.shift();
      if (next) accounts[next.nth]?.faults.add({ ...next });
    }
    crash(minute);
    for (const { nth, from, until } of trouble.denied) {
      const accountId = accounts[nth]?.accountId ?? '';
      // Sessions that workers have do not last either.
      if (minute === from) host.crash();
      if (minute === from) denied.add(accountId);
      if (minute === until) denied.delete(accountId);
    }
    const now = trouble.runFaults.filter(({ from, until }) => minute >= from && minute < until);
    const faults = now.map(({ nth, service, operation, kind }) => ({ nth, fault: { service, operation, kind } }));
    for (const { nth, fault } of faults) accounts[nth]?.faults.add(fault);
    return () => {
      for (const { nth, fault } of faults) accounts[nth]?.faults.remove(fault);
    };
  };
}
