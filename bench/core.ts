import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bundle } from './lib/bundle';
import { type CoreInput, type CoreResult, MINUTES } from './lib/core-input';
import { mapTable, openQuotas, pickFleet } from './lib/fleet';
import { printAssumptions, renderTable, round, saveResult } from './lib/report';

const QUOTAS = 400;
const MODELS = 50;

/** Memory of the poller's Lambda in MB (lib/cdk/functions/tick-limits.ts), for comparison. */
const LAMBDA_MB = 256;

function toInput(): CoreInput {
  const rows = openQuotas();
  const fleet = pickFleet(rows, MODELS);
  const spent = new Set(fleet.map(({ quotaCode }) => quotaCode));
  const all = mapTable(rows);
  const quotas = [...all.filter((one) => spent.has(one.quotaCode)), ...all.filter((one) => !spent.has(one.quotaCode))];
  return {
    // Fewer than 400 inference quotas are listed: the rest are copies under codes of their own.
    quotas: Array.from({ length: QUOTAS }, (_, index) => {
      const quota = quotas[index % quotas.length];
      if (!quota) throw new Error('the quota table is empty');
      return index < quotas.length ? quota : { ...quota, quotaCode: `L-COPY${index}` };
    }),
    modelIds: fleet.map(({ modelId }) => modelId),
    now: Date.parse('2026-10-14T12:00:00Z') / 60_000,
  };
}

/** Evaluations a second and peak memory of the pure core, in a process of its own. */
export async function core(): Promise<void> {
  const runner = await bundle('bench/lib/core-run.ts');
  try {
    const child = fork(join(runner.directory, 'index.js'), { execArgv: [] });
    child.send(toInput());
    const dies = once(child, 'exit').then(([code]) => {
      throw new Error(`the process that evaluates ended with ${code} before it answered`);
    });
    const [result] = (await Promise.race([once(child, 'message'), dies])) as [CoreResult];
    await dies.catch(() => undefined);
    console.log(
      renderTable(
        ['measured', 'value'],
        [
          ['evaluations a second, one thread', round(result.perSecond, 1)],
          ['milliseconds of one', round(1000 / result.perSecond, 1)],
          ['milliseconds of the first one', round(result.firstMs, 1)],
          ['peak memory of the process, MB', round(result.peakMb, 0)],
          ['of it before the first evaluation, MB', round(result.beforeMb, 0)],
          ['memory of the Lambda, MB', LAMBDA_MB],
          ['models that spend a quota', result.traffic],
          ['findings', result.findings],
        ],
      ),
    );
    const assumptions = [
      `${QUOTAS} quotas, ${MODELS} models, ${MINUTES} minutes each without a gap; a look-back of 20 minutes`,
      'peak memory is what a process without a heap limit let grow over five seconds of evaluations; Lambda collects sooner',
    ];
    console.log();
    printAssumptions(assumptions);
    saveResult('core', { quotas: QUOTAS, models: MODELS, minutes: MINUTES, ...result, assumptions });
  } finally {
    runner.remove();
  }
}
