import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { FleetChoice } from '../../../lib/core/targets';
import type { LocalAccount } from '../../../local/account/local-account';
import { EXTERNAL_ID, type FleetHost, startFleetHost } from '../../../local/deployed/fleet-host';
import type { Invocation } from '../../../local/deployed/lambda-host';
import { type LocalFleet, startLocalFleet, type Tamper } from '../../../local/fleet/local-fleet';
import type { OrganizationAccount } from '../../../local/fleet/organization';
import { ROWS } from '../deployed';

export const HOME = '111122223333';
export const OTHER = '000000000000';
export const ROOT = 'r-root';

/** Every account of the organisation, in two Regions. */
export const WHOLE_ORGANIZATION: FleetChoice = {
  regions: ['us-east-1', 'us-west-2'],
  accounts: [],
  organization: { organizationalUnits: [], all: true, exclude: [] },
};

const MINUTE_MS = 60_000;
const BATCH_SIZE = 5;

/** Dispatcher and worker against several local accounts: what the stack of a fleet deploys, without the stack. */
export interface DeployedFleet {
  readonly fleet: LocalFleet;
  readonly host: FleetHost;
  readonly denied: Set<string>;
  at(accountId: string, region?: string): Promise<LocalAccount>;
  /** Moves the clocks to a minute, runs the dispatcher, then the worker for all that was sent. */
  tick(time: string): Promise<Invocation>;
  /** Ticks every minute of `[from, until)`. */
  ticks(from: string, until: string): Promise<void>;
  /** Runs the dispatcher alone. */
  dispatch(time: string): Promise<Invocation>;
  /** Runs the poller alone, as before there was a fleet. */
  tickAlone(time: string): Promise<Invocation>;
  /** Runs the worker with messages. */
  work(bodies: readonly string[]): Promise<Invocation>;
  /** Bodies that wait in the queue; they are taken out of it. */
  takeJobs(): string[];
  subjects(): string[];
  /** Ends the processes of both functions. */
  crash(): void;
  close(): Promise<void>;
}

/** How a fleet is deployed in a test. */
export interface FleetSetting {
  readonly choice?: Partial<FleetChoice>;
  readonly accounts?: readonly OrganizationAccount[];
  readonly units?: ReadonlyMap<string, string>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly tamper?: Tamper;
  /** What functions are told is left of their time. */
  readonly lifetimeMs?: number;
}

/** Starts accounts and functions. Points show at once. */
export async function deployFleet(setting: FleetSetting = {}): Promise<DeployedFleet> {
  const denied = new Set<string>();
  const choice: FleetChoice = { regions: ['us-east-1'], accounts: [OTHER], organization: null, ...setting.choice };
  const fleet = await startLocalFleet({
    now: new Date('2026-10-14T12:00:00Z'),
    home: { accountId: HOME, region: 'us-east-1' },
    account: { quotas: ROWS, visibility: () => 0 },
    organization: { rootId: ROOT, units: new Map(setting.units), accounts: [...(setting.accounts ?? [])] },
    roles: { denied, externalId: EXTERNAL_ID },
    ...(setting.tamper ? { tamper: setting.tamper } : {}),
  });
  const { home } = fleet;
  const log = createWriteStream('/dev/null');
  const bundles = join(__dirname, '..', '..', '..', 'dist', 'lambda');
  const environment = setting.environment ?? {};
  const host = await startFleetHost({
    fleet,
    choice,
    bundles,
    log,
    environment,
    ...(setting.lifetimeMs === undefined ? {} : { lifetimeMs: setting.lifetimeMs }),
  });
  const { dispatch, poll, work, crash } = host;
  const takeJobs = () => host.takeJobs().map(({ body }) => body);
  const tick = async (time: string) => {
    const dispatched = await dispatch(time);
    const jobs = takeJobs();
    while (jobs.length > 0) await work(jobs.splice(0, BATCH_SIZE));
    return dispatched;
  };
  return {
    fleet,
    host,
    denied,
    at: (accountId, region = 'us-east-1') => fleet.at(accountId, region),
    dispatch,
    tickAlone: poll,
    work,
    takeJobs,
    tick,
    async ticks(from, until) {
      for (let time = Date.parse(from); time < Date.parse(until); time += MINUTE_MS)
        await tick(new Date(time).toISOString());
    },
    subjects: () => home.messages.map(({ subject }) => subject),
    crash,
    async close() {
      crash();
      log.end();
      await fleet.close();
    },
  };
}
