import type { Bundle } from './bundle';
import { createRandom, openQuotas, pickFleet, spendMinute } from './fleet';
import { isoOf, startWatchdog } from './watchdog';

/** How a model spends its quota before it breaches. */
export const STARTS = { hot: 0.6, warm: 0.2, cold: 0.02 } as const;

/** Name of a start. */
export type Start = keyof typeof STARTS;

/** How many models breach, and how often each. */
export interface BreachPlan {
  readonly models: number;
  readonly episodes: number;
}

/**
 * Minutes of one breach of a model and the time around it: an hour to recover, and the six hours after which the next one is
 * a new alert. Sooner it would be the same one come back, which is not told again.
 */
const EPISODE_MINUTES = 450;
const QUIET_MINUTES = 52;
const BREACH_MINUTES = 6;
/** Within so many minutes a breach begins at random, so that it falls anywhere between two reads. */
const RANDOM_MINUTES = 15;
const START_MINUTE = Date.parse('2026-10-13T00:00:00Z') / 60_000;

/** The breaches in words. */
export function spellBreaches({ models, episodes }: BreachPlan): string {
  return `${models * episodes} breaches: ${models} models with ${episodes} each over ${(episodes * EPISODE_MINUTES) / 60} hours; a breach is ${BREACH_MINUTES} minutes at 96-110 % at once, at a random minute after ${QUIET_MINUTES} minutes at its start (hot 60 %, warm 20 %, cold 2 %)`;
}

/** One breach and when it was said. */
export interface Breach {
  readonly start: Start;
  readonly quotaCode: string;
  /** First minute at or over 95 %. */
  readonly minute: number;
  /** Minutes from the end of that minute to the message; `null`: it was never said. */
  delay: number | null;
}

/** Breaches by model, every minute of the day planned beforehand. */
function planBreaches(codes: readonly string[], episodes: number): Breach[][] {
  const random = createRandom(7);
  const starts = Object.keys(STARTS) as Start[];
  return codes.map((quotaCode, index) =>
    Array.from({ length: episodes }, (_, episode) => {
      const minute = START_MINUTE + episode * EPISODE_MINUTES + QUIET_MINUTES + Math.floor(random() * RANDOM_MINUTES);
      return { start: starts[(index + episode) % starts.length] ?? 'cold', quotaCode, minute, delay: null };
    }),
  );
}

interface Told {
  readonly findings: readonly { readonly event: string; readonly finding: { readonly id: string; severity: string } }[];
}

/** Quota codes a message calls critical for the first time. */
function criticalCodes(json: string): string[] {
  const { findings } = JSON.parse(json) as Told;
  return findings
    .filter(({ event, finding }) => finding.severity === 'critical' && /^(opened|escalated)$/.test(event))
    .flatMap(({ finding }) => /^utilization\/(.+)$/.exec(finding.id)?.[1] ?? []);
}

/** Plays breaches against a poller. @throws Error when something is called critical that is no breach. */
export async function playBreaches(poller: Bundle, { models, episodes }: BreachPlan): Promise<Breach[]> {
  const table = openQuotas();
  const fleet = pickFleet(table, models);
  const codes = fleet.map(({ quotaCode }) => quotaCode);
  const plan = planBreaches(codes, episodes);
  // Only the quotas of the fleet: the others change no delay and cost most of the time.
  const quotas = table.filter(({ quotaCode }) => codes.includes(quotaCode));
  const watchdog = await startWatchdog(poller.directory, { now: new Date(START_MINUTE * 60_000), quotas });
  const random = createRandom(3);
  const wobble = (share: number) => share * (0.95 + random() * 0.1);
  try {
    let heard = 0;
    for (let minute = START_MINUTE; minute < START_MINUTE + episodes * EPISODE_MINUTES + 30; minute++) {
      fleet.forEach(({ modelId, limit }, index) => {
        const episode = Math.min(episodes - 1, Math.floor((minute - START_MINUTE) / EPISODE_MINUTES));
        const breach = plan[index]?.[episode];
        if (!breach) return;
        const isBreach = minute >= breach.minute && minute < breach.minute + BREACH_MINUTES;
        const share = isBreach ? 0.96 + random() * 0.14 : wobble(STARTS[breach.start]);
        spendMinute(watchdog.account, modelId, minute, limit * share, 'lean');
      });
      const now = minute + 1;
      await watchdog.tick(now);
      for (const { message } of watchdog.account.messages.slice(heard)) {
        for (const code of criticalCodes(message.lambda ?? '{"findings":[]}')) {
          const breach = plan.flat().find((one) => one.quotaCode === code && one.delay === null && one.minute < now);
          if (!breach) throw new Error(`${code} was called critical at ${isoOf(now)} without a breach`);
          breach.delay = now - (breach.minute + 1);
        }
      }
      heard = watchdog.account.messages.length;
    }
    return plan.flat();
  } finally {
    await watchdog.close();
  }
}
