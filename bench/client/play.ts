import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import type { MinuteForm } from '../../local/traffic/minute-forms';
import { percentile } from '../lib/stats';
import type { Contestant } from './contestants';
import { MAX_TOKENS, MINUTES, MODEL, planJobs, type Scenario, START, TOKENS_PER_MINUTE } from './scenarios';
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
  readonly attempts: number;
}

function toCommand({ id, input }: Job): ConverseCommand {
  const text = `#${id} `.padEnd(input * CHARACTERS_PER_TOKEN, 'x');
  return new ConverseCommand({
    modelId: MODEL,
    messages: [{ role: 'user', content: [{ text }] }],
    inferenceConfig: { maxTokens: MAX_TOKENS },
  });
}

/** Plays a scenario, and half of its time more for what still waits. */
export async function play(scenario: Scenario, contestant: Contestant, form: MinuteForm): Promise<Played> {
  const jobs = planJobs(scenario);
  const time = new VirtualTime(START);
  time.install();
  try {
    const isDown = scenario.isDown;
    const world = new World(
      {
        form,
        limits: scenario.limits,
        maxTokens: MAX_TOKENS,
        ...(isDown ? { isDown: (at: number) => isDown((at - START) / MINUTE) } : {}),
      },
      jobs,
    );
    const worlds = isDown
      ? [world, new World({ form, limits: scenario.limits, maxTokens: MAX_TOKENS }, jobs)]
      : [world];
    const { processes = 1 } = scenario;
    const sends = Array.from({ length: processes }, () =>
      contestant.start({ worlds, modelId: MODEL, limits: scenario.told, share: 1 / processes }),
    );
    const waits: number[] = [];
    let failed = 0;
    for (const job of jobs) {
      setTimeout(() => {
        sends[job.id % processes]?.(toCommand(job)).then(
          () => waits.push(Date.now() - job.at - job.duration),
          () => failed++,
        );
      }, job.at - START);
    }
    await time.runUntil(START + MINUTES * 1.5 * MINUTE);
    const end = START + MINUTES * MINUTE;
    const served = worlds.flatMap(({ counts }) => counts.served).filter(({ at }) => at < end);
    const tokens = served.reduce((sum, one) => sum + one.tokens, 0);
    const demand = jobs.reduce((sum, { input, output }) => sum + input + output, 0);
    const allowed = Math.min(demand, scenario.allowed ?? MINUTES * TOKENS_PER_MINUTE);
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
      attempts,
    };
  } finally {
    time.uninstall();
  }
}
