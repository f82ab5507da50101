import { type Comparison, compare } from './compare';
import type { Noise } from './judge';
import { drawPlan } from './plan';
import { type Played, playSoak } from './player';
import { choosePoolLimit } from './pool-limit';
import { expectEpisodes } from './reference';
import { judgeRefusals, type RefusalResult } from './refusal-judge';
import { drawRefusals } from './refusals';
import { drawTrouble } from './trouble';

/** One soak from its seed. */
export interface SoakResult {
  readonly days: number;
  readonly seed: number;
  readonly played: Played;
  readonly comparison: Comparison;
  readonly refusals: RefusalResult;
  readonly seconds: number;
}

/** Draws, plays and judges a soak. */
export async function runSoak(
  days: number,
  seed: number,
  codeDirectory: string,
  options: { onDay?: (day: number) => void; logFile?: string; stopAfterSeconds?: number } = {},
): Promise<SoakResult> {
  const started = performance.now();
  const plan = drawPlan(days, seed);
  const poolLimit = choosePoolLimit(plan);
  const trouble = drawTrouble(plan.minutes, seed);
  const refusalPlan = drawRefusals(plan, seed);
  const played = await playSoak({ plan, refusals: refusalPlan, poolLimit, trouble, codeDirectory, ...options });
  const { told, minutes } = played;
  const ofTraffic = told.filter(({ kind }) => kind !== 'refused');
  const comparison = compare(expectEpisodes(plan, poolLimit, played.isGood), ofTraffic, minutes);
  const refusals = judgeRefusals(refusalPlan, played.refusalCounts, told, minutes);
  return { days, seed, played, comparison, refusals, seconds: (performance.now() - started) / 1000 };
}

/**
 * Whether nothing was lost, false or told twice without excuse, and each refused call that came was counted once. Late alerts
 * are printed, and fail too.
 */
export function isSound({ comparison, played, refusals }: SoakResult): boolean {
  const { lost, wrong, repeated, late } = comparison;
  const failures = lost.length + wrong.length + repeated.length + late.length;
  return (
    failures + refusals.twice + refusals.missing + refusals.wrong.length === 0 &&
    played.repeatedMessages <= played.excusedRepeats
  );
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** How often something is spoken of: opened, critical, recovered and no more, but for reminders of what lasts. */
function spellNoise(name: string, noise: readonly Noise[]): string {
  const spell = (pick: (one: Noise) => number) => {
    const values = noise.map(pick);
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    return `mean ${mean.toFixed(2)}, 95 % ${quantile(values, 0.95)}, most ${Math.max(0, ...values)}`;
  };
  return `messages per ${name}, ${noise.length} of them: ${spell(({ messages }) => messages)}; without reminders: ${spell(({ news }) => news)}; due by the reference: ${spell(({ allowed }) => allowed)}`;
}

/** The figures of a soak, and each alert that did not come as it must. */
export function spellSoak(result: SoakResult): string {
  const { played, comparison, refusals } = result;
  const { lost, repeated, wrong, late, delays } = comparison;
  const list = (title: string, lines: readonly string[]) => lines.map((line) => `${title}: ${line}`);
  return [
    `seed ${result.seed}: ${Math.round((played.minutes / 1440) * 10) / 10} of ${result.days} days, ${played.ticks} runs, ${played.failedRuns} failed, ${played.faults} faults, ${played.crashes} crashes, ${Math.round(result.seconds)} s`,
    `to be told: ${comparison.expected} openings, criticals and recoveries; ${comparison.told} events told (${comparison.reminders} reminders; one event may be two of them), ${lost.length} lost, ${repeated.length} repeated, ${wrong.length} false, ${late.length} late`,
    `messages repeated word for word: ${played.repeatedMessages}, of ${played.excusedRepeats} that may be; events of blindness: ${comparison.blindness}`,
    spellNoise('episode of a finding', comparison.noise),
    spellNoise('incident', comparison.incidents),
    `minutes from visible to told: median ${quantile(delays, 0.5)}, 95 % ${quantile(delays, 0.95)}, most ${quantile(delays, 1)}`,
    `refused calls: ${refusals.made} made, ${refusals.delivered} delivered, ${refusals.repeated} of them twice; ${refusals.counted} counted, ${refusals.twice} twice, ${refusals.missing} not; ${refusals.bursts} times denied, ${refusals.wrong.length} told wrong`,
    ...list('LOST', lost),
    ...list('REPEATED', repeated),
    ...list('FALSE', wrong),
    ...list('LATE', late),
    ...list('REFUSED', refusals.wrong),
  ].join('\n');
}
