/**
 * Plays weeks of the watchdog in minutes and holds what it told against what it must have told:
 * `npx tsx bench/soak.ts --days 30 --seed 7`. Exit 1 when an alert was lost, false, late, or repeated without excuse.
 * `--seconds 600` stops after that time and judges what is complete; `--log FILE` keeps the function's output.
 */
import { parseArgs } from 'node:util';
import { bundlePoller } from './lib/bundle';
import { isSound, runSoak, spellSoak } from './soak/run';

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '30' },
    seed: { type: 'string', default: '7' },
    seconds: { type: 'string' },
    log: { type: 'string' },
  },
});

async function main(): Promise<void> {
  const [days, seed] = [Number(values.days), Number(values.seed)];
  if (!Number.isInteger(days) || days < 1 || !Number.isInteger(seed))
    throw new RangeError('--days and --seed are whole numbers');
  // In a folder of its own: another build must not change a soak under way.
  const poller = await bundlePoller();
  try {
    const result = await runSoak(days, seed, poller.directory, {
      onDay: (day) => process.stderr.write(`day ${day} of ${days}\n`),
      ...(values.seconds === undefined ? {} : { stopAfterSeconds: Number(values.seconds) }),
      ...(values.log === undefined ? {} : { logFile: values.log }),
    });
    console.log(spellSoak(result));
    process.exitCode = isSound(result) ? 0 : 1;
  } finally {
    poller.remove();
  }
}

void main();
