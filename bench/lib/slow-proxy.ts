import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that passed the proxy; times in milliseconds of `performance.now()`. */
export interface ProxiedCall {
  readonly action: string;
  readonly from: number;
  readonly until: number;
}

/** A proxy on loopback that holds each call back. */
export interface SlowProxy {
  readonly url: string;
  /** Calls so far, in the order they ended. */
  readonly calls: ProxiedCall[];
  close(): Promise<void>;
}

function actionOf(headers: Readonly<Record<string, string | string[] | undefined>>, path: string, body: string) {
  const target = String(headers['x-amz-target'] ?? '').split('.')[1];
  return target ?? /(?:^|&)Action=(\w+)/.exec(body)?.[1] ?? path.split('?')[0] ?? '';
}

/** Starts a proxy that waits `delayMs` before it hands each call on. */
export async function startSlowProxy(upstream: string, delayMs: number): Promise<SlowProxy> {
  const calls: ProxiedCall[] = [];
  const { hostname, port } = new URL(upstream);
  const server = createServer((incoming, outgoing) => {
    const from = performance.now();
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      const action = actionOf(incoming.headers, incoming.url ?? '/', body.toString('latin1'));
      setTimeout(() => {
        const { method, url: path, headers } = incoming;
        const onward = request({ hostname, port, method, path, headers }, (reply) => {
          outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(outgoing);
          reply.on('end', () => calls.push({ action, from, until: performance.now() }));
        });
        onward.on('error', () => outgoing.destroy());
        onward.end(body);
      }, delayMs);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Runs of the same action that were under way together count as one wave: `[action, calls, wave]`. */
export function toWaves(
  calls: readonly ProxiedCall[],
): { actions: string; calls: number; from: number; until: number }[] {
  const waves: { actions: Map<string, number>; from: number; until: number }[] = [];
  for (const call of [...calls].sort((a, b) => a.from - b.from)) {
    const last = waves.at(-1);
    if (last && call.from < last.until) {
      last.until = Math.max(last.until, call.until);
      last.actions.set(call.action, (last.actions.get(call.action) ?? 0) + 1);
    } else waves.push({ actions: new Map([[call.action, 1]]), from: call.from, until: call.until });
  }
  return waves.map(({ actions, from, until }) => ({
    actions: [...actions].map(([action, count]) => (count > 1 ? `${count} ${action}` : action)).join(' + '),
    calls: [...actions.values()].reduce((sum, count) => sum + count, 0),
    from,
    until,
  }));
}
