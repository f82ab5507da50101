import { boundEach } from '../../aws/bound';
import type { AwsClients } from '../../aws/clients';

/**
 * Until which share of a run's time each of its parts may go on. The rest is always left to judging, saving and telling: a run
 * that is killed has judged nothing, and the next one would be too. Of 55 seconds: 11, 16, 19, 19, 33, 46 and 52.
 */
export const SHARES = {
  /** Receiving refused calls from their queue; what does not come waits there. */
  receiving: 0.2,
  /** ListMetrics; the series known from before are read all the same. */
  listing: 0.3,
  /** Quotas, models and profiles; the catalog of before serves in place of what did not come. */
  catalog: 0.35,
  /** Deleting them from it: what is left comes again, and is known. */
  refusals: 0.35,
  /** All that is read. */
  reading: 0.6,
  /** Telling: what is left then waits for the next run. */
  telling: 0.85,
  /** Saving; then the run ends by itself and says why. */
  all: 0.95,
} as const;

/** A part of a run. */
export type Part = keyof typeof SHARES;

/** The time of one run. */
export interface Budget {
  /** Fires when the part is to end. */
  readonly signals: Readonly<Record<Part, AbortSignal>>;
}

/** @param lifetimeMs what is left until the run is killed. */
export function createBudget(lifetimeMs: number): Budget {
  const signalOf = (part: Part) => AbortSignal.timeout(Math.max(0, Math.floor(SHARES[part] * lifetimeMs)));
  return {
    signals: {
      receiving: signalOf('receiving'),
      listing: signalOf('listing'),
      catalog: signalOf('catalog'),
      refusals: signalOf('refusals'),
      reading: signalOf('reading'),
      telling: signalOf('telling'),
      all: signalOf('all'),
    },
  };
}

/** The clients for one part of a run. */
export function boundClients(clients: AwsClients, { signals }: Budget, part: Part): AwsClients {
  return boundEach(clients, () => signals[part]);
}
