import { type Dimensions, type MetricsStore, readMinutes, type StoredMetric } from '../traffic/metrics-store';
import { type JsonObject, type JsonService, numberOf, objectsOf, textOf, toOffset, toPage } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';
import { type Point, readPoints, toDataPage } from './metric-points';
import { putMetricData } from './put-metric-data';

/** Where the service answers from. */
export interface CloudWatchSettings {
  readonly store: MetricsStore;
  /** Milliseconds since 1970 on the simulated clock. */
  readonly now: () => number;
  /** See {@link ReadWindow}. @default - nothing is held back */
  readonly heldUntil?: (minute: number) => number;
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

/** The CloudWatch API of the account, as far as the product uses it. Metric math is not evaluated. */
export function createCloudWatch({
  store,
  now,
  heldUntil = () => 0,
  listPageSize,
  dataPageSize,
  onMetricsRequested,
}: CloudWatchSettings): JsonService {
  const shown = () => ({ now: now(), heldUntil });
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
      ...shown(),
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
      putMetricData(store, input, now());
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
        return readMinutes(metric, { from: oldest, until: now(), ...shown() }).length > 0;
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
      const ids = queries.map((query) => textOf(query, 'Id') ?? '');
      const wrong = ids.find((id, index) => !/^[a-z]\w*$/.test(id) || ids.indexOf(id) !== index);
      if (wrong !== undefined)
        throw new ServiceError('ValidationError', `The id "${wrong}" is a duplicate or does not begin in lower case.`);
      const { start, end } = needRange(input);
      const isAscending = textOf(input, 'ScanBy') === 'TimestampAscending';
      onMetricsRequested(queries.length);
      const results = queries.map((query) => {
        const points = readQuery(query, start, end);
        return { id: textOf(query, 'Id') ?? '', points: isAscending ? points : points.reverse() };
      });
      const size = Math.min(numberOf(input, 'MaxDatapoints') ?? 100_800, dataPageSize);
      return toDataPage(results, toOffset(textOf(input, 'NextToken')), size);
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
      const byTime = new Map<number, Record<string, unknown>>();
      for (const stat of (input.Statistics as string[] | undefined) ?? []) {
        for (const { timestamp, value } of readPoints(store.find(identity), stat, period, { start, end, ...shown() })) {
          byTime.set(timestamp, { ...byTime.get(timestamp), Timestamp: timestamp, [stat]: value, Unit: 'None' });
        }
      }
      // AWS gives them in no order: newest first is as good as any, and not what a careless reader expects.
      return { Label: identity.name, Datapoints: [...byTime.values()].reverse() };
    },
  };
}
