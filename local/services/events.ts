import { type JsonObject, type JsonService, objectsOf, textOf } from '../wire/aws-json';
import { toFaultError } from '../wire/fault-errors';
import type { FaultBoard } from '../wire/faults';
import { ServiceError } from '../wire/service-error';

/** An event as EventBridge took it. */
export interface PutEvent {
  /** ISO time in UTC: the entry's own, or the simulated clock's. */
  readonly at: string;
  /** Name or ARN, as it was given. */
  readonly bus: string;
  readonly source: string;
  readonly detailType: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly resources: readonly string[];
}

/** Where the service answers from. */
export interface EventsSettings {
  readonly now: () => Date;
  /** Everything put, oldest first; the service adds to it. */
  readonly events: PutEvent[];
  /** Asked for each entry, as the operation `PutEventsEntry`. */
  readonly faults: FaultBoard;
}

const MOST_ENTRIES = 10;

/** The older limit, of one call; since 2026 it is 1 MB. */
const MOST_BYTES = 256 * 1024;

/** Bytes AWS counts for a given time. */
const TIME_BYTES = 14;

function sizeOf(entry: JsonObject): number {
  const texts = [textOf(entry, 'Source'), textOf(entry, 'DetailType'), textOf(entry, 'Detail'), ...resourcesOf(entry)];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), 0);
  return bytes + (entry.Time === undefined ? 0 : TIME_BYTES);
}

function resourcesOf({ Resources: resources = [] }: JsonObject): string[] {
  if (Array.isArray(resources)) return resources.map(String);
  throw new ServiceError('ValidationException', 'Resources must be a list');
}

function required(entry: JsonObject, key: string): string {
  const value = textOf(entry, key);
  if (value) return value;
  throw new ServiceError('InvalidArgument', `Parameter ${key} is not valid. Reason: ${key} is a required argument.`);
}

function parseDetail(text: string): Record<string, unknown> {
  const complaint = new ServiceError('MalformedDetail', 'Detail is malformed.');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    complaint.cause = error;
  }
  throw complaint;
}

/** @throws ServiceError with the code and the words of an entry's error. */
function toEvent(entry: JsonObject, now: Date): PutEvent {
  const source = required(entry, 'Source');
  const detailType = required(entry, 'DetailType');
  const detail = parseDetail(required(entry, 'Detail'));
  if (source.startsWith('aws.'))
    throw new ServiceError('NotAuthorizedForSourceException', 'Not authorized for the source.');
  const time = typeof entry.Time === 'number' ? new Date(entry.Time * 1000) : now;
  return {
    at: time.toISOString().replace('.000Z', 'Z'),
    bus: textOf(entry, 'EventBusName') ?? 'default',
    source,
    detailType,
    detail,
    resources: resourcesOf(entry),
  };
}

/** The EventBridge API of the account: PutEvents, and a record of what was put. No rules, no delivery. */
export function createEvents({ now, events, faults }: EventsSettings): JsonService {
  const put = (entry: JsonObject): JsonObject => {
    try {
      const fault = faults.take('events', 'PutEventsEntry');
      const error = fault && toFaultError(fault.kind, 'events');
      if (error) throw error;
      events.push(toEvent(entry, now()));
      return { EventId: `event-${events.length}` };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { ErrorCode: error.code, ErrorMessage: error.message };
    }
  };
  return {
    PutEvents: (input) => {
      const entries = objectsOf(input, 'Entries');
      if (entries.length < 1 || entries.length > MOST_ENTRIES) {
        throw new ServiceError(
          'ValidationException',
          `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length from 1 to ${MOST_ENTRIES}, not ${entries.length}`,
        );
      }
      if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > MOST_BYTES)
        throw new ServiceError('ValidationException', 'Total size of the entries in the request is over the limit.');
      const results = entries.map(put);
      return { FailedEntryCount: results.filter(({ EventId }) => EventId === undefined).length, Entries: results };
    },
  };
}
