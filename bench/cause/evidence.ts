import { EMPTY_LEDGER, foldRefusals, type LedgerGroup, readRefusal, sumCalls } from '../../lib/core/refusals';
import type { CauseKind } from '../../lib/core/vocabulary/finding';
import type { Trail, TrailOptions } from '../../local/traffic/trail';
import { toTrailEnvelope } from '../../local/traffic/trail-delivery';

/** CloudTrail as it may be: one record in ten never comes, one in twenty comes twice, and all are minutes late. */
export const TRAIL: TrailOptions = { lostShare: 0.1, repeatedShare: 0.05 };

const MINUTE_MS = 60_000;

/** What CloudTrail had shown of an account's refusals at a minute, read and counted as the poller does. */
export function readEvidence(trail: Trail, now: number): readonly LedgerGroup[] {
  const readings = trail.shownBetween(0, now * MINUTE_MS).map((event) => readRefusal(toTrailEnvelope(event).detail));
  const refusals = readings.flatMap((reading) => (reading.kind === 'refusal' ? [reading.refusal] : []));
  return foldRefusals(EMPTY_LEDGER, { refusals, unreadableIds: [] }, now).groups;
}

/** What the words say by themselves; other texts name no cause. */
const SAID: Readonly<Partial<Record<LedgerGroup['kind'], CauseKind>>> = {
  tokensPerMinute: 'tokensPerMinute',
  requestsPerMinute: 'requestsPerMinute',
  tokensPerDay: 'tokensPerDay',
  capacity: 'capacity',
  modelNotReady: 'capacity',
};

/** The cause that the words of most calls name, with no metric and no quota beside them; `null`: none does. */
export function causeOfWords(groups: readonly LedgerGroup[]): CauseKind | null {
  const calls = new Map<CauseKind, number>();
  for (const { kind, minutes } of groups) {
    const said = SAID[kind];
    if (said) calls.set(said, (calls.get(said) ?? 0) + sumCalls(minutes));
  }
  return [...calls].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
