import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that listens on loopback. */
export interface LoopbackServer {
  /** `http://127.0.0.1:…`, without a path. */
  readonly url: string;
  /** Cuts the connections that are open. */
  close(): Promise<void>;
}

/** Lets a server listen on loopback. @param port 0 takes a free one. @throws Error when the port is taken. */
export async function listenOnLoopback(server: Server, port = 0): Promise<LoopbackServer> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
