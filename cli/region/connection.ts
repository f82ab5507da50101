import { boundEach } from '../../aws/bound';
import type { CallCounter } from '../../aws/call-counter';
import { type AwsClients, createClients } from '../../aws/clients';
import type { TargetClients } from '../../aws/target-clients';
import { isRegionName } from '../../lib/core/vocabulary/place';
import { type CommandWords, commandWordsOf } from '../../lib/language/command-words';
import { CliError, EXIT } from '../terminal/cli-error';
import type { GlobalOptions } from '../terminal/options';
import { toOneLine } from '../terminal/plain-text';
import type { CliIo } from '../terminal/process-io';
import { type CallFailure, logFailures } from './failure-log';

/** One Region of an account, with the clients that read it. */
export interface ReadingConnection {
  readonly region: string;
  /** The account that is read; absent where it is that of the credentials, whichever that is. */
  readonly accountId?: string;
  readonly clients: TargetClients;
  readonly counter: CallCounter;
  /** The calls that failed so far. */
  readonly failures: readonly CallFailure[];
}

/** One Region of the credentials' own account, with all its clients. */
export interface Connection extends ReadingConnection {
  readonly clients: AwsClients;
}

/**
 * One call with its retries: the time limit of a request ends with the first byte of an answer, and one that never comes whole
 * would hang for good. Two calls in a row are less than a minute.
 */
const CALL_MS = 25_000;

/** Closes the sockets of some clients. */
export function closeClients(clients: TargetClients): void {
  for (const client of Object.values(clients)) client.destroy();
}

/** The same clients with a limit to each call, and a log of those that fail. */
export function guardClients<Clients extends TargetClients>(clients: Clients) {
  const failures = logFailures(clients);
  return { clients: boundEach(clients, () => AbortSignal.timeout(CALL_MS), 'noAnswer'), failures };
}

/** The Region of the surroundings as the AWS CLI finds it: AWS_REGION, AWS_DEFAULT_REGION, the profile. */
async function findRegion(env: CliIo['env'], { complaints }: CommandWords): Promise<string> {
  const named = env.AWS_REGION || env.AWS_DEFAULT_REGION;
  if (named) return named;
  const clients = createClients(undefined, new Map());
  try {
    return await clients.serviceQuotas.config.region();
  } catch (cause) {
    const { noRegion, noRegionInProfile } = complaints.connection;
    const message = env.AWS_PROFILE ? noRegionInProfile(env.AWS_PROFILE) : noRegion;
    throw new CliError(EXIT.wrongCall, message, { cause });
  } finally {
    closeClients(clients);
  }
}

async function requireCredentials(
  { clients }: Connection,
  env: CliIo['env'],
  { complaints }: CommandWords,
): Promise<void> {
  try {
    await clients.serviceQuotas.config.credentials();
  } catch (cause) {
    const why = toOneLine(cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
    const { noCredentials, noCredentialsInProfile } = complaints.connection;
    const message = env.AWS_PROFILE ? noCredentialsInProfile(env.AWS_PROFILE, why) : noCredentials(why);
    throw new CliError(EXIT.unreadable, message, { cause });
  }
}

/**
 * Clients for every Region asked for, with the SDK's own ways to credentials and endpoints.
 * @throws CliError 2 without a usable Region, 3 without credentials.
 */
export async function connect(options: GlobalOptions, io: CliIo): Promise<Connection[]> {
  if (options.profile !== undefined) io.env.AWS_PROFILE = options.profile;
  const words = commandWordsOf(options.language);
  const regions = options.region.length > 0 ? options.region : [await findRegion(io.env, words)];
  for (const region of regions) {
    if (isRegionName(region)) continue;
    throw new CliError(EXIT.wrongCall, words.complaints.connection.badRegion(toOneLine(region)));
  }
  const connections = regions.map((region): Connection => {
    const counter: CallCounter = new Map();
    return { region, counter, ...guardClients(createClients(region, counter)) };
  });
  const [first] = connections;
  try {
    if (first) await requireCredentials(first, io.env, words);
  } catch (error) {
    for (const { clients } of connections) closeClients(clients);
    throw error;
  }
  return connections;
}
