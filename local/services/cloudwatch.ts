import {
  type Dimensions,
  type MetricIdentity,
  type MetricsStore,
  readMinutes,
  type StoredMetric,
} from '../traffic/metrics-store';
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

/** What the service answers from, with what it shows now. */
type Shown = Required<CloudWatchSettings>;

function readWindow({ now, heldUntil }: Shown): { now: number; heldUntil: (minute: number) => number } {
  return { now: now(), heldUntil };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** @throws ServiceError for a range that ends before it starts. */
function needRange(input: JsonObject): Range {
  const [start, end] = [numberOf(input, 'StartTime'), numberOf(input, 'EndTime')];
  if (start === undefined || end === undefined || start >= end) {
    throw new ServiceError('ValidationError', 'The parameter StartTime must be less than the parameter EndTime.');
  }
  return { start, end };
}

function toIdentity(metric: JsonObject): MetricIdentity {
  return {
    namespace: textOf(metric, 'Namespace') ?? '',
    name: textOf(metric, 'MetricName') ?? '',
    dimensions: toDimensions(metric),
  };
}

/** Whether a metric has all the dimensions asked for, with the values asked for. */
function hasDimensions({ dimensions }: StoredMetric, filters: readonly JsonObject[]): boolean {
  return filters.every((filter) => {
    const [name, value] = [textOf(filter, 'Name') ?? '', textOf(filter, 'Value')];
    return name in dimensions && (value === undefined || dimensions[name] === value);
  });
}

function listMetrics(input: JsonObject, settings: Shown): JsonObject {
  const [namespace, name] = [textOf(input, 'Namespace'), textOf(input, 'MetricName')];
  const filters = objectsOf(input, 'Dimensions');
  const until = settings.now();
  const from = until - (textOf(input, 'RecentlyActive') === 'PT3H' ? THREE_HOURS_MS : TWO_WEEKS_MS);
  const matching = settings.store
    .all()
    .filter(
      (metric) =>
        (namespace === undefined || metric.namespace === namespace) &&
        (name === undefined || metric.name === name) &&
        hasDimensions(metric, filters) &&
        readMinutes(metric, { from, until, ...readWindow(settings) }).length > 0,
    );
  const { page, next } = toPage(matching, textOf(input, 'NextToken'), Math.min(500, settings.listPageSize));
  return { Metrics: page.map(toMetricShape), ...(next === undefined ? {} : { NextToken: next }) };
}

function readQuery(query: JsonObject, range: Range, settings: Shown): Point[] {
  const stat = query.MetricStat as JsonObject | undefined;
  if (!stat) throw new ServiceError('ValidationError', 'The local account evaluates no metric math; use MetricStat');
  const metric = settings.store.find(toIdentity(stat.Metric as JsonObject));
  return readPoints(metric, textOf(stat, 'Stat') ?? '', numberOf(stat, 'Period') ?? 0, {
    ...range,
    ...readWindow(settings),
  });
}

/** @throws ServiceError for queries that AWS would refuse: none, too many, ids that are wrong. */
function needQueries(input: JsonObject): JsonObject[] {
  const queries = objectsOf(input, 'MetricDataQueries');
  if (queries.length === 0 || queries.length > QUERIES_PER_CALL) {
    const size = `The collection MetricDataQueries must have a size of 1 to ${QUERIES_PER_CALL}`;
    throw new ServiceError('ValidationError', size);
  }
  const ids = queries.map((query) => textOf(query, 'Id') ?? '');
  const wrong = ids.find((id, index) => !/^[a-z]\w*$/.test(id) || ids.indexOf(id) !== index);
  if (wrong !== undefined)
    throw new ServiceError('ValidationError', `The id "${wrong}" is a duplicate or does not begin in lower case.`);
  return queries;
}

function getMetricData(input: JsonObject, settings: Shown): JsonObject {
  const queries = needQueries(input);
  const range = needRange(input);
  const isAscending = textOf(input, 'ScanBy') === 'TimestampAscending';
  settings.onMetricsRequested(queries.length);
  const results = queries.map((query) => {
    const points = readQuery(query, range, settings);
    return { id: textOf(query, 'Id') ?? '', points: isAscending ? points : points.reverse() };
  });
  const size = Math.min(numberOf(input, 'MaxDatapoints') ?? 100_800, settings.dataPageSize);
  return toDataPage(results, toOffset(textOf(input, 'NextToken')), size);
}

function getMetricStatistics(input: JsonObject, settings: Shown): JsonObject {
  const { start, end } = needRange(input);
  const period = numberOf(input, 'Period') ?? 60;
  if ((end - start) / period > 1440)
    throw new ServiceError('InvalidParameterCombination', 'You have requested more than 1,440 datapoints.');
  const identity = toIdentity(input);
  const metric = settings.store.find(identity);
  const byTime = new Map<number, Record<string, unknown>>();
  for (const stat of (input.Statistics as string[] | undefined) ?? []) {
    for (const { timestamp, value } of readPoints(metric, stat, period, { start, end, ...readWindow(settings) })) {
      byTime.set(timestamp, { ...byTime.get(timestamp), Timestamp: timestamp, [stat]: value, Unit: 'None' });
    }
  }
  // AWS gives them in no order: newest first is as good as any, and not what a careless reader expects.
  return { Label: identity.name, Datapoints: [...byTime.values()].reverse() };
}

/** The CloudWatch API of the account, as far as the product uses it. Metric math is not evaluated. */
export function createCloudWatch(settings: CloudWatchSettings): JsonService {
  const shown: Shown = { heldUntil: () => 0, ...settings };
  return {
    PutMetricData: (input) => {
      putMetricData(shown.store, input, shown.now());
      return {};
    },
    ListMetrics: (input) => listMetrics(input, shown),
    GetMetricData: (input) => getMetricData(input, shown),
    GetMetricStatistics: (input) => getMetricStatistics(input, shown),
  };
}
