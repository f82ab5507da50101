import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { memoryStore, type QuotaStore } from '../../lib/client';
import type { MinuteForm } from '../../local/traffic/minute-forms';
import { percentile } from '../lib/stats';
import type { Contestant } from './contestants';
import { MAX_TOKENS, MINUTES, MODEL, planJobs, type Scenario, type Span, START, TOKENS_PER_MINUTE } from './scenarios';
import { VirtualTime } from './virtual-time';
import { type Job, World } from './world';

const MINUTE = 60_000;
const CHARACTERS_PER_TOKEN = 4;

/** What a way of calling came to in a play. */
export interface Played {
  /** Quota tokens served in the time of the play, as a share of what the quota allows, or of the demand where that is less. */
  readonly goodput: number;
  /** Share of attempts that were refused. */
  readonly throttled: number;
  /** Share of calls that ended in an error. */
  readonly failed: number;
  /** Milliseconds from the wish to the answer, of calls that were answered, without the time of the answer itself. */
  readonly waitP50: number;
  readonly waitP99: number;
  /**
   * Milliseconds from the end of what was wrong until the last call that waited more than a second had its answer, or its
   * error; `null`: nothing was wrong, or it never ended.
   */
  readonly recovery: number | null;
  readonly attempts: number;
}

/** Time in which a play takes place. */
export interface PlayTime {
  install(): void;
  uninstall(): void;
  runUntil(end: number): Promise<void>;
}

/** Where and when: in the machine's time, or in one that passes faster. */
export interface Stage extends Span {
  readonly time: PlayTime;
}

/** Minutes that pass as fast as the machine can think. */
export function inVirtualTime(minutes = MINUTES): Stage {
  return { time: new VirtualTime(START), start: START, minutes };
}

/** Minutes as they are, from the next one on. */
export function inRealTime(minutes: number): Stage {
  const runUntil = (end: number) => new Promise<void>((resolve) => setTimeout(resolve, end - Date.now()));
  const time = { install: () => undefined, uninstall: () => undefined, runUntil };
  return { time, start: Math.ceil(Date.now() / MINUTE) * MINUTE, minutes };
}

/** A wait that a person notices. */
const LONG_WAIT = 1_000;

function toCommand({ id, input }: Job): ConverseCommand {
  const text = `#${id} `.padEnd(input * CHARACTERS_PER_TOKEN, 'x');
  return new ConverseCommand({
    modelId: MODEL,
    messages: [{ role: 'user', content: [{ text }] }],
    inferenceConfig: { maxTokens: MAX_TOKENS },
  });
}

function recoveryOf({ calmFrom }: Scenario, start: number, lastLong: number): number | null {
  return calmFrom === undefined ? null : Math.max(0, lastLong - start - calmFrom * MINUTE);
}

/** A store in memory, each of whose answers takes some milliseconds. */
function startStore(delay: number): QuotaStore {
  const store = memoryStore();
  const answer = () => new Promise<void>((resolve) => setTimeout(resolve, delay));
  return {
    read: (key, signal) => answer().then(() => store.read(key, signal)),
    write: (text, signal) => answer().then(() => store.write(text, signal)),
  };
}

/** Plays a scenario, and half of its time more for what still waits. */
export async function play(
  scenario: Scenario,
  contestant: Contestant,
  form: MinuteForm,
  { time, start, minutes }: Stage = inVirtualTime(),
): Promise<Played> {
  const jobs = planJobs(scenario, { start, minutes });
  time.install();
  try {
    const isDown = scenario.isDown;
    const world = new World(
      {
        form,
        limits: scenario.limits,
        maxTokens: MAX_TOKENS,
        ...(isDown ? { isDown: (at: number) => isDown((at - start) / MINUTE) } : {}),
      },
      jobs,
    );
    const worlds = isDown
      ? [world, new World({ form, limits: scenario.limits, maxTokens: MAX_TOKENS }, jobs)]
      : [world];
    const { processes = 1, storeDelay } = scenario;
    const store = storeDelay === undefined ? null : startStore(storeDelay);
    const sends = Array.from({ length: processes }, () =>
      contestant.start({ worlds, modelId: MODEL, limits: scenario.told, share: 1 / processes, store }),
    );
    const waits: number[] = [];
    let failed = 0;
    let lastLong = 0;
    const note = (wait: number) => {
      if (wait > LONG_WAIT) lastLong = Math.max(lastLong, Date.now());
      return wait;
    };
    for (const job of jobs) {
      setTimeout(() => {
        sends[job.id % processes]?.(toCommand(job)).then(
          () => waits.push(note(Date.now() - job.at - job.duration)),
          () => {
            failed++;
            note(Number.POSITIVE_INFINITY);
          },
        );
      }, job.at - Date.now());
    }
    await time.runUntil(start + minutes * 1.5 * MINUTE);
    const end = start + minutes * MINUTE;
    const served = worlds.flatMap(({ counts }) => counts.served).filter(({ at }) => at < end);
    const tokens = served.reduce((sum, one) => sum + one.tokens, 0);
    const demand = jobs.reduce((sum, { input, output }) => sum + input + output, 0);
    const allowed = Math.min(demand, scenario.allowed ?? minutes * TOKENS_PER_MINUTE);
    const [attempts, throttled] = worlds.reduce(
      ([all, bad], { counts }) => [all + counts.attempts, bad + counts.throttled],
      [0, 0],
    );
    return {
      goodput: tokens / allowed,
      throttled: attempts === 0 ? 0 : throttled / attempts,
      failed: failed / jobs.length,
      waitP50: waits.length === 0 ? Number.NaN : percentile(waits, 50),
      waitP99: waits.length === 0 ? Number.NaN : percentile(waits, 99),
      recovery: recoveryOf(scenario, start, lastLong),
      attempts,
    };
  } finally {
    time.uninstall();
  }
}
