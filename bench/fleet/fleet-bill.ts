import { PRICE_DATE, PRICE_REGION } from '../../lib/core/alerts/digest';
import { type Amount, DAYS_PER_MONTH, toBill } from '../../lib/core/answers/bill';
import { printAims, printAssumptions, renderTable, round, saveResult } from '../lib/report';
import { bundleFleet } from './bundle-fleet';
import { FLEET_ASSUMPTIONS, monthOf } from './fleet-amounts';
import { FLEET_DAY, type FleetDay, playFleetDay } from './fleet-day';

/** One target in ten has traffic. */
const ACTIVE_SHARE = 0.1;

/** Fleets, with what AWS's own Quota Monitor says of itself, dollars a month; unknown for one account. */
const FLEETS = [
  { name: 'W1', accounts: 1, regions: 1, quotaMonitor: null },
  { name: 'W2', accounts: 10, regions: 8, quotaMonitor: 430 },
  { name: 'W3', accounts: 100, regions: 10, quotaMonitor: 5_254 },
  { name: 'W4', accounts: 1_000, regions: 15, quotaMonitor: 78_641 },
] as const;

/** Bytes of a target's record in the table, of which the dispatcher reads all in each minute, 4 KB a read unit. */
const RECORD_BYTES = 420;
const READ_UNIT_BYTES = 4_096;

/** Of the dispatcher, for each target: from the rows of benchmark scale (100 and 1,000 targets). */
const DISPATCH_SECONDS_PER_TARGET = 0.0015;

type Counted = Omit<FleetDay, 'busy' | 'idle'>;

/** What a target adds: a day with it less a day without. */
function subtract(more: Counted, less: Counted): Counted {
  return {
    home: new Map([...more.home].map(([name, count]) => [name, count - (less.home.get(name) ?? 0)])),
    looks: more.looks - less.looks,
    batches: more.batches - less.batches,
    workSeconds: Math.max(0, more.workSeconds - less.workSeconds),
    dispatchSeconds: 0,
  };
}

/** So many days of one kind as one. */
function add(parts: readonly (readonly [times: number, day: Counted])[]): Counted {
  const sum = (pick: (day: Counted) => number) => parts.reduce((total, [times, day]) => total + times * pick(day), 0);
  const names = new Set(parts.flatMap(([, { home }]) => [...home.keys()]));
  return {
    home: new Map([...names].map((name) => [name, sum(({ home }) => home.get(name) ?? 0)])),
    looks: sum(({ looks }) => looks),
    batches: sum(({ batches }) => batches),
    workSeconds: sum(({ workSeconds }) => workSeconds),
    dispatchSeconds: sum(({ dispatchSeconds }) => dispatchSeconds),
  };
}

/** What falls on one watched account in a month, its own free tier taken off. */
function billWatched(calls: ReadonlyMap<string, number>): number {
  const month = (...names: string[]) => names.reduce((sum, name) => sum + (calls.get(name) ?? 0), 0) * DAYS_PER_MONTH;
  const amounts: Amount[] = [
    { price: 'metricsRequested', units: month('cloudwatch:MetricsRequested'), basis: 'measured' },
    {
      price: 'cloudWatchCalls',
      units: month('cloudwatch:ListMetrics', 'cloudwatch:GetMetricStatistics'),
      basis: 'measured',
    },
  ];
  return toBill(amounts).afterFreeTier;
}

function weigh(parts: readonly (readonly [number, ReadonlyMap<string, number>])[]): Map<string, number> {
  const names = new Set(parts.flatMap(([, calls]) => [...calls.keys()]));
  return new Map(
    [...names].map((name) => [name, parts.reduce((sum, [times, calls]) => sum + times * (calls.get(name) ?? 0), 0)]),
  );
}

/** Dollars a month of four fleets: a day of each kind of target counted, and taken as many times. */
export async function fleetBill(): Promise<void> {
  const bundles = await bundleFleet();
  const play = async () => [
    await playFleetDay(bundles.directory, { hasIdle: false, hasBusy: false }),
    await playFleetDay(bundles.directory, { hasIdle: true, hasBusy: false }),
    await playFleetDay(bundles.directory, { hasIdle: true, hasBusy: true }),
  ];
  const [alone, withIdle, whole] = await play().finally(bundles.remove);
  if (!alone || !withIdle || !whole) throw new Error('a day was not played');
  const idle = subtract(withIdle, alone);
  const active = subtract(whole, withIdle);
  const rows = FLEETS.map(({ name, accounts, regions, quotaMonitor }) => {
    const targets = accounts * regions;
    const activeTargets = Math.max(1, Math.round(targets * ACTIVE_SHARE));
    const day = add([
      [1, alone],
      [targets - activeTargets - 1, idle],
      [activeTargets, active],
    ]);
    const recordUnits = Math.ceil((targets * RECORD_BYTES) / READ_UNIT_BYTES) * 1_440;
    const home = new Map(day.home);
    home.set('dynamodb:ReadUnits', (home.get('dynamodb:ReadUnits') ?? 0) + recordUnits);
    const dispatchSeconds = day.dispatchSeconds + targets * DISPATCH_SECONDS_PER_TARGET * 1_440;
    const { afterFreeTier, full } = toBill(monthOf({ ...day, home, dispatchSeconds }));
    const perAccount = weigh([
      [regions - activeTargets / accounts, whole.idle],
      [activeTargets / accounts, whole.busy],
    ]);
    const watched = accounts * billWatched(perAccount);
    return { name, targets, activeTargets, home: afterFreeTier, beforeFreeTier: full, watched, quotaMonitor };
  });
  console.log(`${PRICE_REGION}, list prices of ${PRICE_DATE}. An active target: ${FLEET_DAY}.\n`);
  console.log(
    renderTable(
      ['fleet', 'targets', 'active', '$ home', '$ home, no free tier', '$ watched accounts', 'Quota Monitor $'],
      rows.map((row) => [
        row.name,
        row.targets,
        row.activeTargets,
        round(row.home),
        round(row.beforeFreeTier),
        round(row.watched),
        row.quotaMonitor ?? '-',
      ]),
    ),
  );
  const assumptions = [
    ...FLEET_ASSUMPTIONS.filter((one) => !/minutes that were played|CloudWatch, Service Quotas/.test(one)),
    `a day of an idle and of an active target was counted once and is taken as many times; the dispatcher reads ${RECORD_BYTES} bytes and takes ${DISPATCH_SECONDS_PER_TARGET * 1000} ms for each target`,
    'W1 is played as a fleet of one; a stack of one target has no queue and costs what benchmark bill says',
  ];
  printAssumptions(assumptions);
  const aims = rows.flatMap(({ name, home, watched, quotaMonitor }) =>
    quotaMonitor === null
      ? []
      : [{ what: `${name}, dollars a month in all`, measured: home + watched, atMost: quotaMonitor / 10 }],
  );
  printAims(aims);
  saveResult('fleet-bill', { day: FLEET_DAY, rows, assumptions, aims });
}
