import type { Target } from '../../lib/core/targets';
import type { Invocation } from '../../local/deployed/lambda-host';
import { startTargetSource } from '../../local/deployed/target-source';
import type { LocalFleet } from '../../local/fleet/local-fleet';
import { recordMinute } from '../soak/account';
import { SOAK_START } from '../soak/plan';
import { Looks } from './looks';
import {
  createTroubler,
  type FleetSoakSettings,
  type SoakedFleet,
  type SoakTarget,
  startSoakedFleet,
} from './soaked-fleet';

const MINUTE_MS = 60_000;

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
  const { targets, trouble, onDay } = settings;
  const { stopAfterSeconds = Number.POSITIVE_INFINITY, stopAfterMinutes = Number.POSITIVE_INFINITY } = settings;
  const soaked = await startSoakedFleet(settings);
  const shift = new Shift(soaked, targets);
  const meddle = createTroubler(soaked, trouble);
  const minutes = Math.min(stopAfterMinutes, ...targets.map(({ plan }) => plan.minutes));
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
