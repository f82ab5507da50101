import { createWriteStream, mkdirSync, type WriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENT, REFUSAL_EVIDENCE_VARIABLE } from '../../lib/contract';
import type { LocalAccount } from '../../local/account/local-account';
import { findFunction, readSynthesisedStack, type SynthesisedFunction } from '../../local/deployed/cloud-assembly';
import { startLambda } from '../../local/deployed/lambda-host';
import { nameResources } from './name-resources';

const MINUTE_MS = 60_000;

/** What the demo day came to. */
export interface DayReport {
  readonly ticks: number;
  readonly failedTicks: readonly string[];
  /** Requests per action as the local account counted them. */
  readonly calls: ReadonlyMap<string, number>;
  readonly seconds: number;
}

/** How a day is played. */
export interface DayOptions {
  readonly account: LocalAccount;
  /** Folder of the synthesised app. */
  readonly assembly: string;
  readonly logFile: string;
  /** First and last tick (exclusive). */
  readonly from: Date;
  readonly until: Date;
  /** Issues the traffic of one simulated minute. */
  readonly playMinute: (minute: Date) => void;
  readonly onTick: (now: Date, done: number) => void;
  /** When the table of the dashboard is drawn, and the file it is written to. */
  readonly widget: { readonly at: Date; readonly file: string };
}

/** Draws the table of the dashboard by the bundled widget, and writes it as a page of its own. */
async function drawWidget(
  widget: SynthesisedFunction,
  { account, widget: { at, file } }: DayOptions,
  log: WriteStream,
): Promise<void> {
  const lambda = startLambda(widget, account.environment, log);
  try {
    const drawn = await lambda.invoke({ widgetContext: {} }, { machineTime: at.getTime() });
    if (drawn.kind === 'failed') throw new Error(`the widget failed: ${drawn.message}`);
    writeFileSync(file, `<!doctype html>\n<meta charset="utf-8">\n<title>Dashboard</title>\n${String(drawn.value)}`);
  } finally {
    lambda.kill();
  }
}

/**
 * Plays simulated minutes: the traffic of a minute, then the clock moves on and the bundled handler runs with the tick
 * EventBridge Scheduler would send. The handler runs in a process of its own, with nothing but its environment.
 */
export async function playDay(options: DayOptions): Promise<DayReport> {
  const { account, from, until } = options;
  const stack = readSynthesisedStack(options.assembly);
  const references = await nameResources(stack, account);
  const poller = findFunction(stack, ENVIRONMENT.topicArn, references);
  const widget = findFunction(stack, REFUSAL_EVIDENCE_VARIABLE, references);
  mkdirSync(join(options.logFile, '..'), { recursive: true });
  const log = createWriteStream(options.logFile);
  const lambda = startLambda(poller, account.environment, log);
  const started = process.hrtime.bigint();
  const failedTicks: string[] = [];
  let ticks = 0;
  try {
    for (let time = from.getTime(); time < until.getTime(); time += MINUTE_MS) {
      const now = new Date(time + MINUTE_MS);
      account.clock.set(new Date(time));
      options.playMinute(new Date(time));
      account.clock.set(now);
      const invocation = await lambda.invoke(
        { time: now.toISOString().replace('.000Z', 'Z') },
        { machineTime: now.getTime() },
      );
      if (invocation.kind === 'failed') failedTicks.push(`${now.toISOString()} ${invocation.message}`);
      if (now.getTime() === options.widget.at.getTime()) await drawWidget(widget, options, log);
      ticks++;
      options.onTick(now, (time + MINUTE_MS - from.getTime()) / (until.getTime() - from.getTime()));
    }
  } finally {
    lambda.kill();
    log.end();
  }
  return { ticks, failedTicks, calls: account.calls, seconds: Number(process.hrtime.bigint() - started) / 1e9 };
}
