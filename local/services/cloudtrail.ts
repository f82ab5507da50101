import type { Trail, TrailEvent } from '../traffic/trail';
import { type JsonObject, type JsonService, numberOf, objectsOf, textOf, toPage } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/** Events of a page at most. Source: API reference of CloudTrail, LookupEvents, 2026-11. */
const LARGEST_PAGE = 50;

/** Days back that are kept. Source: the same page. */
const DAYS_KEPT = 90;

const DAY_MS = 86_400_000;

/** What a CloudTrail answers from. */
export interface CloudTrailSettings {
  readonly trail: Trail;
  readonly now: () => Date;
  /** Forces paging. @default 50 */
  readonly pageSize?: number;
}

function nameOf(input: JsonObject): string | null {
  const [attribute, ...more] = objectsOf(input, 'LookupAttributes');
  if (attribute === undefined) return null;
  const name = textOf(attribute, 'AttributeValue');
  if (more.length > 0 || textOf(attribute, 'AttributeKey') !== 'EventName' || name === undefined)
    throw new ServiceError('InvalidLookupAttributesException', 'The local account looks up by one EventName only');
  return name;
}

function toEvent({ at, eventName, record }: TrailEvent): JsonObject {
  const made = record();
  return {
    EventId: made.eventID,
    EventName: eventName,
    EventTime: Math.floor(at / 1000),
    EventSource: made.eventSource,
    ReadOnly: String(made.readOnly),
    Resources: [],
    CloudTrailEvent: JSON.stringify(made),
  };
}

/** The event history of CloudTrail: refused calls of models, the newest first, once they show. */
export function createCloudTrail({ trail, now, pageSize = LARGEST_PAGE }: CloudTrailSettings): JsonService {
  return {
    LookupEvents: (input) => {
      const size = numberOf(input, 'MaxResults') ?? LARGEST_PAGE;
      if (!(size >= 1 && size <= LARGEST_PAGE))
        throw new ServiceError('InvalidMaxResultsException', 'A page has 1 to 50 results');
      const name = nameOf(input);
      const time = now().getTime();
      const from = Math.max((numberOf(input, 'StartTime') ?? 0) * 1000, time - DAYS_KEPT * DAY_MS);
      const until = (numberOf(input, 'EndTime') ?? time / 1000) * 1000;
      if (from > until) throw new ServiceError('InvalidTimeRangeException', 'The end lies before the start');
      const shown = trail.events.filter(
        ({ at, visibleAt, eventName }) =>
          at >= from && at <= until && visibleAt <= time && (name === null || eventName === name),
      );
      const newestFirst = shown.sort((a, b) => b.at - a.at);
      const { page, next } = toPage(newestFirst, textOf(input, 'NextToken'), Math.min(size, pageSize));
      return { Events: page.map(toEvent), ...(next === undefined ? {} : { NextToken: next }) };
    },
  };
}
