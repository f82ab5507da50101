import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { GetAccessKeyInfoCommand, STSClient } from '@aws-sdk/client-sts';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import type { QuotaTableRow } from '../../../local/quotas/table';
import { type LoopbackServer, listenOnLoopback } from '../../../local/wire/loopback';

/** Services of which the engine knows nothing that is of Bedrock quotas: they answer from local accounts. */
const LOCAL_SERVICES = new Set(['servicequotas', 'bedrock']);

const SIGNATURE = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/,]+)\//;

const ACCOUNT_ID = /^\d{12}$/;

/** What stands before the engine, where clients and functions call. */
export interface Front {
  readonly url: string;
  /** Regions in which the services that are read answer with an error. */
  readonly failing: Set<string>;
  /** Calls by `account region service`, as they were signed. */
  readonly calls: ReadonlyMap<string, number>;
  /** Says where the engine is, once it runs. */
  lead(engineUrl: string): void;
  /** Quotas of an account and Region. */
  at(accountId: string, region: string): Promise<LocalAccount>;
  close(): Promise<void>;
}

/** Hands a request on as it came; the host it was signed for stays. To the engine it came by TLS, which ends here. */
function forward(url: string, request: IncomingMessage, response: ServerResponse): void {
  const headers = { ...request.headers, 'x-forwarded-proto': 'https' };
  const onward = send(`${url}${request.url}`, { method: request.method, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 500, reply.headers);
    reply.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

function refuse(response: ServerResponse): void {
  const body = JSON.stringify({ __type: 'InternalServiceException', message: 'The Region is down.' });
  response.writeHead(503, { 'content-type': 'application/x-amz-json-1.1' }).end(body);
}

/** Who signs by a key, as the engine's STS knows it. */
function createAccountOf(engineUrl: () => string): (accessKeyId: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  const ask = async (accessKeyId: string) => {
    const credentials = { accessKeyId: 'e2e', secretAccessKey: 'e2e' };
    const client = new STSClient({ endpoint: engineUrl(), region: 'us-east-1', credentials });
    const { Account } = await client.send(new GetAccessKeyInfoCommand({ AccessKeyId: accessKeyId }));
    if (!Account) throw new Error(`nobody has the key ${accessKeyId}`);
    return Account;
  };
  return async (accessKeyId) => {
    // The engine's word for the root of an account.
    if (ACCOUNT_ID.test(accessKeyId)) return accessKeyId;
    const account = known.get(accessKeyId) ?? ask(accessKeyId);
    known.set(accessKeyId, account);
    return account;
  };
}

/** Starts it. Service Quotas and Bedrock answer here for the account of whoever signed and the Region of the signature. */
export async function startFront(quotas: readonly QuotaTableRow[]): Promise<Front> {
  const accounts = new Map<string, Promise<LocalAccount>>();
  const failing = new Set<string>();
  const calls = new Map<string, number>();
  let engine = '';
  const accountOf = createAccountOf(() => engine);
  const at = (accountId: string, region: string) => {
    const key = `${accountId} ${region}`;
    const account = accounts.get(key) ?? startLocalAccount({ now: new Date(), accountId, region, quotas });
    accounts.set(key, account);
    return account;
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const [, key = '', region = '', service = ''] = SIGNATURE.exec(request.headers.authorization ?? '') ?? [];
    const isRead = LOCAL_SERVICES.has(service) || service === 'monitoring';
    if (isRead && failing.has(region)) return refuse(response);
    if (!isRead) return forward(engine, request, response);
    const accountId = await accountOf(key);
    const name = `${accountId} ${region} ${service}`;
    calls.set(name, (calls.get(name) ?? 0) + 1);
    forward(LOCAL_SERVICES.has(service) ? (await at(accountId, region)).url : engine, request, response);
  };
  const server: LoopbackServer = await listenOnLoopback(
    createServer((request, response) => {
      handle(request, response).catch(() => response.destroy());
    }),
  );
  return {
    url: server.url,
    failing,
    calls,
    lead: (url) => {
      engine = url;
    },
    at,
    async close() {
      await server.close();
      for (const account of accounts.values()) await (await account).close();
    },
  };
}
