import { EventStreamCodec } from '@smithy/core/event-streams';
import type { JsonObject, Reply } from './aws-json';

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
const CODEC = new EventStreamCodec(
  (bytes) => (typeof bytes === 'string' ? bytes : DECODER.decode(bytes)),
  (text) => ENCODER.encode(text),
);

const toHeader = (value: string) => ({ type: 'string' as const, value });

function toFrame(headers: Readonly<Record<string, string>>, payload: JsonObject): Uint8Array {
  const all = { ...headers, ':content-type': 'application/json' };
  return CODEC.encode({
    headers: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, toHeader(value)])),
    body: ENCODER.encode(JSON.stringify(payload)),
  });
}

/** An event of a stream, framed. @param type by its member's name in the API reference, `messageStart` and the like. */
export function toEventFrame(type: string, payload: JsonObject): Uint8Array {
  return toFrame({ ':message-type': 'event', ':event-type': type }, payload);
}

/** An error in the midst of a stream, framed. @param type by its member's name, `throttlingException` and the like. */
export function toExceptionFrame(type: string, message: string): Uint8Array {
  return toFrame({ ':message-type': 'exception', ':exception-type': type }, { message });
}

/** A reply that is a stream of events. */
export function toStreamReply(frames: readonly Uint8Array[], headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, headers: { 'content-type': 'application/vnd.amazon.eventstream', ...headers }, body: frames };
}
