import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import type { LocalAccountOptions } from '../account/account-options';
import { type LocalAccount, startLocalAccount } from '../account/local-account';
import { parseJsonBody, toJsonError, toJsonReply } from '../wire/aws-json';
import { toQueryError, toQueryReply } from '../wire/aws-query';
import { listenOnLoopback } from '../wire/loopback';
import { ServiceError } from '../wire/service-error';
import { readLinkedCall } from './linked-account';
import { createOrganizations, type Organization } from './organization';
import { accountOfKey, createSessions, type ReaderRoles } from './sessions';

/** How a fleet is set up. */
export interface LocalFleetOptions {
  readonly now: Date;
  /** The watchdog's own account and Region. */
  readonly home: { readonly accountId: string; readonly region: string };
  /** What each account and Region is set up with. @default - what a local account is */
  readonly account?: Partial<LocalAccountOptions>;
  /** What single ones are set up with besides. @default - nothing */
  readonly accountAt?: (accountId: string, region: string) => Partial<LocalAccountOptions>;
  readonly organization: Organization;
  readonly roles: ReaderRoles;
  /** Whether a call is one too many, and is throttled. @default - none is */
  readonly refuses?: (call: FleetCall) => boolean;
  /** What is done to calls on their way. @default - nothing */
  readonly tamper?: Tamper;
}

/** A call, as its signature and its header tell of it. */
export interface FleetCall {
  readonly accountId: string;
  readonly region: string;
  readonly service: string;
  readonly operation: string;
  /** Partition of the first item that a call of DynamoDB names; `null`: it is of another service, or names none. */
  readonly partition: string | null;
}

/** What happens to calls and answers on their way. */
export interface Tamper {
  /** Whether a call is lost before AWS has it. */
  loses(call: FleetCall): boolean;
  /** Whether the answer is lost: AWS did what was asked. */
  losesAnswer(call: FleetCall): boolean;
}

/** Several accounts and Regions behind one endpoint: who calls and where is told by the signature of a call, as in AWS. */
export interface LocalFleet {
  readonly home: LocalAccount;
  /** An account in a Region; it is there from the first call on. */
  at(accountId: string, region: string): Promise<LocalAccount>;
  /** Regions that are not enabled, or down, as `accountId region`; `organizations`, where that refuses. */
  readonly closed: Set<string>;
  readonly organization: Organization;
  /** Accounts whose metrics the home account sees, as the monitoring account of CloudWatch cross-account observability. */
  readonly linked: Set<string>;
  /** Calls by account, Region and action. */
  readonly calls: Map<string, number>;
  readonly environment: Readonly<Record<string, string>>;
  /** Sets the clocks of all. */
  setTime(time: Date): void;
  close(): Promise<void>;
}

const SIGNATURE = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/,]+)\//;

/** Who signed a call, where it goes, and to which service. */
function readSignature({ headers }: IncomingMessage): { accountId: string | null; region: string; service: string } {
  const [, key = '', region = '', service = ''] = SIGNATURE.exec(headers.authorization ?? '') ?? [];
  return { accountId: accountOfKey(key), region, service };
}

/** The operation of a call; empty where only its path tells. */
function operationOf({ headers }: IncomingMessage, body: Buffer): string {
  const target = headers['x-amz-target'];
  if (target !== undefined) return String(target).split('.').pop() ?? '';
  return new URLSearchParams(body.toString('utf8')).get('Action') ?? '';
}

const PARTITION = /"(?:pk|:pk)":\{"S":"([^"]*)"\}/;

/** Of which partition a call is. */
function partitionOf(service: string, body: Buffer): string | null {
  return service === 'dynamodb' ? (PARTITION.exec(body.toString('utf8'))?.[1] ?? null) : null;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Where a call goes, and whether its answer is lost. */
interface Onward {
  readonly to: LocalAccount;
  readonly isAnswerLost: () => boolean;
}

/** Hands a call on as it came. */
function forward(
  { to, isAnswerLost }: Onward,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
) {
  const onward = send(`${to.url}${url}`, { method, headers }, (reply) => {
    if (isAnswerLost()) {
      response.destroy();
      return;
    }
    response.writeHead(reply.statusCode ?? 500, reply.headers);
    reply.pipe(response);
  });
  onward.on('error', () => response.destroy());
  onward.end(body);
}

function answer(response: ServerResponse, { status, headers, body }: ReturnType<typeof toJsonReply>): void {
  response.writeHead(status, headers).end(body);
}

/** Starts a fleet. Close it, or the process stays alive. */
export async function startLocalFleet(options: LocalFleetOptions): Promise<LocalFleet> {
  const { now, home: place, organization, roles } = options;
  const accounts = new Map<string, Promise<LocalAccount>>();
  const closed = new Set<string>();
  const linked = new Set<string>();
  const calls = new Map<string, number>();
  let time = now;
  const at = (accountId: string, region: string): Promise<LocalAccount> => {
    const key = `${accountId} ${region}`;
    const set = { ...options.account, ...options.accountAt?.(accountId, region), now: time, accountId, region };
    const known = accounts.get(key) ?? startLocalAccount(set);
    accounts.set(key, known);
    return known;
  };
  const home = await at(place.accountId, place.region);
  const organizations = createOrganizations(organization);
  const sts = createSessions(roles);
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readBody(request);
    const { accountId, region, service } = readSignature(request);
    const where = `${accountId ?? place.accountId} ${region}`;
    const count = `${where} ${service}`;
    calls.set(count, (calls.get(count) ?? 0) + 1);
    const operation = operationOf(request, body);
    try {
      const partition = partitionOf(service, body);
      const call = { accountId: accountId ?? place.accountId, region, service, operation, partition };
      const isAnswerLost = () => options.tamper?.losesAnswer(call) ?? false;
      if (options.tamper?.loses(call)) {
        response.destroy();
        return;
      }
      if (options.refuses?.(call)) throw new ServiceError('ThrottlingException', 'Rate exceeded');
      if (service === 'organizations') {
        if (closed.has('organizations')) throw new ServiceError('AccessDeniedException', 'You are not in charge.', 403);
        const reply = organizations[operation];
        if (!reply) throw new ServiceError('UnknownOperationException', operation, 404);
        answer(response, toJsonReply(reply(parseJsonBody(body.toString('utf8'))), '1.1'));
        return;
      }
      if (service === 'sts' && operation === 'AssumeRole' && sts.AssumeRole) {
        const parameters = new URLSearchParams(body.toString('utf8'));
        const reply = toQueryReply('AssumeRole', sts.AssumeRole(parameters));
        if (isAnswerLost()) response.destroy();
        else answer(response, reply);
        return;
      }
      if (closed.has(where)) {
        const message = 'The security token included in the request is invalid.';
        throw new ServiceError('UnrecognizedClientException', message, 403);
      }
      const seen =
        service === 'monitoring' && accountId === null ? readLinkedCall(body, linked) : { kind: 'own' as const };
      if (seen.kind === 'unlinked') {
        answer(response, toJsonReply(seen.reply, '1.0'));
        return;
      }
      const owner = seen.kind === 'linked' ? seen.accountId : (accountId ?? place.accountId);
      forward({ to: await at(owner, region), isAnswerLost }, request, body, response);
    } catch (error) {
      const known = error instanceof ServiceError ? error : new ServiceError('InternalFailure', String(error), 500);
      answer(response, service === 'sts' ? toQueryError(known) : toJsonError(known, '1.1'));
    }
  };
  const server = await listenOnLoopback(createServer((request, response) => void handle(request, response)));
  return {
    home,
    at,
    closed,
    linked,
    organization,
    calls,
    environment: { ...home.environment, AWS_ENDPOINT_URL: server.url },
    setTime(next) {
      time = next;
      for (const account of accounts.values()) void account.then(({ clock }) => clock.set(next));
    },
    async close() {
      await server.close();
      for (const account of accounts.values()) await (await account).close();
    },
  };
}
