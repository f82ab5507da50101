import { PRICE_DATE, PRICE_REGION } from '../../lib/core/alerts/digest';
import { toBill } from '../../lib/core/answers/bill';
import { IDLE_MINUTES } from '../../lib/core/targets';
import { createRandom, openQuotas, pickFleet, spendMinute } from '../lib/fleet';
import { printAims, printAssumptions, renderTable, round, saveResult } from '../lib/report';
import { bundleFleet } from './bundle-fleet';
import { findMissed } from './find-missed';
import { FLEET_ASSUMPTIONS, lambdaSeconds, monthOf } from './fleet-amounts';
import { type PlayedFleet, playFleet, type TickCourse } from './play-fleet';

const REGIONS = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-southeast-2'];
const HOME = { accountId: '111122223333', region: 'us-east-1' };
const START = Date.parse('2026-10-13T08:00:00Z') / 60_000;

/** Minutes that are played and not counted: the first look at each target, and the next. */
const WARM_UP_MINUTES = 2;
const MINUTES_PER_DAY = 1_440;

/** Two periods of an idle target. */
const PLAYED_MINUTES = 2 * IDLE_MINUTES;

const SIZES = [1, 10, 100, 1_000];

/** Of a target with traffic: one in ten has some. */
const ACTIVE_SHARE = 0.1;

/** Tells the traffic of an active target. */
const ACTIVE_MODELS = 3;

/** A row of the result. */
interface ScaleRow {
  readonly targets: number;
  readonly active: number;
  readonly missed: number;
  readonly refusedCalls: number;
  readonly sweepSeconds: number;
  readonly queueAgeSeconds: number;
  readonly dollarsAMonth: number;
  readonly dispatchMs: number;
  readonly workMsALook: number;
  readonly looksAMinute: number;
}

function accountIdOf(index: number): string {
  return index === 0 ? HOME.accountId : String(index).padStart(12, '0');
}

/** Accounts with five Regions each, or fewer where there are not so many targets. */
function chooseSize(targets: number) {
  const regions = REGIONS.slice(0, Math.min(REGIONS.length, targets));
  const accounts = Array.from({ length: targets / regions.length - 1 }, (_, index) => accountIdOf(index + 1));
  return { regions, accounts, organization: null };
}

/** Each tenth target has traffic in each minute, from an hour before the start on. */
async function spendAll(played: PlayedFleet, choice: ReturnType<typeof chooseSize>): Promise<number> {
  const random = createRandom(1);
  const models = pickFleet(openQuotas(), ACTIVE_MODELS);
  const all = [HOME.accountId, ...choice.accounts].flatMap((accountId) =>
    choice.regions.map((region) => ({ accountId, region })),
  );
  const active = all.filter((_, index) => index % Math.round(1 / ACTIVE_SHARE) === 0);
  for (const { accountId, region } of active) {
    const account = await played.fleet.at(accountId, region);
    for (const { modelId, limit } of models) {
      for (let minute = START - 60; minute < START + WARM_UP_MINUTES + PLAYED_MINUTES; minute++)
        spendMinute(account, modelId, minute, limit * (0.1 + random() * 0.1));
    }
  }
  return active.length;
}

async function playSize(targets: number, bundles: string): Promise<ScaleRow> {
  const choice = chooseSize(targets);
  const played = await playFleet({
    now: new Date(START * 60_000),
    home: HOME,
    choice,
    quotas: openQuotas(),
    bundles,
    lambdaSeconds,
  });
  try {
    const active = await spendAll(played, choice);
    for (let minute = START; minute < START + WARM_UP_MINUTES; minute++) await played.tick(minute);
    const before = new Map(played.fleet.home.calls);
    const ticks: TickCourse[] = [];
    for (let minute = 0; minute < PLAYED_MINUTES; minute++)
      ticks.push(await played.tick(START + WARM_UP_MINUTES + minute));
    const sum = (pick: (tick: TickCourse) => number) => ticks.reduce((total, tick) => total + pick(tick), 0);
    const most = (pick: (tick: TickCourse) => number) => Math.max(...ticks.map(pick));
    const perDay = MINUTES_PER_DAY / PLAYED_MINUTES;
    const home = new Map(
      [...played.fleet.home.calls].map(([name, count]) => [name, (count - (before.get(name) ?? 0)) * perDay] as const),
    );
    const amounts = monthOf({
      home,
      looks: sum(({ sent }) => sent) * perDay,
      batches: sum(({ batches }) => batches) * perDay,
      workSeconds: sum(({ workSeconds }) => workSeconds) * perDay,
      dispatchSeconds: sum(({ dispatchMs }) => lambdaSeconds(dispatchMs)) * perDay,
    });
    return {
      targets,
      active,
      missed: findMissed(played.looks, START + WARM_UP_MINUTES + PLAYED_MINUTES).length + targets - played.looks.size,
      refusedCalls: played.refusedCalls(),
      sweepSeconds: round(
        most(({ sweepSeconds }) => sweepSeconds),
        1,
      ),
      queueAgeSeconds: round(
        most(({ oldestSeconds }) => oldestSeconds),
        1,
      ),
      dollarsAMonth: round(toBill(amounts).afterFreeTier),
      dispatchMs: round(sum(({ dispatchMs }) => dispatchMs) / ticks.length, 1),
      workMsALook: round(
        sum(({ workMs }) => workMs) /
          Math.max(
            1,
            sum(({ sent }) => sent),
          ),
        1,
      ),
      looksAMinute: round(sum(({ sent }) => sent) / ticks.length, 1),
    };
  } finally {
    await played.close();
  }
}

/** Dispatcher and workers over up to a thousand targets, with AWS's rate limits enforced. */
export async function scale(): Promise<void> {
  const bundles = await bundleFleet();
  const rows: ScaleRow[] = [];
  try {
    for (const targets of SIZES) rows.push(await playSize(targets, bundles.directory));
  } finally {
    bundles.remove();
  }
  console.log(`Home account alone, ${PRICE_REGION}, list prices of ${PRICE_DATE}; one target in ten has traffic.\n`);
  const names = [
    'targets',
    'active',
    'missed',
    'refusedCalls',
    'sweepSeconds',
    'queueAgeSeconds',
    'dollarsAMonth',
    'dispatchMs',
    'workMsALook',
    'looksAMinute',
  ] as const;
  console.log(
    renderTable(
      [...names],
      rows.map((row) => names.map((name) => row[name])),
    ),
  );
  printAssumptions(FLEET_ASSUMPTIONS);
  const aims = rows.flatMap(({ targets, missed, refusedCalls }) => [
    { what: `targets missed of ${targets}`, measured: missed, atMost: 0 },
    { what: `calls refused with ${targets} targets`, measured: refusedCalls, atMost: 0 },
  ]);
  printAims(aims);
  saveResult('scale', { minutes: PLAYED_MINUTES, rows, assumptions: FLEET_ASSUMPTIONS, aims });
}
