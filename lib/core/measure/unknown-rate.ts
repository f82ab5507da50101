import type { ModelTraffic, TrafficMinute } from '../traffic/model-traffic';
import { minutesFrom } from '../vocabulary/minute-list';
import { type Measurement, toUtilizationPercent } from './measurement';

/** The highest rate AWS names for any model. Source: AWS documentation on token burndown rates, 2026-10. */
export const HIGHEST_RATE = 15;

/** What a use may come to whose models have no burndown rate that is known. */
export interface UnknownRate {
  /** The models, sorted. */
  readonly modelIds: readonly string[];
  /** Quota tokens with 1 per output token, which is what is counted, and with {@link HIGHEST_RATE}. */
  readonly atOne: number;
  readonly atHighest: number;
  /** In percent of the limit; `null` for a zero quota. */
  readonly percentAtHighest: number | null;
}

/** Minutes whose quota tokens were counted with a rate of 1 for want of a known one. */
function countedAtOne({ day, usage }: Measurement, { rate, minutes }: ModelTraffic): readonly TrafficMinute[] {
  if (rate !== null) return [];
  const lowest = minutes.filter(({ provenance, output }) => provenance === 'lowerBound' && output > 0);
  if (!day) return lowest.filter(({ minute }) => minute === usage.at);
  return minutesFrom(lowest, day[usage.window === 'utcDay' ? 'utcDay' : 'rolling24h'].from);
}

/** What the use of a quota of tokens may come to; `null` where CloudWatch or a known rate says what it is. */
export function readUnknownRate(measurement: Measurement): UnknownRate | null {
  const { quota, traffic, usage, limit } = measurement;
  if (quota.dimension !== 'tokensPerMinute' && quota.dimension !== 'tokensPerDay') return null;
  const unknown = traffic
    .map((modelTraffic) => ({ modelTraffic, minutes: countedAtOne(measurement, modelTraffic) }))
    .filter(({ minutes }) => minutes.length > 0);
  if (unknown.length === 0) return null;
  const output = unknown.flatMap(({ minutes }) => minutes).reduce((sum, minute) => sum + minute.output, 0);
  const atHighest = usage.value + output * (HIGHEST_RATE - 1);
  return {
    modelIds: [...new Set(unknown.map(({ modelTraffic }) => modelTraffic.baseModelId))].sort(),
    atOne: usage.value,
    atHighest,
    percentAtHighest: toUtilizationPercent(atHighest, limit),
  };
}
