import {
  type CloudWatchClient,
  ListMetricsCommand,
  type Metric,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import {
  type ActiveSeries,
  chooseSets,
  type ListedMetric,
  MODEL_DIMENSION,
  sourceOf,
} from '../lib/core/traffic/dimension-sets';
import type { MetricSource } from '../lib/core/traffic/metrics';
import { isAmount } from '../lib/core/vocabulary/amount';
import type { BlindSpot, Read } from '../lib/core/vocabulary/blind-spot';
import { isIdText } from '../lib/core/vocabulary/outside-text';
import { parseSetText, type SeriesIdentity, seriesKeyOf } from '../lib/core/vocabulary/series-key';
import { toStatement } from '../lib/core/vocabulary/statement';
import type { EpochMinute } from '../lib/core/vocabulary/time';
import { describeAwsError, mergeBlindSpots, readPages } from './aws-error';
import { linkedAccountOf } from './linked-account';
import { takeRows } from './rows';

/** Where each source counts its calls. Source: Amazon Bedrock metrics in CloudWatch, 2026-10. */
const NAMESPACES: Readonly<Record<MetricSource, string>> = {
  runtime: 'AWS/Bedrock',
  mantle: 'AWS/BedrockMantle',
  agents: 'AWS/Bedrock/Agents',
};

/** What CloudWatch calls a metric of a series. */
export function toMetric(series: SeriesIdentity, metricName: string) {
  const source = sourceOf(series);
  const { modelId, set = '' } = series;
  const model = modelId === '' ? [] : [{ name: MODEL_DIMENSION[source], value: modelId }];
  const dimensions = [...model, ...parseSetText(set)];
  return {
    Namespace: NAMESPACES[source],
    MetricName: metricName,
    Dimensions: dimensions.map(({ name, value }) => ({ Name: name, Value: value })),
  };
}

/** Whether the names of a metric can be shown, where it has them: each becomes a part of findings and of texts. */
function hasReadableNames({ MetricName, Dimensions }: Metric): boolean {
  const names = (Dimensions ?? []).flatMap((one) => [one?.Name, one?.Value]);
  return [MetricName, ...names].every((name) => !name || isIdText(name));
}

/** The metrics of a source. Those of the mantle may have no model, when a call's does not resolve. */
async function listMetrics(
  client: CloudWatchClient,
  source: MetricSource,
  recentOnly: boolean,
): Promise<Read<ListedMetric[]>> {
  const account = linkedAccountOf(client)?.accountId;
  const listed = await readPages('cloudwatch:ListMetrics', async (token) => {
    const reply = await client.send(
      new ListMetricsCommand({
        Namespace: NAMESPACES[source],
        ...(source === 'mantle' ? {} : { Dimensions: [{ Name: MODEL_DIMENSION[source] }] }),
        ...(account === undefined ? {} : { IncludeLinkedAccounts: true, OwningAccount: account }),
        NextToken: token,
        ...(recentOnly ? { RecentlyActive: 'PT3H' as const } : {}),
      }),
    );
    return { items: reply.Metrics ?? [], next: reply.NextToken };
  });
  const rows = takeRows('cloudwatch:ListMetrics', listed, hasReadableNames);
  const value = rows.value.flatMap(({ MetricName, Dimensions }): ListedMetric[] => {
    const dimensions = (Dimensions ?? []).map((one) => ({ name: one?.Name ?? '', value: one?.Value ?? '' }));
    return MetricName && dimensions.every(({ name, value: one }) => name !== '' && one !== '')
      ? [{ source, name: MetricName, dimensions }]
      : [];
  });
  return { value, blindSpots: rows.blindSpots };
}

async function listAll(client: CloudWatchClient, recentOnly: boolean): Promise<Read<ListedMetric[]>> {
  const sources: readonly MetricSource[] = ['runtime', 'mantle', 'agents'];
  const listed = await Promise.all(sources.map((source) => listMetrics(client, source, recentOnly)));
  return {
    value: listed.flatMap(({ value }) => value),
    blindSpots: mergeBlindSpots(listed.flatMap(({ blindSpots }) => blindSpots)),
  };
}

/** An account that shares nothing looks like one without traffic: where nothing is listed, it is asked itself. */
async function findUnlinked(client: CloudWatchClient, listed: Read<ListedMetric[]>): Promise<readonly BlindSpot[]> {
  const linked = linkedAccountOf(client);
  if (linked === null || listed.value.length + listed.blindSpots.length > 0) return [];
  const direct = await listAll(linked.direct, true);
  if (direct.value.length === 0) return direct.blindSpots;
  return [{ source: 'cloudwatch:ListMetrics', ...toStatement('notLinked', linked.accountId) }];
}

/**
 * The series with data, and their metrics, of all sources: one ListMetrics each. A listing that fails hides nothing of the
 * others.
 * @param recentOnly only series with points in the last three hours; else the last two weeks.
 */
export async function readActiveSeries(client: CloudWatchClient, recentOnly: boolean): Promise<Read<ActiveSeries[]>> {
  const listed = await listAll(client, recentOnly);
  const unlinked = await findUnlinked(client, listed);
  return {
    value: chooseSets(listed.value).sort((a, b) => (seriesKeyOf(a) < seriesKeyOf(b) ? -1 : 1)),
    blindSpots: [...listed.blindSpots, ...unlinked],
  };
}

/** One value of one of the watchdog's own metrics. */
export interface OwnMetric {
  readonly name: string;
  readonly value: number;
  readonly unit: 'Percent' | 'Count';
  /** Dimension beside the one that all own metrics carry. @default - none */
  readonly dimension?: { readonly name: string; readonly value: string };
}

/** PutMetricData takes at most so many metrics a call. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html (read 2026-11) */
const METRICS_PER_CALL = 1_000;

const PUT = 'cloudwatch:PutMetricData';

/**
 * Publishes the watchdog's own metrics for one moment. One without a value that can be is left out and told, and a call that
 * fails takes no other's metrics with it; the only errors are the returned ones, and they fail no evaluation.
 */
export async function putOwnMetrics(
  client: CloudWatchClient,
  metrics: readonly OwnMetric[],
  target: { namespace: string; dimension: { name: string; value: string }; at: EpochMinute },
): Promise<BlindSpot[]> {
  const sound = metrics.filter(({ value }) => isAmount(value));
  const unsound = metrics.filter(({ value }) => !isAmount(value)).map(({ name }) => name);
  const blindSpots: BlindSpot[] =
    unsound.length > 0 ? [{ source: PUT, ...toStatement('unsound', [...new Set(unsound)]) }] : [];
  for (let start = 0; start < sound.length; start += METRICS_PER_CALL) {
    const MetricData = sound.slice(start, start + METRICS_PER_CALL).map(({ name, value, unit, dimension }) => ({
      MetricName: name,
      Value: value,
      Unit: unit,
      Timestamp: new Date(target.at * 60_000),
      Dimensions: [target.dimension, ...(dimension ? [dimension] : [])].map((one) => ({
        Name: one.name,
        Value: one.value,
      })),
    }));
    try {
      await client.send(new PutMetricDataCommand({ Namespace: target.namespace, MetricData }));
    } catch (error) {
      blindSpots.push(describeAwsError(PUT, error));
    }
  }
  return mergeBlindSpots(blindSpots);
}
