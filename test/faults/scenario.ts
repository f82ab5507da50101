import type { LocalAccount } from '../../local/account/local-account';
import type { Invocation } from '../../local/deployed/lambda-host';
import type { DeployedWatchdog } from '../lambda/deployed';
import { spend } from '../lambda/deployed';

/**
 * The shared scenario: Sonnet spends 100,000 of 1,000,000 tokens a minute, 850,000 at 12:04, 970,000 at 12:10, then
 * 100,000 again. The catalog of the first run (11:06) is due again at 12:06, the run in which most faults hit (12:05 is
 * left out, so that the listing of 12:01 is due again too): it makes every call but GetMetricData, and opens the alert.
 */
const DAY = '2026-10-14';
const PEAKS: Readonly<Record<string, number>> = { '12:04': 850_000, '12:10': 970_000 };
const USUAL_TOKENS = 100_000;

/** What is to be said: event, finding, severity and utilization, from the numbers above. */
export const EXPECTED = [
  'opened utilization/L-F4DDD3EB warning 85',
  'escalated utilization/L-F4DDD3EB critical 97',
  'recovered utilization/L-F4DDD3EB ok 10',
] as const;

/** What is to be said when nothing could be read or remembered from 12:06 to 12:16: both peaks show at once. */
export const EXPECTED_AFTER_BLINDNESS = [
  'opened utilization/L-F4DDD3EB critical 97',
  'recovered utilization/L-F4DDD3EB ok 10',
] as const;

/** What is to be said with a warning threshold of 86 %. */
export const EXPECTED_FROM_86_PERCENT = EXPECTED_AFTER_BLINDNESS;

function range(from: number, until: number, step: number): number[] {
  return Array.from({ length: Math.ceil((until - from) / step) }, (_, index) => from + index * step);
}

function spell(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}

const NOON = 12 * 60;

/** Every minute while it rises, every five minutes while it recovers. */
export const TICKS: readonly string[] = [
  // So close that no run counts as missed, whichever of two processes is faster.
  ...range(11 * 60 + 6, NOON, 5).map(spell),
  ...range(NOON + 1, NOON + 5, 1).map(spell),
  ...range(NOON + 6, NOON + 17, 1).map(spell),
  ...range(NOON + 20, NOON + 75, 5).map(spell),
];

/** `12:05` → the ISO time in the scenario's day. */
export function at(time: string): string {
  return `${DAY}T${time}:00Z`;
}

/** Puts all traffic into CloudWatch; each minute shows when it has ended, or later. */
export function prepareTraffic(account: LocalAccount, lateMinutes = 0): void {
  for (const minute of range(11 * 60, 14 * 60, 1)) {
    const visibleAt = new Date(Date.parse(at(spell(minute))) + (1 + lateMinutes) * 60_000).toISOString();
    spend(account, at(spell(minute)), PEAKS[spell(minute)] ?? USUAL_TOKENS, { visibleAt });
  }
}

/** Plays ticks and gives what each run came to; a run whose process died counts as failed. */
export async function play(
  watchdog: DeployedWatchdog,
  ticks: readonly string[] = TICKS,
  before?: (time: string) => void,
): Promise<Map<string, Invocation>> {
  const runs = new Map<string, Invocation>();
  for (const time of ticks) {
    before?.(time);
    runs.set(time, await watchdog.tick(at(time)));
  }
  return runs;
}

interface SaidItem {
  readonly event: string;
  readonly finding: { readonly id: string; readonly severity: string; readonly utilizationPercent: number | null };
}

function spellItem({ event, finding }: SaidItem): string {
  const percent = finding.utilizationPercent === null ? '' : ` ${Math.round(finding.utilizationPercent)}`;
  return `${event} ${finding.id} ${finding.severity}${percent}`;
}

/** The lines of one message, by its body for programs. */
export function linesOfBody(json: string): string[] {
  return (JSON.parse(json) as { findings: SaidItem[] }).findings.map(spellItem);
}

/** What was mailed so far, one line an event. */
export function said(account: LocalAccount): string[] {
  return account.messages.flatMap(({ message: { lambda } }) => (lambda === undefined ? [] : linesOfBody(lambda)));
}

/** What went to the chat so far, in the same lines. */
export function saidInChat({ chat }: DeployedWatchdog): string[] {
  return chat().map(({ content, metadata }) => {
    const id = metadata.threadId?.split('/').slice(3).join('/');
    const { event, severity } = metadata.additionalContext;
    return `${event} ${id} ${severity} ${/(\d+)%/.exec(content.title)?.[1]}`;
  });
}

/** What was put on the event bus so far, in the same lines. */
export function saidInEvents({ account }: DeployedWatchdog): string[] {
  return account.events.map(({ detail }) => spellItem(detail as unknown as SaidItem));
}

/** Alerts that are missing, that came again, and that should not have come; coverage is kept apart. */
export interface Tally {
  readonly lost: readonly string[];
  readonly repeated: readonly string[];
  readonly wrong: readonly string[];
  readonly coverage: readonly string[];
}

/** Compares what was said with what was to be said. */
export function tally(lines: readonly string[], expected: readonly string[]): Tally {
  const seen = new Set<string>();
  const repeated: string[] = [];
  for (const line of lines) {
    if (seen.has(line)) repeated.push(line);
    seen.add(line);
  }
  const coverage = [...seen].filter((line) => line.includes(' coverage/'));
  return {
    lost: expected.filter((line) => !seen.has(line)),
    repeated,
    wrong: [...seen].filter((line) => !expected.includes(line) && !coverage.includes(line)),
    coverage,
  };
}
