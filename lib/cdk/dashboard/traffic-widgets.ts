import { GraphWidget, type IWidget, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import {
  METRIC_DIMENSION,
  METRIC_NAMESPACE,
  METRICS,
  QUOTA_DIMENSION,
  QUOTA_METRIC,
  REGION_DIMENSION,
} from '../../contract';
import type { StackWords } from '../../language/en/stack';
import { FULL_WIDTH, GRAPH_HEIGHT, MINUTE } from './grid';

/** A graph of whatever metrics there are at the time: a line each, new ones included, without a deployment. */
function searchGraph(
  title: string,
  width: number,
  searches: readonly { readonly query: string; readonly label: string; readonly searchRegion?: string }[],
  statistic: string,
): IWidget {
  return new GraphWidget({
    title,
    width,
    height: GRAPH_HEIGHT,
    left: searches.map(
      ({ query, ...shown }) =>
        new MathExpression({
          expression: `SEARCH('${query}', '${statistic}', ${MINUTE.toSeconds()})`,
          usingMetrics: {},
          ...shown,
          period: MINUTE,
        }),
    ),
    leftYAxis: { min: 0, showUnits: false },
  });
}

/** What a graph of models draws. */
interface ModelGraph {
  readonly metricNames: readonly string[];
  readonly statistic: string;
  /** Of the own account; several, or the own alone. */
  readonly regions: readonly string[];
}

/**
 * A graph with a line for each ModelId. The schema names the one dimension set `ModelId`: a call is counted in several
 * sets (service tiers, image sizes), and a looser search would draw it more than once.
 */
function perModelGraph(title: string, { metricNames, statistic, regions }: ModelGraph): IWidget {
  const searches = metricNames.map((name) => ({
    query: `{AWS/Bedrock,ModelId} MetricName="${name}"`,
    label: metricNames.length > 1 ? name : '',
  }));
  const ofRegions = regions.flatMap((searchRegion) =>
    searches.map(({ query, label }) => ({ query, label: `${searchRegion} ${label}`.trim(), searchRegion })),
  );
  return searchGraph(title, FULL_WIDTH / 2, regions.length > 1 ? ofRegions : searches, statistic);
}

/** What each model does: quota tokens, calls, throttles, errors, latency. @param regions several, if not the own alone. */
export function trafficWidgets({ titles }: StackWords, regions: readonly string[] = []): IWidget[][] {
  const perModel = (title: string, metricNames: readonly string[], statistic: string) =>
    perModelGraph(title, { metricNames, statistic, regions });
  return [
    [perModel(titles.tokens, ['EstimatedTPMQuotaUsage'], 'Sum'), perModel(titles.calls, ['Invocations'], 'Sum')],
    [
      perModel(titles.throttled, ['InvocationThrottles'], 'Sum'),
      perModel(titles.errors, ['InvocationClientErrors', 'InvocationServerErrors'], 'Sum'),
    ],
    [perModel(titles.latency, ['InvocationLatency'], 'p90'), perModel(titles.firstToken, ['TimeToFirstToken'], 'p90')],
  ];
}

/** A line for each value of a dimension that one of the watchdog's own metrics has. */
function eachGraph(
  title: string,
  { dimension, metric }: { dimension: string; metric: string },
  watchdogName: string,
): IWidget {
  const query = `{${METRIC_NAMESPACE},${METRIC_DIMENSION},${dimension}} MetricName="${metric}" ${METRIC_DIMENSION}="${watchdogName}"`;
  return searchGraph(title, FULL_WIDTH, [{ query, label: '' }], 'Maximum');
}

/** A line for each Region; only where these metrics are published. */
export function regionWidgets(watchdogName: string, { titles }: StackWords): IWidget[] {
  const highest = { dimension: REGION_DIMENSION, metric: METRICS.highestUtilization };
  return [eachGraph(titles.eachRegion, highest, watchdogName)];
}

/** A line for each quota with traffic; only where these metrics are published. */
export function quotaWidgets(watchdogName: string, { titles }: StackWords): IWidget[] {
  return [eachGraph(titles.eachQuota, { dimension: QUOTA_DIMENSION, metric: QUOTA_METRIC }, watchdogName)];
}
