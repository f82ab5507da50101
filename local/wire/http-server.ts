import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { type JsonService, parseJsonBody, type Reply, toJsonError, toJsonReply, toRestError } from './aws-json';
import { type QueryService, toQueryError, toQueryReply } from './aws-query';
import type { LocalDynamoDb } from './dynamodb';
import type { FaultBoard } from './faults';
import { type LoopbackServer, listenOnLoopback } from './loopback';
import { type Routed, send, sendFault } from './send';
import { ServiceError } from './service-error';

/** What `slow` adds to an answer, which is as usual. */
const SLOW_MS = 400;

/** What the server hands requests to. */
export interface Services {
  readonly serviceQuotas: JsonService;
  readonly cloudWatch: JsonService;
  readonly events: JsonService;
  readonly ssm: JsonService;
  readonly sqs: JsonService;
  readonly logs: JsonService;
  readonly cloudTrail: JsonService;
  readonly support: JsonService;
  readonly query: Readonly<Record<'sns' | 'sts' | 'cloudformation', QueryService>>;
  readonly dynamoDb: LocalDynamoDb;
  /** REST services: operation and answer of a request, `null` for another path. */
  readonly rest: (
    method: string,
    url: URL,
    body: string,
  ) => { service: string; operation: string; answer: () => Reply } | null;
}

const JSON_TARGETS: Readonly<
  Record<string, { service: string; version: '1.0' | '1.1'; pick: (services: Services) => JsonService }>
> = {
  ServiceQuotasV20190624: { service: 'servicequotas', version: '1.1', pick: (services) => services.serviceQuotas },
  AWSEvents: { service: 'events', version: '1.1', pick: (services) => services.events },
  AmazonSSM: { service: 'ssm', version: '1.1', pick: (services) => services.ssm },
  AmazonSQS: { service: 'sqs', version: '1.0', pick: (services) => services.sqs },
  AWSSupport_20130415: { service: 'support', version: '1.1', pick: (services) => services.support },
  CloudTrail_20131101: { service: 'cloudtrail', version: '1.1', pick: (services) => services.cloudTrail },
  Logs_20140328: { service: 'logs', version: '1.1', pick: (services) => services.logs },
  GraniteServiceVersion20100801: { service: 'cloudwatch', version: '1.0', pick: (services) => services.cloudWatch },
};

function unknownOperation(operation: string): ServiceError {
  return new ServiceError('UnknownOperationException', `The local account does not know ${operation}`, 404);
}

function routeTarget(
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  services: Services,
): Routed {
  // Some SDKs write a namespace before the service.
  const [prefix = '', operation = ''] = target.split('.').slice(-2);
  if (prefix === 'DynamoDB_20120810') {
    const answer = async () => {
      const { status, body: text } = await services.dynamoDb.forward(headers, body);
      return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: text };
    };
    return { service: 'dynamodb', operation, answer, toError: (error) => toJsonError(error, '1.0') };
  }
  const known = JSON_TARGETS[prefix];
  if (!known) throw unknownOperation(target);
  const answer = () => {
    const handle = known.pick(services)[operation];
    if (!handle) throw unknownOperation(target);
    return toJsonReply(handle(parseJsonBody(body)), known.version);
  };
  return { service: known.service, operation, answer, toError: (error) => toJsonError(error, known.version) };
}

function routeQuery(body: string, services: Services): Routed {
  const parameters = new URLSearchParams(body);
  const operation = parameters.get('Action') ?? '';
  const service = (['sts', 'cloudformation'] as const).find((one) => operation in services.query[one]) ?? 'sns';
  const answer = () => {
    const handle = services.query[service][operation];
    if (!handle) throw unknownOperation(operation);
    return toQueryReply(operation, handle(parameters));
  };
  return { service, operation, answer, toError: toQueryError };
}

function route(request: IncomingMessage, body: string, services: Services): Routed {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const target = headers['x-amz-target'];
  if (target !== undefined) return routeTarget(target, headers, body, services);
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) return routeQuery(body, services);
  const url = new URL(request.url ?? '/', 'http://localhost');
  const rest = services.rest(request.method ?? 'GET', url, body);
  if (!rest) throw unknownOperation(`${request.method} ${url.pathname}`);
  return { ...rest, toError: toRestError };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  return (request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString('utf8');
}

/** Starts the server on loopback. @param onCall told of each request, faults included. */
export function startServer(
  services: Services,
  faults: FaultBoard,
  onCall: (service: string, operation: string) => void,
  port: number,
): Promise<LoopbackServer> {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    let routed: Routed | null = null;
    try {
      routed = route(request, await readBody(request), services);
      onCall(routed.service, routed.operation);
      const fault = faults.take(routed.service, routed.operation);
      if (fault === 'slow') await setTimeout(SLOW_MS);
      if (fault && fault !== 'slow') await sendFault(fault, response, routed);
      else send(response, await routed.answer());
    } catch (error) {
      const known = error instanceof ServiceError ? error : new ServiceError('InternalFailure', String(error), 500);
      send(response, (routed?.toError ?? toRestError)(known));
    }
  };
  return listenOnLoopback(
    createServer((request, response) => void handle(request, response)),
    port,
  );
}
