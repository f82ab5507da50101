/**
 * Benchmarks: `npx tsx bench/index.ts [name…]`, all but `policies` without a name. Prints tables, writes bench/results/<name>.json.
 */
import { bill } from './bill';
import { cause } from './cause/cause';
import { client } from './client/client';
import { coldStart } from './cold-start';
import { core } from './core';
import { delay } from './delay';
import { fleetBill } from './fleet/fleet-bill';
import { scale } from './fleet/scale';
import { policies } from './policies';
import { poll } from './poll';

const BENCHMARKS: Readonly<Record<string, () => Promise<void>>> = {
  bill,
  delay,
  poll,
  'cold-start': coldStart,
  core,
  policies,
  cause,
  client,
  scale,
  'fleet-bill': fleetBill,
};

/** Plays the day of several variants of the product: only when it is asked for. */
const SLOW = 'policies';

// Nothing that a reader of figures can do anything about.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in BENCHMARKS));
  if (unknown.length > 0) {
    console.error(`no benchmark is called ${unknown.join(', ')}; there are ${Object.keys(BENCHMARKS).join(', ')}`);
    return 2;
  }
  for (const [name, run] of Object.entries(BENCHMARKS)) {
    if (names.length > 0 ? !names.includes(name) : name === SLOW) continue;
    console.log(`\n== ${name} ${'='.repeat(Math.max(0, 90 - name.length))}\n`);
    await run();
  }
  return 0;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
