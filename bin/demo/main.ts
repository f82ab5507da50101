import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, relative } from 'node:path';
import { createProgram } from '../../cli/program/program';
import type { DemoOptions } from '../../cli/terminal/command';
import type { CliIo } from '../../cli/terminal/process-io';
import { type CommandWords, commandWordsOf } from '../../lib/language/command-words';
import { readQuotaFile } from '../../local/quotas/read-table';
import { readQuotaTable } from '../../local/quotas/table';
import { BUSY_DAY, busyDayQuotas } from '../../local/scenario/busy-day';
import type { DayReport } from './play-day';
import { runDemo } from './run-demo';

/** Where all that is left of the day goes, in the folder the demo is played in. */
const OUTPUT = 'demo-out';

const RULE = '='.repeat(78);

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
async function servePage(file: string, print: (text: string) => void, { demo }: CommandWords): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  print(demo.served(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}/`));
  await new Promise(() => undefined);
}

/** Errors as callers paste them: a quota of the model, one of another API, and none at all. */
const PASTED: readonly string[] = [
  'An error occurred (ThrottlingException) when calling the Converse operation (reached max retries: 4): Too many tokens per day, please wait before trying again. (model anthropic.claude-3-haiku-20240307-v1:0)',
  'An error occurred (ThrottlingException) when calling the Retrieve operation: Your request rate is too high. Reduce the frequency of requests.',
  'AccessDeniedException: Model access is denied due to INVALID_PAYMENT_INSTRUMENT: A valid payment instrument must be provided. (us.anthropic.claude-opus-4-8)',
];

/** What the day took, and where its e-mails and its page are. */
function spellReport(report: DayReport & { readonly messages: number }, { demo }: CommandWords): string {
  const calls = [...report.calls]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `  ${name.padEnd(52)}${String(count).padStart(7)}`);
  const { ticks, failedTicks, messages } = report;
  return [
    '',
    demo.played({ ticks, seconds: report.seconds.toFixed(0), failed: failedTicks.length, emails: messages }),
    demo.calls,
    ...calls,
    '',
    ...demo.left({
      messages: join(OUTPUT, 'messages'),
      page: join(OUTPUT, 'dashboard.html'),
      widget: join(OUTPUT, 'widget.html'),
      height: BUSY_DAY.height.toISOString().slice(11, 16),
      log: join(OUTPUT, 'lambda.log'),
    }),
  ].join('\n');
}

/** Plays the demo and shows what is left of the day: e-mails, table and page, in the folder of the process. @returns the exit code. */
export async function main({ language, ...options }: DemoOptions, io: CliIo): Promise<number> {
  const words = commandWordsOf(language);
  const output = join(process.cwd(), OUTPUT);
  const page = join(output, 'dashboard.html');
  const print = (text: string) => io.writeOut(`${text}\n`);
  const line = createProgressLine(io);
  // The day is told in one go: no pager stops it.
  const { page: _, ...unpaged } = io;
  const ask = (args: readonly string[]) => createProgram(unpaged).run(['--language', language, ...args]);
  const table = readQuotaTable();
  const report = await runDemo({
    output,
    language,
    quotas: busyDayQuotas(options.quotas === undefined ? table : readQuotaFile(options.quotas, table)),
    print: (text) => {
      line.clear();
      print(text);
    },
    progress: line.show,
    finish: async ({ environment }) => {
      line.clear();
      Object.assign(process.env, environment);
      print(`${RULE}\n${words.demo.endOfDay}\n`);
      const at = BUSY_DAY.end.toISOString();
      const file = relative(process.cwd(), page);
      await ask(['check', '--at', at, '--lookback', '1d', '--fail-on', 'never', '--html', file]);
      print(`\n${RULE}\n${words.demo.errors}`);
      for (const text of PASTED) {
        print('');
        await ask(['explain', text, '--at', at, '--lookback', '1d']);
      }
    },
  });
  print(spellReport(report, words));
  for (const failure of report.failedTicks.slice(0, 5)) io.writeError(`${words.demo.failed(failure)}\n`);
  if (options.serve) await servePage(page, print, words);
  return report.failedTicks.length > 0 ? 1 : 0;
}
