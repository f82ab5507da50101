import { randomUUID } from 'node:crypto';
import type { Logger } from '@aws-lambda-powertools/logger';
import { type EpochMinute, toMinute } from '../../lib/core/vocabulary/time';
import { createBudget } from './budget';
import { readTick } from './tick';
import type { Moment } from './voice';

/** What Lambda tells of a run; a local account, whose clock is simulated, tells the machine's time too. */
export interface LambdaContext {
  readonly getRemainingTimeInMillis?: () => number;
  /** Milliseconds since 1970. */
  readonly machineTime?: number;
}

/** When a run is, until when, and who speaks in it. */
export interface Beginning extends Moment {
  /** The event's clock. */
  readonly now: EpochMinute;
  /** The machine's. */
  readonly machineNow: EpochMinute;
}

/**
 * Begins a run: its clock from the event, its time from Lambda.
 * @param lifetimeSeconds where Lambda does not tell what is left.
 * @throws StatementError for a time that has not come.
 */
export function beginRun(
  event: unknown,
  { machineTime = Date.now(), getRemainingTimeInMillis }: LambdaContext,
  { lifetimeSeconds, logger }: { readonly lifetimeSeconds: number; readonly logger: Pick<Logger, 'warn'> },
): Beginning {
  const { now, complaint } = readTick(event, machineTime);
  if (complaint) logger.warn(complaint);
  const lifetimeMs = getRemainingTimeInMillis?.() ?? lifetimeSeconds * 1000;
  return {
    now,
    machineNow: toMinute(machineTime),
    budget: createBudget(lifetimeMs),
    speaker: { id: randomUUID(), startedAt: machineTime, endsAt: machineTime + lifetimeMs },
  };
}
