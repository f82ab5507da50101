import { ServiceError } from './service-error';

/** A JSON object of a request or reply. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A service of the AwsJson protocols: operation → what it answers. */
export type JsonService = Readonly<Record<string, (input: JsonObject) => JsonObject>>;

/** An HTTP reply. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A text, or the frames of a stream of events. */
  readonly body: string | readonly Uint8Array[];
}

/** Parses a request body. @throws ServiceError SerializationException when it is no JSON object. */
export function parseJsonBody(body: string): JsonObject {
  try {
    const value: unknown = JSON.parse(body === '' ? '{}' : body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch (error) {
    throw new ServiceError('SerializationException', `the body is no JSON: ${String(error)}`);
  }
  throw new ServiceError('SerializationException', 'the body is no JSON object');
}

/** A reply of AwsJson 1.0 or 1.1. */
export function toJsonReply(value: JsonObject, version: '1.0' | '1.1'): Reply {
  return { status: 200, headers: { 'content-type': `application/x-amz-json-${version}` }, body: JSON.stringify(value) };
}

/** An error of AwsJson 1.0 or 1.1, with the header of services that once spoke AwsQuery. */
export function toJsonError({ code, message, status }: ServiceError, version: '1.0' | '1.1'): Reply {
  return {
    status,
    headers: {
      'content-type': `application/x-amz-json-${version}`,
      'x-amzn-query-error': `${code};${status >= 500 ? 'Receiver' : 'Sender'}`,
    },
    body: JSON.stringify({ __type: code, message, Message: message }),
  };
}

/** A reply of REST-JSON. */
export function toRestReply(value: JsonObject, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

/** An error of REST-JSON. */
export function toRestError({ code, message, status }: ServiceError): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ message }),
  };
}

/** Reads an optional text. @throws ServiceError when it is something else. */
export function textOf(input: JsonObject, key: string): string | undefined {
  const value = input[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new ServiceError('ValidationException', `${key} must be a string`);
  return value;
}

/** Reads an optional number. @throws ServiceError when it is something else. */
export function numberOf(input: JsonObject, key: string): number | undefined {
  const value = input[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw new ServiceError('ValidationException', `${key} must be a number`);
  return value;
}

/** Reads a list of objects; empty when it is left out. @throws ServiceError when it is something else. */
export function objectsOf(input: JsonObject, key: string): JsonObject[] {
  const value = input[key];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new ServiceError('ValidationException', `${key} must be a list`);
  return value as JsonObject[];
}

/** The place a token stands for; 0 without one. @throws ServiceError for a token that is not ours. */
export function toOffset(token: string | undefined): number {
  const offset = token === undefined ? 0 : Number(/^page-(\d+)$/.exec(token)?.[1] ?? Number.NaN);
  if (!Number.isInteger(offset))
    throw new ServiceError('InvalidPaginationTokenException', `the token ${token} is not one of ours`);
  return offset;
}

/** One page of a list: items from the token's place on, and the token of the next page. */
export function toPage<T>(
  items: readonly T[],
  token: string | undefined,
  size: number,
): { page: T[]; next: string | undefined } {
  const start = toOffset(token);
  const next = start + size < items.length ? `page-${start + size}` : undefined;
  return { page: items.slice(start, start + size), next };
}
