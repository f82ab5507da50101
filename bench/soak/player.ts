import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT } from '../../lib/contract';
import { startLocalAccount } from '../../local/account/local-account';
import { type LambdaHost, startLambda } from '../../local/deployed/lambda-host';
import { recordMinute, toRows } from './account';
import { SOAK_START, type SoakPlan } from './plan';
import { readTold } from './read-told';
import { REFUSAL_QUEUE, RefusalPost } from './refusal-post';
import type { RefusalPlan } from './refusals';
import { Saboteur } from './saboteur';
import type { Told } from './told';
import type { Statement } from './trouble';

const MINUTE_MS = 60_000;

/** What a soak came to. */
export interface Played {
  readonly told: readonly Told[];
  /** Messages that came twice, word for word. */
  readonly repeatedMessages: number;
  /** How many may: the process ended, or the answer was lost, between publishing and saving. */
  readonly excusedRepeats: number;
  readonly isGood: (minute: number) => boolean;
  /** Minutes that were played; all of the plan, unless time ran out. */
  readonly minutes: number;
  readonly ticks: number;
  readonly failedRuns: number;
  readonly faults: number;
  readonly crashes: number;
  /** Refused calls as they were counted, by kind, model and minute. */
  readonly refusalCounts: ReadonlyMap<string, number>;
}

export interface SoakSettings {
  readonly plan: SoakPlan;
  readonly refusals: RefusalPlan;
  readonly poolLimit: number;
  readonly trouble: Statement;
  /** Folder of the poller's bundle. */
  readonly codeDirectory: string;
  readonly onDay?: (day: number) => void;
  /** The soak stops early after this wall time, and what is complete by then is judged. */
  readonly stopAfterSeconds?: number;
  /** Where the function's output goes. @default '/dev/null' */
  readonly logFile?: string;
}

/** Plays a soak: the bundled function in a process of its own, run at each minute that is not skipped. */
export async function playSoak(settings: SoakSettings): Promise<Played> {
  const { plan, trouble } = settings;
  const account = await startLocalAccount({
    now: new Date(SOAK_START),
    quotas: toRows(plan, settings.poolLimit),
    visibility: () => 0,
  });
  await account.createTable('watchdog');
  const topicArn = await account.createTopic('alerts');
  const post = new RefusalPost(account, settings.refusals);
  const log = createWriteStream(settings.logFile ?? '/dev/null');
  const code = {
    codeDirectory: settings.codeDirectory,
    handler: 'index.handler',
    environment: {
      [ENVIRONMENT.tableName]: 'watchdog',
      [ENVIRONMENT.topicArn]: topicArn,
      [ENVIRONMENT.refusalQueueUrl]: `https://sqs.us-east-1.amazonaws.com/111122223333/${REFUSAL_QUEUE}`,
      NODE_OPTIONS: `--require ${join(__dirname, 'quick-waits.cjs')}`,
    },
  };
  let host: LambdaHost | null = null;
  const kill = () => {
    host?.kill();
    host = null;
  };
  const saboteur = new Saboteur(account, kill);
  const bad = new Set<number>();
  let [ticks, failedRuns] = [0, 0];

  const run = async (minute: number, eventMinute: number): Promise<'returned' | 'failed' | 'crashed'> => {
    ticks++;
    saboteur.taken = [];
    const before = account.messages.length;
    host ??= startLambda(code, account.environment, log);
    let outcome: 'returned' | 'failed' | 'crashed' = 'crashed';
    try {
      const time = new Date(SOAK_START + eventMinute * MINUTE_MS).toISOString();
      outcome = (await host.invoke({ time }, { machineTime: account.clock.now().getTime() })).kind;
    } catch (error) {
      if (!saboteur.taken.some(({ isCrash }) => isCrash)) throw error;
    }
    if (outcome !== 'returned') failedRuns++;
    if (outcome !== 'returned' || saboteur.taken.length > 0) bad.add(minute);
    if (outcome === 'failed' && saboteur.taken.length === 0) log.write(`undisturbed run failed at ${minute}\n`);
    saboteur.excuse(account.messages.length - before);
    return outcome;
  };

  try {
    const waiting = { faults: [...trouble.armedFaults], crashes: [...trouble.crashes] };
    const stopAt = performance.now() + (settings.stopAfterSeconds ?? Number.POSITIVE_INFINITY) * 1000;
    let minute = 1;
    for (; minute <= plan.minutes && performance.now() < stopAt; minute++) {
      if (minute % 1440 === 0) settings.onDay?.(minute / 1440);
      for (const traffic of plan.traffic) recordMinute(account, traffic, minute - 1);
      post.deliver(minute);
      await post.look(minute);
      if (trouble.skipped.has(minute)) {
        bad.add(minute);
        continue;
      }
      account.clock.set(new Date(SOAK_START + minute * MINUTE_MS));
      while ((waiting.faults[0]?.from ?? Number.POSITIVE_INFINITY) <= minute) {
        const fault = waiting.faults.shift();
        if (fault) account.faults.add({ ...fault });
      }
      while ((waiting.crashes[0]?.from ?? Number.POSITIVE_INFINITY) <= minute) {
        const crash = waiting.crashes.shift();
        if (crash?.target) saboteur.arm(crash, crash.target);
        else if (crash) {
          saboteur.crashes++;
          kill();
        }
      }
      const now = trouble.runFaults.filter(({ from, until }) => minute >= from && minute < until);
      const faults = now.map(({ service, operation, kind }) => ({ service, operation, kind }));
      for (const fault of faults) account.faults.add(fault);
      const outcome = await run(minute, minute);
      if (
        outcome === 'crashed' &&
        trouble.crashes.some(({ isRetried, from }) => isRetried && from <= minute && from > minute - 60)
      )
        await run(minute, minute);
      for (const fault of faults) account.faults.remove(fault);
      const ago = trouble.repeats.get(minute);
      if (ago !== undefined) await run(minute, minute - ago);
    }
    await post.look(minute - 1, true);
    const { faults, crashes, excused } = saboteur;
    return {
      ...readTold(account.messages),
      excusedRepeats: excused,
      isGood: (at) => !bad.has(at),
      minutes: minute - 1,
      ticks,
      failedRuns,
      faults,
      crashes,
      refusalCounts: post.counts,
    };
  } finally {
    kill();
    log.end();
    await account.close();
  }
}
