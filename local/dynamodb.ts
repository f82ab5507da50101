import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** dynalite ships no types; this is the part that is used. */
type Dynalite = (options: { createTableMs: number; deleteTableMs: number }) => Server;

/** A DynamoDB in process. */
export interface LocalDynamoDb {
  /** Hands a request on and gives back status and body. */
  forward(headers: Readonly<Record<string, string>>, body: string): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

/** Starts dynalite in memory on loopback. */
export async function startDynamoDb(): Promise<LocalDynamoDb> {
  const dynalite = require('dynalite') as Dynalite;
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    async forward(headers, body) {
      const reply = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
      return { status: reply.status, body: await reply.text() };
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
