import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE } from '../lib/contract';
import type { AlertEventEntry } from '../lib/core/messages/event';
import type { BlindSpot } from '../lib/core/vocabulary/blind-spot';
import { toStatement } from '../lib/core/vocabulary/statement';
import { describeAwsError, StatementError } from './aws-error';
import { sendOnce } from './send-once';

const ACTION = 'events:PutEvents';

/** PutEvents takes at most this many entries a call. */
const ENTRIES_PER_CALL = 10;

/** All entries of a call together: 256 KB was the limit before it became 1 MB; the difference is for what is around. */
const BYTES_PER_CALL = 240 * 1024;

/** How far a list of entries has come after one more call. */
export interface PutStep {
  /** What EventBridge has not taken yet, in order. */
  readonly rest: readonly AlertEventEntry[];
  readonly blindSpots: readonly BlindSpot[];
}

function toBatches(entries: readonly AlertEventEntry[]): AlertEventEntry[][] {
  const batches: AlertEventEntry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(JSON.stringify(entry));
    const last = batches.at(-1);
    if (last && last.length < ENTRIES_PER_CALL && bytes + size <= BYTES_PER_CALL) {
      last.push(entry);
      bytes += size;
    } else {
      batches.push([entry]);
      bytes = size;
    }
  }
  return batches;
}

/** One call. @returns the entries refused, each with why. @throws the SDK's error when the call itself failed. */
async function putBatch(
  client: EventBridgeClient,
  busArn: string,
  batch: readonly AlertEventEntry[],
): Promise<Map<AlertEventEntry, Error>> {
  const command = new PutEventsCommand({
    Entries: batch.map(({ detailType, detail, resources, at }) => ({
      EventBusName: busArn,
      Source: EVENT_SOURCE,
      DetailType: detailType,
      Detail: detail,
      Resources: [...resources],
      Time: new Date(at),
    })),
  });
  const { Entries: results = [] } = await sendOnce(() => client.send(command));
  if (results.length !== batch.length) {
    throw new StatementError(toStatement('answeredForFew', `${results.length}`, `${batch.length}`));
  }
  const refused = new Map<AlertEventEntry, Error>();
  batch.forEach((entry, index) => {
    const { EventId, ErrorCode = 'Error', ErrorMessage } = results[index] ?? {};
    if (EventId) return;
    const error =
      ErrorMessage === undefined ? new StatementError(toStatement('noEventId', ErrorCode)) : new Error(ErrorMessage);
    refused.set(entry, Object.assign(error, { name: ErrorCode }));
  });
  return refused;
}

/**
 * Puts entries on a bus and tells after each call what is left. An entry that is refused holds up no other; a call that
 * fails ends it, for the next one would fail too. What is left is brought again by the outbox.
 */
export async function* putAlertEvents(
  client: EventBridgeClient,
  busArn: string,
  entries: readonly AlertEventEntry[],
): AsyncGenerator<PutStep> {
  const waiting = new Set(entries);
  for (const batch of toBatches(entries)) {
    try {
      const refused = await putBatch(client, busArn, batch);
      for (const entry of batch) if (!refused.has(entry)) waiting.delete(entry);
      yield { rest: [...waiting], blindSpots: [...refused.values()].map((error) => describeAwsError(ACTION, error)) };
    } catch (error) {
      yield { rest: [...waiting], blindSpots: [describeAwsError(ACTION, error)] };
      return;
    }
  }
}
