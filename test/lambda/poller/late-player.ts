import { said } from '../../faults/scenario';
import { type DeployedWatchdog, spend } from '../deployed';

const MINUTE_MS = 60_000;

/** `14:20` → the ISO time in the tests' day. */
export const at = (clock: string) => `2026-10-14T${clock}:00Z`;
const minutesOf = (clock: string) => Date.parse(at(clock)) / MINUTE_MS;
const clockOf = (minute: number) => new Date(minute * MINUTE_MS).toISOString().slice(11, 16);
/** The clocks of `[from, until)`, every `step` minutes. */
export const clocks = (from: string, until: string, step = 1) =>
  Array.from({ length: Math.ceil((minutesOf(until) - minutesOf(from)) / step) }, (_, index) =>
    clockOf(minutesOf(from) + index * step),
  );

/** Every minute around the beginning, every five afterwards. */
export const TICKS = [...clocks('13:30', '14:40'), ...clocks('14:40', '17:30', 5)];

/** What is said of the lateness. */
export const OPENED = 'opened coverage/cloudwatch:latePoints unknown';
export const RECOVERED = 'recovered coverage/cloudwatch:latePoints ok';

/** Sonnet spends 10 % of its quota a minute from 13:00 to 17:00, but for peaks; each minute shows when it has ended. */
export function spendAllDay({ account }: DeployedWatchdog, peaks: Readonly<Record<string, number>> = {}): void {
  for (const clock of clocks('13:00', '17:00'))
    spend(account, at(clock), peaks[clock] ?? 100_000, { visibleAt: at(clockOf(minutesOf(clock) + 1)) });
}

/** Points of this time are 40 minutes late, our own included. */
export function delay({ account }: DeployedWatchdog, from: string, until: string): void {
  account.lateness.add({ from: new Date(at(from)), until: new Date(at(until)), minutes: 40 });
}

/** Ticks, and lists what was mailed, with the clock; a run that fails is listed too. */
export async function play(
  watchdog: DeployedWatchdog,
  ticks: readonly string[] = TICKS,
  before?: (clock: string) => void,
): Promise<string[]> {
  const heard: string[] = [];
  for (const clock of ticks) {
    before?.(clock);
    const known = said(watchdog.account).length;
    const run = await watchdog.tick(at(clock));
    if (run.kind === 'failed') heard.push(`${clock} failed: ${run.message}`);
    heard.push(
      ...said(watchdog.account)
        .slice(known)
        .map((line) => `${clock} ${line}`),
    );
  }
  return heard;
}

/** An own metric's value at a minute; `null`: none was published. */
export function ownValue({ account }: DeployedWatchdog, name: string, clock: string): number | null {
  const dimensions = { Watchdog: 'BedrockQuotaWatchdog' };
  return account.read({ namespace: 'BedrockQuotaWatchdog', name, dimensions }, minutesOf(clock));
}
