import { createWriteStream } from 'node:fs';
import type { FleetChoice } from '../../lib/core/targets';
import { EXTERNAL_ID, startFleetHost } from '../../local/deployed/fleet-host';
import { type LocalFleet, startLocalFleet } from '../../local/fleet/local-fleet';
import { isoOf } from '../lib/watchdog';
import { createRateLimits } from './rate-limits';
import { playQueue, type TakenBatch, toBatches } from './simulated-queue';

/** Messages of one batch, and workers at once, as the stack has them by default. */
const BATCH_SIZE = 5;
const WORKERS = 8;

/** What one tick of a fleet came to. */
export interface TickCourse {
  readonly sent: number;
  readonly batches: number;
  readonly dispatchMs: number;
  readonly workMs: number;
  /** Of Lambda, all batches. */
  readonly workSeconds: number;
  readonly sweepSeconds: number;
  readonly oldestSeconds: number;
}

/** A fleet under the rate limits of AWS, tick by tick. */
export interface PlayedFleet {
  readonly fleet: LocalFleet;
  tick(minute: number): Promise<TickCourse>;
  /** Calls that AWS's rate limits refused. */
  refusedCalls(): number;
  /** Minutes at which each target was looked at, by account and Region. */
  readonly looks: ReadonlyMap<string, readonly number[]>;
  close(): Promise<void>;
}

/** How a fleet is played. */
export interface PlayOptions {
  readonly now: Date;
  readonly home: { readonly accountId: string; readonly region: string };
  readonly choice: FleetChoice;
  readonly quotas: NonNullable<Parameters<typeof startLocalFleet>[0]['account']>['quotas'];
  /** Folder with the bundles. */
  readonly bundles: string;
  /** Seconds of Lambda for a millisecond here. */
  readonly lambdaSeconds: (ms: number) => number;
}

/** Starts a fleet. @throws Error from a tick when a function fails: its numbers would be worthless. */
export async function playFleet({
  now,
  home,
  choice,
  quotas,
  bundles,
  lambdaSeconds,
}: PlayOptions): Promise<PlayedFleet> {
  const limits = createRateLimits();
  const fleet = await startLocalFleet({
    now,
    home,
    account: { visibility: () => 0, ...(quotas ? { quotas } : {}) },
    organization: { rootId: 'r-root', units: new Map(), accounts: [] },
    roles: { denied: new Set(), externalId: EXTERNAL_ID },
    refuses: limits.refuses,
  });
  const log = createWriteStream('/dev/null');
  const host = await startFleetHost({ fleet, choice, bundles, log });
  const looks = new Map<string, number[]>();
  const timed = async (run: () => ReturnType<typeof host.dispatch>) => {
    const start = performance.now();
    const done = await run();
    if (done.kind === 'failed') throw new Error(done.message);
    return performance.now() - start;
  };
  return {
    fleet,
    looks,
    refusedCalls: () => limits.refused,
    async tick(minute) {
      limits.setSecond(minute * 60);
      const dispatchMs = await timed(() => host.dispatch(isoOf(minute)));
      const jobs = host.takeJobs().map(({ body, visibleAt = 0 }) => ({ body, ready: visibleAt / 1000 - minute * 60 }));
      const taken: TakenBatch[] = [];
      let workMs = 0;
      for (const batch of toBatches(jobs, BATCH_SIZE)) {
        limits.setSecond(minute * 60 + (batch[0]?.ready ?? 0));
        const ms = await timed(() => host.work(batch.map(({ body }) => body)));
        workMs += ms;
        taken.push({ ready: batch.map(({ ready }) => ready), seconds: lambdaSeconds(ms) });
        for (const { body } of batch) {
          const { accountId, region } = JSON.parse(body).target;
          const key = `${accountId} ${region}`;
          looks.set(key, [...(looks.get(key) ?? []), minute]);
        }
      }
      const workSeconds = taken.reduce((sum, { seconds }) => sum + seconds, 0);
      return {
        sent: jobs.length,
        batches: taken.length,
        dispatchMs,
        workMs,
        workSeconds,
        ...playQueue(taken, WORKERS),
      };
    },
    async close() {
      host.crash();
      log.end();
      await fleet.close();
    },
  };
}
