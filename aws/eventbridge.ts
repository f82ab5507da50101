import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE } from '../lib/contract';
import type { AlertEventEntry } from '../lib/core/messages/event';
import type { BlindSpot } from '../lib/core/vocabulary/blind-spot';
import { toStatement } from '../lib/core/vocabulary/statement';
import { describeAwsError, StatementError } from './aws-error';
import { refusalOf } from './refusal';
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
  /** What is refused for good, and no longer waits: each with why. */
  readonly refused: readonly { readonly entry: AlertEventEntry; readonly why: BlindSpot }[];
  /** Why what still waits was not taken. */
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
 * Puts entries on a bus and tells after each call what is left. An entry that is refused holds up no other: not for now, and
 * not for good, when it is handed back. A call that is refused as a whole is made again entry by entry; one that fails
 * ends it, for the next one would fail too. What is left is brought again by the outbox.
 */
export async function* putAlertEvents(
  client: EventBridgeClient,
  busArn: string,
  entries: readonly AlertEventEntry[],
): AsyncGenerator<PutStep> {
  const waiting = new Set(entries);
  const toStep = (batch: readonly AlertEventEntry[], failed: ReadonlyMap<AlertEventEntry, unknown>): PutStep => {
    const isOver = (entry: AlertEventEntry) => !failed.has(entry) || refusalOf(failed.get(entry)) === 'message';
    for (const entry of batch.filter(isOver)) waiting.delete(entry);
    const told = [...failed].map(([entry, error]) => ({ entry, why: describeAwsError(ACTION, error) }));
    return {
      rest: [...waiting],
      refused: told.filter(({ entry }) => isOver(entry)),
      blindSpots: told.filter(({ entry }) => !isOver(entry)).map(({ why }) => why),
    };
  };
  const batches = toBatches(entries);
  for (let batch = batches.shift(); batch; batch = batches.shift()) {
    try {
      yield toStep(batch, await putBatch(client, busArn, batch));
    } catch (error) {
      const [only, ...others] = batch;
      if (refusalOf(error) === 'message' && only) {
        if (others.length > 0) batches.unshift(...batch.map((entry) => [entry]));
        else yield toStep(batch, new Map([[only, error]]));
        continue;
      }
      yield { rest: [...waiting], refused: [], blindSpots: [describeAwsError(ACTION, error)] };
      return;
    }
  }
}
