import {
  type Dimensions,
  type MetricsStore,
  type MinuteStatistics,
  newestVisibleMinute,
  type StoredMetric,
} from '../metrics-store';
import { ServiceError } from '../service-error';
import { type JsonObject, type JsonService, numberOf, objectsOf, textOf, toPage } from '../wire/aws-json';

/** Where the service answers from. */
export interface CloudWatchSettings {
  readonly store: MetricsStore;
  /** Milliseconds since 1970 on the simulated clock. */
  readonly now: () => number;
  /** Metrics a page of ListMetrics; AWS's own limit is 500. */
  readonly listPageSize: number;
  /** Points a page of GetMetricData; AWS's own limit is 100,800. */
  readonly dataPageSize: number;
  /** Told how many metrics a GetMetricData call asked for, for that is what AWS bills. */
  readonly onMetricsRequested: (count: number) => void;
}

const MINUTE_MS = 60_000;
const THREE_HOURS_MS = 3 * 60 * MINUTE_MS;
const TWO_WEEKS_MS = 14 * 24 * 60 * MINUTE_MS;
const QUERIES_PER_CALL = 500;

const STATISTICS: Readonly<Record<string, (minutes: readonly MinuteStatistics[]) => number>> = {
  Sum: (minutes) => minutes.reduce((sum, minute) => sum + minute.sum, 0),
  SampleCount: (minutes) => minutes.reduce((sum, minute) => sum + minute.count, 0),
  Average: (minutes) =>
    minutes.reduce((sum, minute) => sum + minute.sum, 0) / minutes.reduce((sum, minute) => sum + minute.count, 0),
  Minimum: (minutes) => Math.min(...minutes.map((minute) => minute.minimum)),
  Maximum: (minutes) => Math.max(...minutes.map((minute) => minute.maximum)),
};

function toDimensions(input: JsonObject): Dimensions {
  return Object.fromEntries(
    objectsOf(input, 'Dimensions').map((one) => [textOf(one, 'Name') ?? '', textOf(one, 'Value') ?? '']),
  );
}

function toMetricShape({ namespace, name, dimensions }: StoredMetric): JsonObject {
  return {
    Namespace: namespace,
    MetricName: name,
    Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
  };
}

interface Point {
  readonly timestamp: number;
  readonly value: number;
}

/** The points of one MetricStat in `[start, end)`, by period, of what shows now. */
function readPoints(
  metric: StoredMetric | undefined,
  stat: string,
  period: number,
  range: { start: number; end: number; now: number },
): Point[] {
  const statistic = STATISTICS[stat];
  if (!statistic) throw new ServiceError('InvalidParameterValue', `The local account knows no statistic ${stat}`);
  if (!Number.isInteger(period / 60) || period < 60)
    throw new ServiceError('InvalidParameterValue', 'Period must be a multiple of 60');
  const byPeriod = new Map<number, MinuteStatistics[]>();
  for (const [minute, statistics] of metric?.minutes ?? []) {
    const time = minute * 60;
    if (statistics.visibleAt > range.now || time < range.start || time >= range.end) continue;
    const start = Math.floor(time / period) * period;
    const list = byPeriod.get(start);
    if (list) list.push(statistics);
    else byPeriod.set(start, [statistics]);
  }
  return [...byPeriod]
    .map(([timestamp, minutes]) => ({ timestamp, value: statistic(minutes) }))
    .sort((a, b) => a.timestamp - b.timestamp);
}

/** The CloudWatch API of the account, as far as the product uses it. Metric math is not evaluated. */
export function createCloudWatch({
  store,
  now,
  listPageSize,
  dataPageSize,
  onMetricsRequested,
}: CloudWatchSettings): JsonService {
  const readQuery = (query: JsonObject, start: number, end: number): Point[] => {
    const stat = query.MetricStat as JsonObject | undefined;
    if (!stat) throw new ServiceError('ValidationError', 'The local account evaluates no metric math; use MetricStat');
    const metric = stat.Metric as JsonObject;
    const identity = {
      namespace: textOf(metric, 'Namespace') ?? '',
      name: textOf(metric, 'MetricName') ?? '',
      dimensions: toDimensions(metric),
    };
    return readPoints(store.find(identity), textOf(stat, 'Stat') ?? '', numberOf(stat, 'Period') ?? 0, {
      start,
      end,
      now: now(),
    });
  };

  const needRange = (input: JsonObject) => {
    const [start, end] = [numberOf(input, 'StartTime'), numberOf(input, 'EndTime')];
    if (start === undefined || end === undefined || start >= end) {
      throw new ServiceError('ValidationError', 'The parameter StartTime must be less than the parameter EndTime.');
    }
    return { start, end };
  };

  return {
    PutMetricData: (input) => {
      const namespace = textOf(input, 'Namespace') ?? '';
      for (const datum of objectsOf(input, 'MetricData')) {
        const value = numberOf(datum, 'Value');
        if (value === undefined || !Number.isFinite(value))
          throw new ServiceError('InvalidParameterValue', 'The value must be a finite number');
        const seconds = numberOf(datum, 'Timestamp') ?? now() / 1000;
        store.record(
          { namespace, name: textOf(datum, 'MetricName') ?? '', dimensions: toDimensions(datum) },
          { minute: Math.floor(seconds / 60), sum: value },
        );
      }
      return {};
    },

    ListMetrics: (input) => {
      const namespace = textOf(input, 'Namespace');
      const name = textOf(input, 'MetricName');
      const filters = objectsOf(input, 'Dimensions').map(
        (one) => [textOf(one, 'Name') ?? '', textOf(one, 'Value')] as const,
      );
      const oldest = now() - (textOf(input, 'RecentlyActive') === 'PT3H' ? THREE_HOURS_MS : TWO_WEEKS_MS);
      const matching = store.all().filter((metric) => {
        if ((namespace !== undefined && metric.namespace !== namespace) || (name !== undefined && metric.name !== name))
          return false;
        if (
          !filters.every(
            ([key, value]) => key in metric.dimensions && (value === undefined || metric.dimensions[key] === value),
          )
        )
          return false;
        const newest = newestVisibleMinute(metric, now());
        return newest !== null && (newest + 1) * MINUTE_MS > oldest;
      });
      const { page, next } = toPage(matching, textOf(input, 'NextToken'), Math.min(500, listPageSize));
      return { Metrics: page.map(toMetricShape), ...(next === undefined ? {} : { NextToken: next }) };
    },

    GetMetricData: (input) => {
      const queries = objectsOf(input, 'MetricDataQueries');
      if (queries.length === 0 || queries.length > QUERIES_PER_CALL) {
        throw new ServiceError(
          'ValidationError',
          `The collection MetricDataQueries must have a size of 1 to ${QUERIES_PER_CALL}`,
        );
      }
      const { start, end } = needRange(input);
      const isAscending = textOf(input, 'ScanBy') === 'TimestampAscending';
      onMetricsRequested(queries.length);
      const results = queries.map((query) => {
        const points = readQuery(query, start, end);
        return { id: textOf(query, 'Id') ?? '', points: isAscending ? points : points.reverse() };
      });
      const size = Math.min(numberOf(input, 'MaxDatapoints') ?? 100_800, dataPageSize);
      const offset = Number(textOf(input, 'NextToken')?.replace('point-', '') ?? 0);
      return toDataPage(results, offset, size);
    },

    GetMetricStatistics: (input) => {
      const { start, end } = needRange(input);
      const period = numberOf(input, 'Period') ?? 60;
      if ((end - start) / period > 1440)
        throw new ServiceError('InvalidParameterCombination', 'You have requested more than 1,440 datapoints.');
      const identity = {
        namespace: textOf(input, 'Namespace') ?? '',
        name: textOf(input, 'MetricName') ?? '',
        dimensions: toDimensions(input),
      };
      const [stat = 'Sum'] = (input.Statistics as string[] | undefined) ?? [];
      const points = readPoints(store.find(identity), stat, period, { start, end, now: now() });
      return {
        Label: identity.name,
        Datapoints: points.map(({ timestamp, value }) => ({ Timestamp: timestamp, [stat]: value, Unit: 'None' })),
      };
    },
  };
}

/** The points `[offset, offset + size)` over all results; a result with points left is PartialData. */
function toDataPage(
  results: readonly { id: string; points: readonly Point[] }[],
  offset: number,
  size: number,
): JsonObject {
  let before = 0;
  const shown: JsonObject[] = [];
  for (const { id, points } of results) {
    const from = Math.max(0, offset - before);
    const until = Math.min(points.length, offset + size - before);
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
    ...(offset + size < before ? { NextToken: `point-${offset + size}` } : {}),
  };
}
