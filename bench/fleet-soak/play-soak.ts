import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '../../lib/core/targets';
import { EXTERNAL_ID, type FleetHost, startFleetHost } from '../../local/deployed/fleet-host';
import type { Invocation } from '../../local/deployed/lambda-host';
import { startTargetSource } from '../../local/deployed/target-source';
import { type LocalFleet, startLocalFleet } from '../../local/fleet/local-fleet';
import { recordMinute, toRows } from '../soak/account';
import { SOAK_START, type SoakPlan } from '../soak/plan';
import { Saboteur } from '../soak/saboteur';
import type { FleetTrouble } from './fleet-trouble';
import { Looks } from './looks';

const MINUTE_MS = 60_000;
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
  /** Where the functions' output goes. @default '/dev/null' */
  readonly logFile?: string;
}

/** What a soak of several targets came to. */
export interface PlayedFleetSoak {
  readonly messages: LocalFleet['home']['messages'];
  readonly looks: Looks;
  readonly minutes: number;
  readonly dispatches: number;
  readonly failedRuns: number;
  readonly faults: number;
  readonly crashes: number;
  /** Messages that may come twice. */
  readonly excusedRepeats: number;
  readonly deadLetters: number;
  readonly expired: number;
}

const died = (error: Error): Invocation => ({ kind: 'failed', message: error.message });

type Account = LocalFleet['home'];

/** A fleet in a soak: its accounts with all that is done to them. */
interface SoakedFleet {
  readonly fleet: LocalFleet;
  readonly host: FleetHost;
  readonly accounts: readonly Account[];
  readonly saboteurs: readonly Saboteur[];
  /** Accounts whose role refuses. */
  readonly denied: Set<string>;
  close(): Promise<void>;
}

async function startSoakedFleet({ targets, bundles, logFile }: FleetSoakSettings): Promise<SoakedFleet> {
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
function createTroubler({ host, accounts, saboteurs, denied }: SoakedFleet, trouble: FleetTrouble) {
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

interface SentJob {
  readonly time: string;
  readonly target: Target;
}

const minuteOf = (time: string) => Math.floor((Date.parse(time) - SOAK_START) / MINUTE_MS);

/** Dispatcher and workers of a soak, with what came of their runs. */
class Shift {
  readonly looks: Looks;
  readonly source: ReturnType<typeof startTargetSource>;
  dispatches = 0;
  failedRuns = 0;
  private readonly sent: { readonly minute: number; readonly body: string }[] = [];

  constructor(
    private readonly soaked: SoakedFleet,
    targets: readonly SoakTarget[],
  ) {
    this.looks = new Looks(targets.map(({ accountId }) => accountId));
    const takeJobs = () => {
      const jobs = soaked.host.takeJobs();
      for (const { body } of jobs) this.sent.push({ minute: minuteOf((JSON.parse(body) as SentJob).time), body });
      return jobs;
    };
    this.source = startTargetSource({ takeJobs, work: (bodies) => this.work(bodies) });
  }

  /** Runs something undisturbed, or not. */
  private async run(start: () => Promise<Invocation>): Promise<{ outcome: Invocation; isUndisturbed: boolean }> {
    const { saboteurs } = this.soaked;
    for (const saboteur of saboteurs) saboteur.taken = [];
    const outcome = await start().catch(died);
    const isDisturbed = saboteurs.some(({ taken }) => taken.length > 0);
    if (outcome.kind === 'failed') this.failedRuns++;
    return { outcome, isUndisturbed: !isDisturbed && outcome.kind === 'returned' };
  }

  private async work(bodies: readonly string[]): Promise<Invocation> {
    const { outcome, isUndisturbed } = await this.run(() => this.soaked.host.work(bodies));
    for (const body of bodies) {
      const { time, target } = JSON.parse(body) as SentJob;
      const isSeen = isUndisturbed && !this.soaked.denied.has(target.accountId);
      this.looks.note(target.accountId, minuteOf(time), isSeen);
    }
    return outcome;
  }

  /** The schedule's tick. @returns whether nothing kept it from sending and telling. */
  async dispatch(minute: number): Promise<boolean> {
    const { fleet, host, saboteurs } = this.soaked;
    this.dispatches++;
    const before = fleet.home.messages.length;
    const time = new Date(SOAK_START + minute * MINUTE_MS).toISOString();
    const { isUndisturbed } = await this.run(() => host.dispatch(time));
    saboteurs[0]?.excuse(fleet.home.messages.length - before);
    if (!isUndisturbed) this.looks.lose();
    return isUndisturbed;
  }

  /** Messages of an earlier minute come once more. */
  repeat(minute: number, ago: number): void {
    for (const one of this.sent) {
      if (one.minute === minute - ago) this.source.add(one.body, SOAK_START + minute * MINUTE_MS);
    }
  }
}

/** Plays days of several targets in minutes. */
export async function playFleetSoak(settings: FleetSoakSettings): Promise<PlayedFleetSoak> {
  const { targets, trouble, onDay, stopAfterSeconds = Number.POSITIVE_INFINITY } = settings;
  const soaked = await startSoakedFleet(settings);
  const shift = new Shift(soaked, targets);
  const meddle = createTroubler(soaked, trouble);
  const minutes = Math.min(...targets.map(({ plan }) => plan.minutes));
  const stopAt = performance.now() + stopAfterSeconds * 1000;
  let minute = 1;
  try {
    for (; minute <= minutes && performance.now() < stopAt; minute++) {
      if (minute % 1440 === 0) onDay?.(minute / 1440);
      for (const [index, { plan }] of targets.entries()) {
        const account = soaked.accounts[index];
        if (account) for (const traffic of plan.traffic) recordMinute(account, traffic, minute - 1);
      }
      const now = SOAK_START + minute * MINUTE_MS;
      soaked.fleet.setTime(new Date(now));
      const isSkipped = trouble.skipped.has(minute);
      const isUnmanned = trouble.unmanned.has(minute);
      const stop = meddle(minute);
      const isTold = !isSkipped && (await shift.dispatch(minute));
      const ago = trouble.repeats.get(minute);
      if (ago !== undefined) shift.repeat(minute, ago);
      if (isUnmanned) {
        shift.source.fill(now);
        shift.looks.lose();
      } else await shift.source.deliver(now);
      stop();
      shift.looks.end(minute, isTold && !isUnmanned);
    }
    const { saboteurs, fleet } = soaked;
    return {
      messages: fleet.home.messages,
      looks: shift.looks,
      minutes: minute - 1,
      dispatches: shift.dispatches,
      failedRuns: shift.failedRuns,
      faults: saboteurs.reduce((sum, { faults }) => sum + faults, 0),
      crashes: saboteurs.reduce((sum, { crashes }) => sum + crashes, 0),
      excusedRepeats: saboteurs.reduce((sum, { excused }) => sum + excused, 0),
      deadLetters: shift.source.deadLetters.length,
      expired: shift.source.expired,
    };
  } finally {
    await soaked.close();
  }
}
