import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { listenOnLoopback } from './loopback';

/** dynalite ships no types; this is the part that is used. */
type Dynalite = (options: { createTableMs: number; deleteTableMs: number }) => Server;

/** A DynamoDB in process. */
export interface LocalDynamoDb {
  /** Hands a request on and gives back status and body. */
  forward(headers: Readonly<Record<string, string>>, body: string): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

/** Operations that spend read or write units, and the name they are counted by. */
const SPENDING: Readonly<Record<string, string>> = {
  GetItem: 'dynamodb:ReadUnits',
  Query: 'dynamodb:ReadUnits',
  PutItem: 'dynamodb:WriteUnits',
  BatchWriteItem: 'dynamodb:WriteUnits',
};

/** The units a reply says were spent; DynamoDB gives one object, or one a table for batches. */
function spentUnits(reply: string): number {
  const { ConsumedCapacity: spent } = JSON.parse(reply) as { ConsumedCapacity?: Units | readonly Units[] };
  return [spent ?? []].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
}

interface Units {
  readonly CapacityUnits: number;
}

/** The one file of it that an installed package has beside this one; in a clone the package. */
function loadDynalite(): Dynalite {
  const bundled = join(__dirname, 'dynalite.js');
  return require(existsSync(bundled) ? bundled : 'dynalite') as Dynalite;
}

/**
 * Starts dynalite in memory on loopback.
 * @param onUnits told how many read or write units an operation spent, for that is what AWS bills.
 */
export async function startDynamoDb(onUnits: (name: string, units: number) => void): Promise<LocalDynamoDb> {
  const dynalite = loadDynalite();
  const { url, close } = await listenOnLoopback(dynalite({ createTableMs: 0, deleteTableMs: 0 }));
  return {
    async forward(headers, body) {
      const name = SPENDING[headers['x-amz-target']?.split('.')[1] ?? ''];
      const asked =
        name === undefined ? body : JSON.stringify({ ...JSON.parse(body), ReturnConsumedCapacity: 'TOTAL' });
      const { 'content-length': _, ...others } = headers;
      const reply = await fetch(`${url}/`, { method: 'POST', headers: others, body: asked });
      const text = await reply.text();
      if (name !== undefined && reply.ok) onUnits(name, spentUnits(text));
      return { status: reply.status, body: text };
    },
    close,
  };
}
