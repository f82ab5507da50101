import { join } from 'node:path';
import { type AttributeValue, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { KNOWN_MODELS } from '../../../lib/core/quotas/known-models';
import { clientsOf } from '../../local/clients';
import { CHANNELS, type DeployedWatchdog, deploy, spend } from '../deployed';
import type { Program, Step } from './program';

/** Two models, each with a quota of its own. */
const MODELS = KNOWN_MODELS.slice(0, 2);
const APPLIED_VALUE = 100_000;
const QUOTAS = MODELS.map(({ provider, name }, index) => ({
  quotaCode: `L-0000000${index}`,
  quotaName: `On-demand model inference tokens per minute for ${provider} ${name}`,
  appliedValue: APPLIED_VALUE,
  defaultValue: APPLIED_VALUE,
  adjustable: true,
}));

const START = Date.parse('2026-10-14T12:00:00Z');

/** The SDK waits less before it tries again. */
const QUICK = { NODE_OPTIONS: `--require ${join(__dirname, '../../../bench/soak/quick-waits.cjs')}` };

/** Minutes after the last fault: in the first two all is told that is open, in the others nothing comes again. */
export const TOLD_WITHIN = 2;
const QUIET_AFTER = 4;

/** One thing that was told, by a channel. */
export interface Told {
  readonly channel: 'mail' | 'events';
  /** `opened`, `escalated` … */
  readonly event: string;
  readonly severity: string;
  /** Which of the models it is about. */
  readonly model: number;
}

/** What was told of a program, as often as it was told. */
export interface Outcome {
  /** Until two ticks after the last fault. */
  readonly soon: readonly Told[];
  /** From the last fault on. */
  readonly since: readonly Told[];
}

interface Item {
  readonly event: string;
  readonly finding: { readonly id: string; readonly severity: string };
}

function toTold(channel: Told['channel'], { event, finding: { id, severity } }: Item): Told[] {
  const model = QUOTAS.findIndex(({ quotaCode }) => id === `utilization/${quotaCode}`);
  return model < 0 ? [] : [{ channel, event, severity, model }];
}

/** All that was told so far, channel by channel. */
function readTold({ account }: DeployedWatchdog): Told[] {
  const mails = account.messages.flatMap(({ message: { sqs } }) =>
    sqs === undefined ? [] : (JSON.parse(sqs) as { findings: Item[] }).findings.flatMap((item) => toTold('mail', item)),
  );
  return [...mails, ...account.events.flatMap(({ detail }) => toTold('events', detail as unknown as Item))];
}

async function spoil({ account }: DeployedWatchdog, { item, spoil: change }: NonNullable<Step['spoilt']>) {
  const client = clientsOf(account.url).dynamoDb;
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'watchdog' }));
  const found = Items.find(({ sk }) => sk?.S?.startsWith(item)) as Record<string, AttributeValue> | undefined;
  if (found) await client.send(new PutItemCommand({ TableName: 'watchdog', Item: change(found) }));
}

/** Runs one tick, and ends the process in its midst where the step says so. */
async function runStep(watchdog: DeployedWatchdog, time: string, { crash }: Pick<Step, 'crash'>): Promise<void> {
  const { account } = watchdog;
  if (!crash) {
    await watchdog.tick(time);
    return;
  }
  const { service, operation, skip } = crash;
  const fault = { service, operation, skip, times: 1, kind: 'hang' as const };
  const take = account.faults.take;
  account.faults.take = (...call) => {
    const hit = take(...call);
    if (hit === fault) watchdog.crash();
    return hit;
  };
  account.faults.add(fault);
  try {
    await watchdog.tick(time);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('ended during the run'))) throw error;
  } finally {
    account.faults.take = take;
    account.faults.remove(fault);
  }
}

/** Plays a program on an account of its own: a calm minute, its steps, and minutes without a fault. */
export async function playProgram({ steps, last }: Program): Promise<Outcome> {
  const watchdog = await deploy({ now: new Date(START), quotas: QUOTAS }, { ...CHANNELS, ...QUICK });
  const { account } = watchdog;
  let minute = 0;
  const next = async (levels: Step['levels'], run: (time: string) => Promise<unknown>) => {
    const spentIn = new Date(START + minute * 60_000).toISOString();
    for (const [index, { id: modelId }] of MODELS.entries())
      spend(account, spentIn, ((levels[index] ?? 0) / 100) * APPLIED_VALUE, { modelId });
    minute++;
    await run(new Date(START + minute * 60_000).toISOString());
  };
  try {
    await next([60, 60], watchdog.tick);
    for (const step of steps) {
      if (step.spoilt) {
        await spoil(watchdog, step.spoilt);
        watchdog.crash();
      }
      for (const fault of step.faults) account.faults.add(fault);
      await next(step.levels, (time) => runStep(watchdog, time, step));
      account.faults.clear();
    }
    const before = readTold(watchdog).length;
    const counts = { mail: 0, events: 0 };
    for (const { channel } of readTold(watchdog)) counts[channel]++;
    for (let tick = 0; tick < TOLD_WITHIN; tick++) await next(last, watchdog.tick);
    const soon = readTold(watchdog);
    for (let tick = 0; tick < QUIET_AFTER; tick++) await next(last, watchdog.tick);
    const all = readTold(watchdog);
    const seen = { mail: 0, events: 0 };
    const since = all.filter(({ channel }) => ++seen[channel] > counts[channel]);
    if (since.length !== all.length - before) throw new Error('what was told before is told no more');
    return { soon, since };
  } finally {
    await watchdog.close();
  }
}
