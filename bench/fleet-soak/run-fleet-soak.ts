import { type Comparison, compare } from '../soak/compare';
import { drawPlan } from '../soak/plan';
import { choosePoolLimit } from '../soak/pool-limit';
import { readTold } from '../soak/read-told';
import { expectEpisodes } from '../soak/reference';
import { drawFleetTrouble } from './fleet-trouble';
import { type PlayedFleetSoak, playFleetSoak } from './play-soak';
import type { FleetSoakSettings } from './soaked-fleet';

const HOME = '111122223333';

/** One soak of several targets from its seed. */
export interface FleetSoakResult {
  readonly days: number;
  readonly seed: number;
  readonly played: PlayedFleetSoak;
  /** By account. */
  readonly comparisons: ReadonlyMap<string, Comparison>;
  /** Messages that came twice, word for word. */
  readonly repeatedMessages: number;
  readonly seconds: number;
}

/** Draws, plays and judges a soak of several targets, each with traffic of its own. Refused calls are none of it. */
export async function runFleetSoak(
  { days, seed, targets: count }: { readonly days: number; readonly seed: number; readonly targets: number },
  options: Pick<FleetSoakSettings, 'bundles' | 'onDay' | 'stopAfterSeconds' | 'stopAfterMinutes' | 'logFile'>,
): Promise<FleetSoakResult> {
  const started = performance.now();
  const targets = Array.from({ length: count }, (_, nth) => {
    const plan = drawPlan(days, seed + 1_000 * nth);
    return {
      accountId: nth === 0 ? HOME : String(nth - 1).padStart(12, '0'),
      plan,
      poolLimit: choosePoolLimit(plan),
    };
  });
  const trouble = drawFleetTrouble(days * 1440, seed, count);
  const played = await playFleetSoak({ targets, trouble, ...options });
  const { told, repeatedMessages } = readTold(played.messages);
  const comparisons = new Map(
    targets.map(({ accountId, plan, poolLimit }) => {
      const episodes = expectEpisodes(plan, poolLimit, played.looks.isGood(accountId));
      return [
        accountId,
        compare(
          episodes,
          told.filter((one) => one.accountId === accountId),
          played.minutes,
        ),
      ];
    }),
  );
  return { days, seed, played, comparisons, repeatedMessages, seconds: (performance.now() - started) / 1000 };
}

function sum(comparisons: FleetSoakResult['comparisons'], pick: (one: Comparison) => number): number {
  return [...comparisons.values()].reduce((total, one) => total + pick(one), 0);
}

/** Whether nothing was lost, false, late, or told twice without excuse. */
export function isFleetSound({ comparisons, repeatedMessages, played }: FleetSoakResult): boolean {
  const failures = ({ lost, wrong, repeated, late }: Comparison) =>
    lost.length + wrong.length + repeated.length + late.length;
  return sum(comparisons, failures) === 0 && repeatedMessages <= played.excusedRepeats;
}

/** The figures of a soak, and each alert that did not come as it must. */
export function spellFleetSoak(result: FleetSoakResult): string {
  const { played, comparisons, repeatedMessages, seed, seconds } = result;
  const { looks, minutes } = played;
  const delays = [...comparisons.values()].flatMap((one) => one.delays).sort((a, b) => a - b);
  const delayAt = (share: number) => delays[Math.min(delays.length - 1, Math.floor(share * delays.length))] ?? 0;
  const total = (pick: (one: Comparison) => readonly unknown[]) => sum(comparisons, (one) => pick(one).length);
  const disturbed = Math.round((looks.disturbed * 100) / Math.max(1, minutes * comparisons.size));
  const lines = [...comparisons].flatMap(([accountId, { lost, repeated, wrong, late }]) =>
    Object.entries({ LOST: lost, REPEATED: repeated, FALSE: wrong, LATE: late }).flatMap(([title, found]) =>
      found.map((line) => `${title} ${accountId}: ${line}`),
    ),
  );
  return [
    `seed ${seed}, ${comparisons.size} targets: ${Math.round((minutes / 1440) * 10) / 10} of ${result.days} days, ${played.dispatches} ticks, ${looks.looks} looks, ${played.failedRuns} runs failed, ${played.faults} faults, ${played.crashes} crashes, ${played.expired} messages too old, ${played.deadLetters} dead letters, ${Math.round(seconds)} s`,
    `to be told: ${sum(comparisons, (one) => one.expected)} openings, criticals and recoveries; ${sum(comparisons, (one) => one.told)} events told (${sum(comparisons, (one) => one.reminders)} reminders), ${total((one) => one.lost)} lost, ${total((one) => one.repeated)} repeated, ${total((one) => one.wrong)} false, ${total((one) => one.late)} late`,
    `messages repeated word for word: ${repeatedMessages}, of ${played.excusedRepeats} that may be; events of blindness: ${sum(comparisons, (one) => one.blindness)}; disturbed minutes: ${disturbed} %`,
    `minutes from visible to told: median ${delayAt(0.5)}, 95 % ${delayAt(0.95)}, most ${delayAt(1)}`,
    ...lines,
  ].join('\n');
}
