import type { ServerResponse } from 'node:http';
import type { Reply } from './aws-json';
import { toExceptionFrame } from './event-stream';
import { toFaultError } from './fault-errors';
import type { FaultKind } from './faults';
import type { ServiceError } from './service-error';

/** A request understood: whose it is, and how to answer it. */
export interface Routed {
  readonly service: string;
  readonly operation: string;
  readonly answer: () => Reply | Promise<Reply>;
  readonly toError: (error: ServiceError) => Reply;
}

/**
 * What breaks a stream in its midst; AWS documents no words of its own for that, so they are those of whole calls.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStreamOutput.html, 2026-11
 */
const STREAM_FAULTS: Partial<Record<FaultKind, readonly [type: string, message: string]>> = {
  throttleStream: ['throttlingException', 'Too many tokens, please wait before trying again.'],
  shortStream: ['serviceUnavailableException', 'Bedrock is unable to process your request.'],
};

/** Sends a reply: a text with its length, a stream of events frame by frame. */
export function send(response: ServerResponse, { status, headers, body }: Reply): void {
  if (typeof body === 'string') {
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(body);
    return;
  }
  response.writeHead(status, headers);
  for (const frame of body) response.write(frame);
  response.end();
}

/** The first half of a stream, and then what broke it; what is no stream stays as it is. */
function breakStream(reply: Reply, [type, message]: readonly [type: string, message: string]): Reply {
  const { body } = reply;
  if (typeof body === 'string') return reply;
  const half = body.slice(0, Math.floor(body.length / 2));
  return { ...reply, body: [...half, toExceptionFrame(type, message)] };
}

function cutBody(response: ServerResponse, { status, headers, body }: Reply): void {
  const whole = typeof body === 'string' ? Buffer.from(body) : Buffer.concat(body);
  const length = typeof body === 'string' ? { 'content-length': whole.length } : {};
  response.writeHead(status, { ...headers, ...length });
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.destroy());
}

/** Pages of lists without end, each of which is another. */
let pages = 0;

/** Answers as a broken service would. `hang` answers never; `cutBody` breaks off in the middle. */
export async function sendFault(kind: FaultKind, response: ServerResponse, routed: Routed): Promise<void> {
  const error = toFaultError(kind, routed.service);
  if (error) return send(response, routed.toError(error));
  if (kind === 'hang' || kind === 'hangFirstTry') return;
  if (kind === 'junk')
    return send(response, {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '<html>not what you asked for</html>',
    });
  if (kind === 'emptyPageWithToken')
    return send(response, {
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: '{"NextToken":"page-0","nextToken":"page-0"}',
    });
  if (kind === 'endlessPages') {
    const token = `page-${++pages}`;
    const body = JSON.stringify({ NextToken: token, nextToken: token });
    return send(response, { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body });
  }
  const reply = await routed.answer();
  const streamFault = STREAM_FAULTS[kind];
  if (streamFault) return send(response, breakStream(reply, streamFault));
  cutBody(response, reply);
}
