import { type BedrockClient, GetModelInvocationLoggingConfigurationCommand } from '@aws-sdk/client-bedrock';
import { type CloudWatchClient, GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import {
  type CloudWatchLogsClient,
  GetQueryResultsCommand,
  type ResultField,
  StartQueryCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import type { BlindSpot } from '../lib/core/vocabulary/blind-spot';
import { cleanText } from '../lib/core/vocabulary/outside-text';
import type { EpochMinute } from '../lib/core/vocabulary/time';
import { describeAwsError } from './aws-error';

/** The calls of a principal to a model id, as the account's own log of invocations has them. */
export interface LoggedCalls {
  /** ARN; `null`: the log does not say. */
  readonly principal: string | null;
  /** As the caller named it: an id or an ARN. */
  readonly modelId: string;
  readonly requests: number;
  /** Raw tokens, cached ones included: no quota tokens. */
  readonly tokens: number;
}

/** A time, and the group that has the log. */
export interface LogPeriod {
  readonly logGroupName: string;
  readonly from: EpochMinute;
  /** Exclusive. */
  readonly until: EpochMinute;
}

/** What was read, or why not. */
export type LogRead<T> = { readonly value: T } | { readonly blindSpot: BlindSpot };

async function attempt<T>(action: string, read: () => Promise<T>): Promise<LogRead<T>> {
  try {
    return { value: await read() };
  } catch (error) {
    return { blindSpot: describeAwsError(action, error) };
  }
}

/** The log group that model invocations are logged to; `null`: to none. */
export function findInvocationLog(client: BedrockClient): Promise<LogRead<string | null>> {
  return attempt('bedrock:GetModelInvocationLoggingConfiguration', async () => {
    const { loggingConfig } = await client.send(new GetModelInvocationLoggingConfigurationCommand({}));
    return loggingConfig?.cloudWatchConfig?.logGroupName ?? null;
  });
}

const SECONDS_PER_DAY = 86_400;

/** Bytes that came into a log group, which is what a query of that time scans; `null` where no point says. */
export function readLoggedBytes(
  client: CloudWatchClient,
  { logGroupName, from, until }: LogPeriod,
): Promise<LogRead<number | null>> {
  return attempt('cloudwatch:GetMetricStatistics', async () => {
    const { Datapoints: points = [] } = await client.send(
      new GetMetricStatisticsCommand({
        Namespace: 'AWS/Logs',
        MetricName: 'IncomingBytes',
        Dimensions: [{ Name: 'LogGroupName', Value: logGroupName }],
        StartTime: new Date(from * 60_000),
        EndTime: new Date(until * 60_000),
        Period: SECONDS_PER_DAY,
        Statistics: ['Sum'],
      }),
    );
    return points.length === 0 ? null : points.reduce((sum, { Sum: bytes = 0 }) => sum + bytes, 0);
  });
}

/** One row a principal and model. Fields of the log: Amazon Bedrock, model invocation logging, 2026-10. */
const QUERY = [
  'filter ispresent(modelId)',
  'stats count(*) as requests, sum(input.inputTokenCount) as input, sum(output.outputTokenCount) as output, sum(input.cacheReadInputTokenCount) as cacheRead, sum(input.cacheWriteInputTokenCount) as cacheWrite by identity.arn, modelId',
  'limit 10000',
].join(' | ');

/** Ended otherwise, a query has no results. */
const RUNNING = new Set(['Scheduled', 'Running', 'Unknown']);

/** A query of Logs Insights is ended by AWS after an hour. */
const MOST_LOOKS = 3_600;

function toCalls(fields: readonly ResultField[]): LoggedCalls {
  const values = new Map(fields.map(({ field, value }) => [field, value]));
  const numberOf = (name: string) => Number(values.get(name) ?? 0) || 0;
  const tokens = ['input', 'output', 'cacheRead', 'cacheWrite'].reduce((sum, name) => sum + numberOf(name), 0);
  const modelId = cleanText(values.get('modelId') ?? '');
  return {
    principal: cleanText(values.get('identity.arn') ?? '') || null,
    modelId,
    requests: numberOf('requests'),
    tokens,
  };
}

/** Sums up the log by principal and model, with Logs Insights, which bills what it scans. @param wait between two looks. */
export function readLoggedCalls(
  client: CloudWatchLogsClient,
  { logGroupName, from, until }: LogPeriod,
  wait: () => Promise<void>,
): Promise<LogRead<LoggedCalls[]>> {
  return attempt('logs:StartQuery', async () => {
    const started = await client.send(
      new StartQueryCommand({ logGroupName, startTime: from * 60, endTime: until * 60 - 1, queryString: QUERY }),
    );
    for (let look = 0; look < MOST_LOOKS; look++) {
      const { status = 'Unknown', results = [] } = await client.send(
        new GetQueryResultsCommand({ queryId: started.queryId }),
      );
      if (status === 'Complete') return results.map(toCalls);
      if (!RUNNING.has(status)) throw new Error(`the query ended as ${status}`);
      await wait();
    }
    throw new Error('the query did not end within an hour');
  });
}
