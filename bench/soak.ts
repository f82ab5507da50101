/**
 * Plays weeks of the watchdog in minutes and holds what it told against what it must have told:
 * `npx tsx bench/soak.ts --days 30 --seed 7`. Exit 1 when an alert was lost, false, late, or repeated without excuse.
 * `--targets 3` plays so many accounts behind a dispatcher and workers; `--seconds 600` stops after that time and judges what is
 * complete; `--log FILE` keeps the function's output.
 */
import { parseArgs } from 'node:util';
import { bundleFleet } from './fleet/bundle-fleet';
import { isFleetSound, runFleetSoak, spellFleetSoak } from './fleet-soak/run-fleet-soak';
import { bundlePoller } from './lib/bundle';
import { isSound, runSoak, spellSoak } from './soak/run';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '30' },
    seed: { type: 'string', default: '7' },
    targets: { type: 'string', default: '1' },
    seconds: { type: 'string' },
    log: { type: 'string' },
  },
});

/** What is printed, and whether it is as it must be. */
interface Verdict {
  readonly text: string;
  readonly isSound: boolean;
}

interface SoakOptions {
  readonly onDay: (day: number) => void;
  readonly stopAfterSeconds?: number;
  readonly logFile?: string;
}

async function soakOne(days: number, seed: number, options: SoakOptions): Promise<Verdict> {
  // In a folder of its own: another build must not change a soak under way.
  const poller = await bundlePoller();
  try {
    const result = await runSoak(days, seed, poller.directory, options);
    return { text: spellSoak(result), isSound: isSound(result) };
  } finally {
    poller.remove();
  }
}

async function soakFleet(plan: Parameters<typeof runFleetSoak>[0], options: SoakOptions): Promise<Verdict> {
  const bundles = await bundleFleet();
  try {
    const result = await runFleetSoak(plan, { bundles: bundles.directory, ...options });
    return { text: spellFleetSoak(result), isSound: isFleetSound(result) };
  } finally {
    bundles.remove();
  }
}

async function main(): Promise<void> {
  const [days, seed, targets] = [Number(values.days), Number(values.seed), Number(values.targets)];
  if (!Number.isInteger(days) || days < 1 || !Number.isInteger(seed) || !Number.isInteger(targets) || targets < 1)
    throw new RangeError('--days, --seed and --targets are whole numbers');
  const options = {
    onDay: (day: number) => process.stderr.write(`day ${day} of ${days}\n`),
    ...(values.seconds === undefined ? {} : { stopAfterSeconds: Number(values.seconds) }),
    ...(values.log === undefined ? {} : { logFile: values.log }),
  };
  const verdict =
    targets === 1 ? await soakOne(days, seed, options) : await soakFleet({ days, seed, targets }, options);
  console.log(verdict.text);
  process.exitCode = verdict.isSound ? 0 : 1;
}

void main();
