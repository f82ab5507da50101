import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createProgram } from '../../cli/program/program';
import type { CliIo } from '../../cli/terminal/process-io';
import { readQuotaFile } from '../../local/quotas/read-table';
import { readQuotaTable } from '../../local/quotas/table';
import { BUSY_DAY, busyDayQuotas } from '../../local/scenario/busy-day';
import { runDemo } from './run-demo';

/** What may be asked of the demo. */
export interface DemoArguments {
  /** Keep the page up on loopback until the process is ended. */
  readonly serve: boolean;
  /** A reply of `aws service-quotas list-service-quotas` to take the quotas from. @default - the project's table */
  readonly quotas?: string;
}

/** Reads the demo's arguments. @throws TypeError of node:util for one it does not know. */
export function parseDemoArguments(args: readonly string[]): DemoArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { serve: { type: 'boolean', default: false }, quotas: { type: 'string' } },
  });
  return { serve: values.serve, ...(values.quotas === undefined ? {} : { quotas: values.quotas }) };
}

/** The project's folder, from the sources or from the build. @throws Error outside of a clone. */
function findProject(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'cdk.json'))) return folder;
  }
  throw new Error('the demo runs in a clone of the project: git clone, then npm ci && npm run demo');
}

/** A line on standard error that the next one overwrites; every tenth of the day a line where no terminal is. */
function createProgressLine(io: CliIo): { show: (text: string, share: number) => void; clear: () => void } {
  let tenth = -1;
  return {
    show: (text, share) => {
      if (io.isTerminal.error) io.writeError(`\r\x1b[K${text}`);
      else if (Math.floor(share * 10) > tenth) {
        tenth = Math.floor(share * 10);
        io.writeError(`${text}\n`);
      }
    },
    clear: () => {
      if (io.isTerminal.error) io.writeError('\r\x1b[K');
    },
  };
}

/** Serves the page on loopback until the process ends. */
async function servePage(file: string, print: (text: string) => void): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  print(
    `The page is up: http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}/  (Ctrl-C ends it)`,
  );
  await new Promise(() => undefined);
}

/** Errors as callers paste them: a quota of the model, one of another API, and none at all. */
const PASTED: readonly string[] = [
  'An error occurred (ThrottlingException) when calling the Converse operation (reached max retries: 4): Too many tokens per day, please wait before trying again. (model anthropic.claude-3-haiku-20240307-v1:0)',
  'An error occurred (ThrottlingException) when calling the Retrieve operation: Your request rate is too high. Reduce the frequency of requests.',
  'AccessDeniedException: Model access is denied due to INVALID_PAYMENT_INSTRUMENT: A valid payment instrument must be provided. (us.anthropic.claude-opus-4-8)',
];

/** Plays the demo and shows what is left of the day: e-mails, table and page. @returns the exit code. */
export async function main(args: DemoArguments, io: CliIo): Promise<number> {
  const root = findProject();
  const output = join(root, 'demo-out');
  const page = join(output, 'dashboard.html');
  const print = (text: string) => io.writeOut(`${text}\n`);
  const line = createProgressLine(io);
  const report = await runDemo({
    root,
    output,
    quotas: busyDayQuotas(args.quotas === undefined ? readQuotaTable() : readQuotaFile(args.quotas, readQuotaTable())),
    print: (text) => {
      line.clear();
      print(text);
    },
    progress: line.show,
    finish: async ({ environment }) => {
      line.clear();
      Object.assign(process.env, environment);
      print(`${'='.repeat(78)}\nThe end of the day, as \`quota-watchdog check --lookback 1d\` shows it:\n`);
      const at = BUSY_DAY.end.toISOString();
      await createProgram(io).run(['check', '--at', at, '--lookback', '1d', '--fail-on', 'never', '--html', page]);
      print(`\n${'='.repeat(78)}\nWhat callers read that day, as \`quota-watchdog explain\` answers it:`);
      for (const text of PASTED) {
        print('');
        await createProgram(io).run(['explain', text, '--at', at, '--lookback', '1d']);
      }
    },
  });
  const calls = [...report.calls]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `  ${name.padEnd(52)}${String(count).padStart(7)}`);
  print(
    `\n${report.ticks} ticks of the bundled Lambda in ${report.seconds.toFixed(0)} s, ${report.failedTicks.length} failed, ${report.messages} e-mails.`,
  );
  print(`Calls to AWS that the day took:\n${calls.join('\n')}`);
  print(
    `\nE-mails   ${join('demo-out', 'messages')}\nPage      ${join('demo-out', 'dashboard.html')}\nWidget    ${join('demo-out', 'widget.html')}, the dashboard's own table at ${BUSY_DAY.height.toISOString().slice(11, 16)} UTC\nLog       ${join('demo-out', 'lambda.log')}`,
  );
  for (const failure of report.failedTicks.slice(0, 5)) io.writeError(`a run failed: ${failure}\n`);
  if (args.serve) await servePage(page, print);
  return report.failedTicks.length > 0 ? 1 : 0;
}
