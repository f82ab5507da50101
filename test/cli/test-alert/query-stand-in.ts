import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type QueryService, toQueryError, toQueryReply } from '../../../local/wire/aws-query';
import { type LoopbackServer, listenOnLoopback } from '../../../local/wire/loopback';
import { ServiceError } from '../../../local/wire/service-error';

/** A service of the AwsQuery protocol that the local account does not have; its URL is for AWS_ENDPOINT_URL_…. */
export type QueryStandIn = LoopbackServer;

/** Starts it on loopback; the test says what it answers, and an action it does not know is an error. */
export function startQueryStandIn(service: QueryService): Promise<QueryStandIn> {
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
  return listenOnLoopback(server);
}
