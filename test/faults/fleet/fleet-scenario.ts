import type { LocalAccount } from '../../../local/account/local-account';
import type { Invocation } from '../../../local/deployed/lambda-host';
import { startTargetSource, type TargetSource } from '../../../local/deployed/target-source';
import type { Tamper } from '../../../local/fleet/local-fleet';
import { spend } from '../../lambda/deployed';
import { type DeployedFleet, deployFleet, HOME, OTHER } from '../../lambda/fleet/deployed-fleet';
import { at } from '../scenario';

/** The account whose alert no fault is to touch. */
export const THIRD = '000000000001';

/**
 * The scenario: three accounts spend 100,000 of 1,000,000 tokens a minute, and once so many that each is looked at every minute.
 * The other one peaks at 12:04 and, worse, at 12:10; the third at 12:04. The workers of 12:05 see that, the dispatcher of 12:06
 * tells it: these are the runs in which faults hit.
 */
const PEAKS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  [HOME]: { '11:55': 600_000 },
  [OTHER]: { '11:55': 600_000, '12:04': 850_000, '12:10': 970_000 },
  [THIRD]: { '11:55': 600_000, '12:04': 880_000 },
};
const USUAL_TOKENS = 100_000;

/** What is to be said: event, finding, severity, percent and account. */
export const EXPECTED = [
  `opened utilization/L-F4DDD3EB warning 85 ${OTHER}`,
  `escalated utilization/L-F4DDD3EB critical 97 ${OTHER}`,
  `recovered utilization/L-F4DDD3EB ok 10 ${OTHER}`,
  `opened utilization/L-F4DDD3EB warning 88 ${THIRD}`,
  `recovered utilization/L-F4DDD3EB ok 10 ${THIRD}`,
] as const;

const MINUTE_MS = 60_000;

function minutesOf(from: string, until: string): string[] {
  const [start, end] = [Date.parse(at(from)), Date.parse(at(until))];
  return Array.from({ length: (end - start) / MINUTE_MS }, (_, index) =>
    new Date(start + index * MINUTE_MS).toISOString().slice(11, 16),
  );
}

/** Every minute, as the schedule has it; then, while nothing but time goes by, every fifth. */
export const TICKS: readonly string[] = [
  ...minutesOf('12:01', '12:20'),
  ...minutesOf('12:20', '13:05').filter((time) => /[05]$/.test(time)),
];

/** A fleet in the scenario. */
export interface PlayedFleet {
  readonly deployed: DeployedFleet;
  readonly source: TargetSource;
  /** What dispatcher and workers came to, by tick. */
  readonly runs: ReadonlyMap<string, { readonly dispatched: Invocation; readonly worked: readonly Invocation[] }>;
}

function prepareTraffic(account: LocalAccount): void {
  const peaks = PEAKS[account.accountId] ?? {};
  for (const time of minutesOf('11:30', '13:05')) {
    const visibleAt = new Date(Date.parse(at(time)) + MINUTE_MS).toISOString();
    spend(account, at(time), peaks[time] ?? USUAL_TOKENS, { visibleAt });
  }
}

/** What is done in a tick besides. */
export interface Meddling {
  readonly tamper?: Tamper;
  /** Before the dispatcher runs. */
  readonly before?: (time: string, fleet: DeployedFleet) => void;
  /** Between dispatcher and workers. */
  readonly between?: (time: string, fleet: DeployedFleet, source: TargetSource) => void;
  /** Runs the dispatcher in place of the schedule. */
  readonly dispatch?: (time: string, fleet: DeployedFleet) => Promise<Invocation>;
  /** Whether the schedule runs the dispatcher at all. */
  readonly skips?: (time: string) => boolean;
  /** Works on all messages of a tick in place of its one worker. */
  readonly workOn?: (fleet: DeployedFleet, bodies: readonly string[]) => Promise<void>;
  /** Whether no worker takes anything. */
  readonly holds?: (time: string) => boolean;
  /** What functions are told is left of their time. */
  readonly lifetimeMs?: number;
}

const died = (error: Error): Invocation => ({ kind: 'failed', message: error.message });

/** Plays the scenario. Close the fleet. */
export async function playFleet({
  tamper,
  before,
  between,
  dispatch,
  skips,
  workOn,
  holds,
  lifetimeMs,
}: Meddling = {}): Promise<PlayedFleet> {
  const deployed = await deployFleet({
    choice: { accounts: [OTHER, THIRD] },
    ...(tamper ? { tamper } : {}),
    ...(lifetimeMs === undefined ? {} : { lifetimeMs }),
  });
  for (const accountId of [HOME, OTHER, THIRD]) prepareTraffic(await deployed.at(accountId));
  const source = startTargetSource(deployed.host);
  const runs: Map<string, { dispatched: Invocation; worked: Invocation[] }> = new Map();
  for (const time of TICKS) {
    before?.(time, deployed);
    const skipped: Invocation = { kind: 'returned', value: null };
    const dispatched = skips?.(time)
      ? skipped
      : await (dispatch?.(time, deployed) ?? deployed.dispatch(at(time))).catch(died);
    between?.(time, deployed, source);
    if (workOn) await workOn(deployed, deployed.takeJobs());
    const now = Date.parse(at(time));
    if (holds?.(time)) source.fill(now);
    runs.set(time, { dispatched, worked: holds?.(time) ? [] : await source.deliver(now) });
  }
  return { deployed, source, runs };
}

interface SaidItem {
  readonly event: string;
  readonly accountId: string;
  readonly finding: { readonly id: string; readonly severity: string; readonly utilizationPercent: number | null };
}

/** What was mailed, one line an event, with its account. */
export function saidOf({ fleet }: DeployedFleet): string[] {
  return fleet.home.messages.flatMap(({ message: { lambda } }) =>
    (JSON.parse(lambda ?? '{"findings":[]}') as { findings: SaidItem[] }).findings.map(
      ({ event, accountId, finding: { id, severity, utilizationPercent } }) => {
        const percent = utilizationPercent === null ? '' : ` ${Math.round(utilizationPercent)}`;
        return `${event} ${id} ${severity}${percent} ${accountId}`;
      },
    ),
  );
}
