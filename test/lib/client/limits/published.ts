import { type LimitsSnapshot, type PoolLimits, writeSnapshot } from '../../../../lib/core/limits';
import { toMinute } from '../../../../lib/core/vocabulary/time';
import { pool } from '../../core/limits/snapshots';
import type { SimulatedClock } from '../simulated-clock';

export const NOON = 20_000 * 1_440 * 60_000 + 720 * 60_000;

/** The text of a parameter with Nova Lite across Regions, made at noon, changed. */
export function publish(limits: Partial<PoolLimits>, changes: Partial<LimitsSnapshot> = {}): string {
  const lite = { modelId: 'amazon.nova-lite-v1:0', burndownRate: 1, pools: { crossRegion: pool(limits) } };
  return writeSnapshot({
    accountId: '111122223333',
    region: 'us-east-1',
    madeAt: toMinute(NOON),
    account: null,
    models: [lite],
    leftOut: 0,
    ...changes,
  });
}

/** What a read of the parameter comes to: its text, an error, or no answer. */
export type Answer = string | Error | 'hangs';

/** A client of Parameter Store that answers in the order of the reads; the last answer stands. */
export function startParameters(clock: SimulatedClock, ...answers: Answer[]) {
  const reads: { readonly at: number; readonly name: string; readonly signal: AbortSignal }[] = [];
  const send = async (command: { input: { Name: string } }, { abortSignal: signal }: { abortSignal: AbortSignal }) => {
    reads.push({ at: clock.now(), name: command.input.Name, signal });
    const answer = answers[Math.min(reads.length, answers.length) - 1] ?? '';
    if (answer === 'hangs') return new Promise(() => undefined);
    if (answer instanceof Error) throw answer;
    return { Parameter: { Value: answer } };
  };
  return { client: { send }, reads, answers };
}
