import type { QuotaCatalog } from '../../lib/core/quotas/catalog';
import { lackingFrom } from '../../lib/core/traffic/echo';
import type { BlindSpot, Read } from '../../lib/core/vocabulary/blind-spot';
import { CLOCK_SKEW_MINUTES, HISTORY_MINUTES } from '../../lib/core/vocabulary/cadence';
import type { MappedQuota } from '../../lib/core/vocabulary/quota';
import { toStatement } from '../../lib/core/vocabulary/statement';
import { type EpochMinute, toIso } from '../../lib/core/vocabulary/time';
import { type FoundHistories, loadHistories, tellNewerHours } from '../memory/histories';
import { toPresent } from '../memory/present';
import { EMPTY_STATE, type FoundState, loadState, settleState, type WatchdogState } from '../memory/state';
import { tellStored } from '../memory/stored';
import type { KnownUsage } from '../reading/read-usage';
import type { PollSurroundings } from './material';

/** Whether a quota of the runtime endpoint counts tokens of one direction alone. */
function countsDirection({ endpoint, dimension, modelIds }: MappedQuota): boolean {
  const isDirection = dimension === 'inputTokensPerMinute' || dimension === 'outputTokensPerMinute';
  return endpoint === 'runtime' && isDirection && modelIds.length > 0;
}

/** The state that can be gone on with; what cannot is set aside first, and told. */
export interface Recalled extends Pick<FoundState, 'table' | 'version'> {
  readonly state: WatchdogState;
  readonly blindSpots: readonly BlindSpot[];
}

/** The state of the table, or an empty one in place of one that cannot be read; never one that lies in the future. */
export async function recallState(
  { table: whole, machineNow }: Pick<PollSurroundings, 'table' | 'machineNow'>,
  now: EpochMinute,
): Promise<Recalled> {
  const found = await loadState(whole);
  const { table, version } = found;
  const settled = await settleState(found, now);
  const { state, future } = toPresent(found.value ?? EMPTY_STATE, now, machineNow + CLOCK_SKEW_MINUTES);
  if (future === null) return { table, version, state, blindSpots: settled };
  const ahead = tellStored(table, 'state', toStatement('storedFuture', toIso(future)), 'storedPresent');
  return { table, version, state, blindSpots: [...settled, ahead] };
}

/** The minutes of the day: those this process kept, else those of the table. */
export async function recallMinutes(
  { table, memory }: Pick<PollSurroundings, 'table' | 'memory'>,
  state: WatchdogState,
  now: EpochMinute,
): Promise<FoundHistories & Pick<KnownUsage, 'areJudged'>> {
  const from = now - HISTORY_MINUTES;
  const kept = memory.recall(state, from);
  if (!kept) return { ...(await loadHistories(table, state, from)), areJudged: false };
  return { histories: kept, broken: [], gaps: new Set(), blindSpots: tellNewerHours(table), areJudged: true };
}

/** A series whose minutes have a gap is as one that was never read: the next read brings the whole day. */
export function forgetGaps(series: WatchdogState['series'], gaps: ReadonlySet<string>): WatchdogState['series'] {
  if (gaps.size === 0) return series;
  return Object.fromEntries(
    Object.entries(series).map(([key, one]) => [
      key,
      gaps.has(key) ? { ...one, readUntil: null, unlistedAt: null } : one,
    ]),
  );
}

/** What reading goes by. */
export function toKnownUsage(
  { series, echo }: Pick<WatchdogState, 'series' | 'echo'>,
  { histories, areJudged }: Pick<KnownUsage, 'histories' | 'areJudged'>,
  { value: { quotas } }: Read<QuotaCatalog>,
  now: EpochMinute,
): KnownUsage {
  return {
    series,
    histories,
    areJudged,
    lacking: echo ? lackingFrom(echo, now) : null,
    needsTokens: quotas.some(countsDirection),
  };
}
