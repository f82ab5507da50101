import { type JsonObject, type JsonService, numberOf, textOf } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/** An invocation as the account's own log has it. Fields: Amazon Bedrock, model invocation logging, 2026-10. */
export interface LoggedInvocation {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly principal: string;
  /** An id or an ARN, as the caller named it. */
  readonly modelId: string;
  readonly input: number;
  readonly output: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
}

/** The log of model invocations. */
export interface InvocationLog {
  /** `null`: invocations are not logged. */
  logGroupName: string | null;
  readonly invocations: LoggedInvocation[];
}

/** What a query groups by; the one kind of query that is understood. */
const GROUPED = /\bstats\b.*\bby identity\.arn, modelId\b/;

function toRows(log: InvocationLog, input: JsonObject): { field: string; value: string }[][] {
  const [from, until] = [numberOf(input, 'startTime') ?? 0, numberOf(input, 'endTime') ?? 0];
  const groups = new Map<string, LoggedInvocation[]>();
  for (const one of log.invocations) {
    const second = Math.floor(one.at / 1000);
    if (second < from || second > until) continue;
    const key = `${one.principal} ${one.modelId}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((all) => {
    const sum = (pick: (one: LoggedInvocation) => number) => all.reduce((total, one) => total + pick(one), 0);
    const fields = {
      'identity.arn': all[0]?.principal,
      modelId: all[0]?.modelId,
      requests: all.length,
      input: sum((one) => one.input),
      output: sum((one) => one.output),
      cacheRead: sum((one) => one.cacheRead ?? 0),
      cacheWrite: sum((one) => one.cacheWrite ?? 0),
    };
    return Object.entries(fields).map(([field, value]) => ({ field, value: String(value) }));
  });
}

/** CloudWatch Logs Insights over the log of invocations: sums by principal and model. A query runs until it is looked at twice. */
export function createLogs(log: InvocationLog): JsonService {
  const queries: { readonly input: JsonObject; looks: number }[] = [];
  return {
    StartQuery: (input) => {
      if (log.logGroupName === null || textOf(input, 'logGroupName') !== log.logGroupName)
        throw new ServiceError('ResourceNotFoundException', 'Log group does not exist.');
      if (!GROUPED.test(textOf(input, 'queryString') ?? ''))
        throw new ServiceError('MalformedQueryException', 'The local account sums by identity.arn and modelId only');
      return { queryId: `query-${queries.push({ input, looks: 0 }) - 1}` };
    },
    GetQueryResults: (input) => {
      const query = queries[Number(/^query-(\d+)$/.exec(textOf(input, 'queryId') ?? '')?.[1])];
      if (!query) throw new ServiceError('ResourceNotFoundException', 'The specified query does not exist.');
      query.looks++;
      return query.looks < 2
        ? { status: 'Running', results: [] }
        : { status: 'Complete', results: toRows(log, query.input) };
    },
  };
}
