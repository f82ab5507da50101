import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ServiceError } from '../../local/service-error';
import { type QueryService, toQueryError, toQueryReply } from '../../local/wire/aws-query';

/** A service of the AwsQuery protocol that the local account does not have; the test says what it answers. */
export interface QueryStandIn {
  /** For AWS_ENDPOINT_URL_…. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts it on loopback; an action it does not know is an error. */
export async function startQueryStandIn(service: QueryService): Promise<QueryStandIn> {
  const server = createServer(async (request, response) => {
    const parameters = new URLSearchParams(await text(request));
    const action = parameters.get('Action') ?? '';
    const answer = () => {
      const handle = service[action];
      if (!handle) throw new ServiceError('InvalidAction', `the stand-in does not know ${action}`);
      return toQueryReply(action, handle(parameters));
    };
    const toReply = () => {
      try {
        return answer();
      } catch (error) {
        if (error instanceof ServiceError) return toQueryError(error);
        throw error;
      }
    };
    const { status, headers, body } = toReply();
    response.writeHead(status, headers).end(body);
  });
  server.listen(0, '127.0.0.1');
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
