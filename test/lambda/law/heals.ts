import fc from 'fast-check';
import { playProgram, type Told } from './play-program';
import { anyProgram, KNOWN_PROGRAMS, type Program } from './program';

const WARNING_PERCENT = 80;
const CRITICAL_PERCENT = 95;

/** What must have been told of a model in a channel; `null`: nothing, for nothing is open. */
function owedTo(level: number): RegExp | null {
  if (level >= CRITICAL_PERCENT) return /^critical$/;
  return level >= WARNING_PERCENT ? /^(?:critical|warning)$/ : null;
}

/** Whether the last that was told of a model says that it is open, and how bad it is now. */
function isOpen(told: readonly Told[], { channel, model }: Pick<Told, 'channel' | 'model'>, owed: RegExp): boolean {
  const last = told.filter((one) => one.channel === channel && one.model === model).at(-1);
  return last !== undefined && last.event !== 'recovered' && owed.test(last.severity);
}

async function holds({ steps, last }: Program): Promise<void> {
  const { soon, since } = await playProgram({ steps, last });
  for (const channel of ['mail', 'events'] as const) {
    for (const [model, level] of last.entries()) {
      const owed = owedTo(level);
      const untold = owed !== null && !isOpen(soon, { channel, model }, owed);
      if (untold) throw new Error(`${channel}: ${level} % of model ${model} is not told: ${JSON.stringify(soon)}`);
    }
  }
  const spelled = since.map((told) => JSON.stringify(told));
  const again = spelled.filter((told, index) => spelled.indexOf(told) !== index);
  if (again.length > 0) throw new Error(`told more than once after the last fault: ${again.join(', ')}`);
}

/**
 * For any sequence of faults, crashes between steps, broken items and traffic: after the last fault every open incident is
 * told, at most once more, within two ticks. A run takes seconds, so that a counterexample is not made smaller: it is told
 * with its seed.
 */
export async function assertHeals(settings: { readonly numRuns: number; readonly atMostMs: number }): Promise<void> {
  const { numRuns, atMostMs } = settings;
  const seed = Number(process.env.LAW_SEED ?? Math.floor(Math.random() * 2 ** 31));
  process.stderr.write(`law of healing: LAW_SEED=${seed}\n`);
  const end = performance.now() + atMostMs;
  let played = 0;
  // Programs whose turn comes too late are not begun: one that is cut off would outlive the test.
  const property = fc.asyncProperty(anyProgram, async (program) => {
    if (performance.now() > end) return;
    await holds(program);
    played++;
  });
  const details = await fc.check(property, {
    seed,
    numRuns,
    endOnFailure: true,
    examples: KNOWN_PROGRAMS.map((program) => [program]),
  });
  process.stderr.write(`law of healing: ${played} programs held\n`);
  if (!details.failed) return;
  const why = details.errorInstance instanceof Error ? details.errorInstance.message : '';
  throw new Error(`LAW_SEED=${seed} ${why}\n${JSON.stringify(details.counterexample, null, 1)}`);
}
