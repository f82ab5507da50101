import { type MinutePart, type ReadWindow, readMinutes, type StoredMetric } from '../traffic/metrics-store';
import type { JsonObject } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

const STATISTICS: Readonly<Record<string, (parts: readonly MinutePart[]) => number>> = {
  Sum: (parts) => parts.reduce((sum, part) => sum + part.sum, 0),
  SampleCount: (parts) => parts.reduce((sum, part) => sum + part.count, 0),
  Average: (parts) => parts.reduce((sum, part) => sum + part.sum, 0) / parts.reduce((sum, part) => sum + part.count, 0),
  Minimum: (parts) => Math.min(...parts.map((part) => part.minimum)),
  Maximum: (parts) => Math.max(...parts.map((part) => part.maximum)),
};

/** A datapoint. */
export interface Point {
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly value: number;
}

const DAY_MS = 86_400_000;

/** Milliseconds for which points of a period are kept. Source: CloudWatch metrics retention, 2026-10. */
function keptFor(period: number): number {
  return (period % 3600 === 0 ? 455 : period % 300 === 0 ? 63 : 15) * DAY_MS;
}

/** The points of one MetricStat in `[start, end)`, in seconds, by period, of what shows now. */
export function readPoints(
  metric: StoredMetric | undefined,
  stat: string,
  period: number,
  range: { start: number; end: number } & Pick<ReadWindow, 'now' | 'heldUntil'>,
): Point[] {
  const statistic = STATISTICS[stat];
  if (!statistic) throw new ServiceError('InvalidParameterValue', `The local account knows no statistic ${stat}`);
  if (!Number.isInteger(period / 60) || period < 60)
    throw new ServiceError('InvalidParameterValue', 'Period must be a multiple of 60');
  if (!metric) return [];
  const kept = range.now - keptFor(period);
  const byPeriod = new Map<number, MinutePart[]>();
  const { start: from, end: until, ...shown } = range;
  const window = { ...shown, from: from * 1000, until: until * 1000 };
  for (const { minute, parts } of readMinutes(metric, window)) {
    if (minute * 60_000 < kept) continue;
    const start = Math.floor((minute * 60) / period) * period;
    const list = byPeriod.get(start);
    if (list) list.push(...parts);
    else byPeriod.set(start, [...parts]);
  }
  return [...byPeriod].map(([timestamp, parts]) => ({ timestamp, value: statistic(parts) }));
}

/** The points `[offset, offset + size)` over all results; a result with points left is PartialData. */
export function toDataPage(
  results: readonly { id: string; points: readonly Point[] }[],
  offset: number,
  size: number,
): JsonObject {
  let before = 0;
  const shown: JsonObject[] = [];
  for (const { id, points } of results) {
    const from = Math.max(0, offset - before);
    const until = Math.max(from, Math.min(points.length, offset + size - before));
    const isHere = until > from || (points.length === 0 && offset === 0);
    if (isHere) {
      const part = points.slice(from, until);
      shown.push({
        Id: id,
        Label: id,
        Timestamps: part.map((point) => point.timestamp),
        Values: part.map((point) => point.value),
        StatusCode: until < points.length ? 'PartialData' : 'Complete',
      });
    }
    before += points.length;
  }
  return {
    MetricDataResults: shown,
    Messages: [],
    ...(offset + size < before ? { NextToken: `page-${offset + size}` } : {}),
  };
}
