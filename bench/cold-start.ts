import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ENVIRONMENT } from '../lib/contract';
import { type Bundle, bundle, bundlePoller } from './lib/bundle';
import { printAims, printAssumptions, renderTable, round, saveResult } from './lib/report';
import { median } from './lib/stats';

const RUNS = 15;
const LARGEST = 15;
const MEASURE = `
const started = performance.now();
require(process.argv[1]);
process.stdout.write(String(performance.now() - started));
`;
const SETTINGS = {
  AWS_REGION: 'us-east-1',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  [ENVIRONMENT.tableName]: 'watchdog',
  [ENVIRONMENT.topicArn]: 'arn:aws:sns:us-east-1:111122223333:alerts',
};

/** Milliseconds that `require` of a bundle takes in a new process. */
function timeInit({ directory }: Bundle): number {
  const file = join(directory, 'index.js');
  return Number(execFileSync(process.execPath, ['-e', MEASURE, file], { env: SETTINGS, encoding: 'utf8' }));
}

/** Bytes in the bundle by package, or by folder of the project. */
export function bytesByOwner({ outputs }: Bundle['metafile']): [string, number][] {
  const bytes = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))) {
    const inner = path.split('node_modules/').at(-1) ?? path;
    const owner = path.includes('node_modules/')
      ? (/^(?:@[^/]+\/)?[^/]+/.exec(inner)?.[0] ?? inner)
      : `(project) ${path.split('/').slice(0, -1).join('/')}`;
    bytes.set(owner, (bytes.get(owner) ?? 0) + bytesInOutput);
  }
  return [...bytes].sort(([, a], [, b]) => b - a);
}

/** Time of the init phase beside that of an empty handler with the same clients, and what the bundle is made of. */
export async function coldStart(): Promise<void> {
  const product = await bundlePoller();
  const empty = await bundle('bench/lib/empty-handler.ts');
  const times = { product: [] as number[], empty: [] as number[] };
  try {
    timeInit(product);
    timeInit(empty);
    for (let run = 0; run < RUNS; run++) {
      times.product.push(timeInit(product));
      times.empty.push(timeInit(empty));
    }
  } finally {
    product.remove();
    empty.remove();
  }
  const [productMs, emptyMs] = [median(times.product), median(times.empty)];
  console.log(
    renderTable(
      ['bundle', 'KB', 'init ms (median)', 'fastest', 'slowest'],
      [['product', product, times.product] as const, ['empty handler, same clients', empty, times.empty] as const].map(
        ([name, { bytes }, ms]) => [
          name,
          round(bytes / 1000, 1),
          round(median(ms), 1),
          round(Math.min(...ms), 1),
          round(Math.max(...ms), 1),
        ],
      ),
    ),
  );
  console.log(`\ninit ÷ init of the empty handler: ${round(productMs / emptyMs, 2)} (medians)`);
  const owners = bytesByOwner(product.metafile);
  console.log(`\nthe ${LARGEST} largest parts of the product's bundle`);
  console.log(
    renderTable(
      ['part', 'KB', '%'],
      owners
        .slice(0, LARGEST)
        .map(([name, bytes]) => [name, round(bytes / 1000, 1), round((bytes / product.bytes) * 100, 1)]),
    ),
  );
  const assumptions = [
    `${RUNS} runs each, one after the other in turn, each in a new process; the first of each is thrown away`,
    'require() of the file on this machine; Lambda adds the download and the start of its own runtime',
    'KB are 1,000 bytes, before compression',
  ];
  console.log();
  printAssumptions(assumptions);
  // How large the bundle is and how far above the empty handler's its start lies is recorded; only a slow start is a fault.
  const aims = [{ what: 'init of the product, ms (median)', measured: productMs, atMost: 1000 }];
  printAims(aims);
  saveResult('cold-start', {
    runs: RUNS,
    productMs,
    emptyMs,
    productBytes: product.bytes,
    emptyBytes: empty.bytes,
    bytesByOwner: Object.fromEntries(owners),
    assumptions,
    aims,
  });
}
