import { spellMinute } from './judge';
import { countKey, type DeniedBurst, FINAL_AFTER, type RefusalPlan } from './refusals';
import type { Told } from './told';

/** The watchdog counts so many minutes back; what is denied is over when none of them has any. */
const COUNTED_BACK = 180;

/** Minutes in which an alert must follow the last event of its burst, and its end the last counted minute. */
const SLACK = 75;

/** What came of the refused calls. */
export interface RefusalResult {
  /** Refused calls until the last minute whose count is final. */
  readonly made: number;
  /** Those whose record came, and how many of them came twice. */
  readonly delivered: number;
  readonly repeated: number;
  readonly counted: number;
  /** Calls that are counted too often, and not at all though their record came. */
  readonly twice: number;
  readonly missing: number;
  readonly bursts: number;
  /** What is wrong with the alerts of calls that were denied, one sentence each. */
  readonly wrong: readonly string[];
}

function judgeBurst(burst: DeniedBurst, told: readonly Told[], end: number): string[] {
  const { findingId, start, refusals } = burst;
  const came = refusals.filter(({ deliveredAt }) => deliveredAt.length > 0);
  const lastEvent = Math.max(...came.map(({ minute }) => minute));
  const lastDelivery = Math.max(...came.map(({ deliveredAt }) => deliveredAt[0] ?? 0));
  const name = `${findingId}, denied from ${spellMinute(start)}`;
  const opened = told.filter(({ event }) => event === 'opened');
  const recovered = told.filter(({ event }) => event === 'recovered');
  const isDue = lastDelivery + SLACK <= end;
  const isEndDue = lastEvent + COUNTED_BACK + SLACK <= end;
  return [
    ...(opened.length === 0 && isDue ? [`${name}: never told`] : []),
    ...(opened.length > 1 ? [`${name}: told ${opened.length} times`] : []),
    ...opened
      .filter(({ at }) => at < start || at > lastDelivery + SLACK)
      .map(({ at }) => `${name}: told at ${spellMinute(at)}`),
    ...(recovered.length === 0 && isEndDue ? [`${name}: its end never told`] : []),
    ...(recovered.length > 1 ? [`${name}: its end told ${recovered.length} times`] : []),
    ...recovered
      .filter(({ at }) => at < lastEvent + COUNTED_BACK || at > lastEvent + COUNTED_BACK + SLACK)
      .map(({ at }) => `${name}: its end told at ${spellMinute(at)}`),
  ];
}

/** Alerts of denied calls, held to the bursts; one that belongs to none is wrong. */
function judgeAlerts(bursts: readonly DeniedBurst[], told: readonly Told[], end: number): string[] {
  const left = new Set(told);
  const wrong = bursts.flatMap((burst) => {
    const next = bursts.find(({ findingId, start }) => findingId === burst.findingId && start > burst.start);
    const own = told.filter(
      ({ findingId, at }) =>
        findingId === burst.findingId && at >= burst.start && at < (next?.start ?? Number.POSITIVE_INFINITY),
    );
    for (const one of own) left.delete(one);
    return judgeBurst(burst, own, end);
  });
  return [...wrong, ...[...left].map(({ findingId, at }) => `${findingId} at ${spellMinute(at)}: nothing was denied`)];
}

/**
 * Holds what was counted, by minute, and told against what was delivered.
 * @param counts by {@link countKey}, when they were final.
 */
export function judgeRefusals(
  { refusals, bursts }: RefusalPlan,
  counts: ReadonlyMap<string, number>,
  told: readonly Told[],
  end: number,
): RefusalResult {
  const final = refusals.filter(({ minute }) => minute <= end - FINAL_AFTER);
  const came = final.filter(({ deliveredAt }) => deliveredAt.length > 0);
  const expected = new Map<string, number>();
  for (const { kind, model, minute } of came) {
    const key = countKey(kind, model.modelId, minute);
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  const differences = [...new Set([...expected.keys(), ...counts.keys()])].map(
    (key) => (counts.get(key) ?? 0) - (expected.get(key) ?? 0),
  );
  return {
    made: final.length,
    delivered: came.length,
    repeated: came.filter(({ deliveredAt }) => deliveredAt.length > 1).length,
    counted: [...counts.values()].reduce((sum, calls) => sum + calls, 0),
    twice: differences.reduce((sum, one) => sum + Math.max(0, one), 0),
    missing: differences.reduce((sum, one) => sum + Math.max(0, -one), 0),
    bursts: bursts.filter(({ start }) => start <= end).length,
    wrong: judgeAlerts(
      bursts.filter(({ start }) => start <= end),
      told.filter(({ kind }) => kind === 'refused'),
      end,
    ),
  };
}
