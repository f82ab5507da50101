import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import type { BlindSpot } from '../lib/core/vocabulary/blind-spot';
import type { EpochMinute } from '../lib/core/vocabulary/time';
import { describeAwsError } from './aws-error';
import { type CallCounter, countCalls } from './call-counter';
import { clientConfigOf } from './client-config';

/** The one action that reading the event history needs. */
export const LOOKUP_EVENTS = 'cloudtrail:LookupEvents';

/**
 * Operations of bedrock-runtime that CloudTrail records as management events.
 * Source: Amazon Bedrock, "Monitor Amazon Bedrock API calls using CloudTrail", 2026-11.
 */
export const RECORDED_OPERATIONS = [
  'Converse',
  'ConverseStream',
  'InvokeModel',
  'InvokeModelWithResponseStream',
  'InvokeModelWithBidirectionalStream',
] as const;

/**
 * Milliseconds from one lookup to the next: AWS takes two a second of an account in a Region.
 * Source: API reference of CloudTrail, LookupEvents, 2026-11.
 */
export const LOOKUP_INTERVAL_MS = 500;

/** A client of CloudTrail, which no Lambda has. It counts its calls. */
export function createCloudTrailClient(region: string, counter: CallCounter): CloudTrailClient {
  const client = new CloudTrailClient(clientConfigOf(region));
  countCalls(client, 'cloudtrail', counter);
  return client;
}

/** Which events are looked up. */
export interface Lookup {
  readonly operation: string;
  readonly from: EpochMinute;
  /** Exclusive. */
  readonly until: EpochMinute;
  /** Of the page; absent: the first. */
  readonly token: string | undefined;
}

/** A page of events. */
export interface EventPage {
  /** Records as CloudTrail made them; `null`: one that is no JSON. */
  readonly records: readonly unknown[];
  /** Milliseconds since 1970 of the oldest event; `null`: none says. */
  readonly oldest: number | null;
  readonly next: string | undefined;
}

function parseRecord(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    // Who reads the records counts those that cannot be read.
    return null;
  }
}

/** One page of the events of an operation, the newest first. @throws the SDK's error */
export async function lookUpEvents(
  client: CloudTrailClient,
  { operation, from, until, token }: Lookup,
): Promise<EventPage> {
  const { Events: events = [], NextToken: next } = await client.send(
    new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: operation }],
      StartTime: new Date(from * 60_000),
      // The end is inclusive, and records are to the second.
      EndTime: new Date(until * 60_000 - 1_000),
      ...(token === undefined ? {} : { NextToken: token }),
    }),
  );
  const times = events.flatMap(({ EventTime: time }) => (time === undefined ? [] : [time.getTime()]));
  return {
    records: events.map(({ CloudTrailEvent: text }) => parseRecord(text)),
    oldest: times.length === 0 ? null : Math.min(...times),
    next,
  };
}

/** Whether the event history can be read, by reading one event of it; `null`: it can. */
export async function tryLookup(client: CloudTrailClient): Promise<BlindSpot | null> {
  try {
    await client.send(new LookupEventsCommand({ MaxResults: 1 }));
    return null;
  } catch (error) {
    return describeAwsError(LOOKUP_EVENTS, error);
  }
}
