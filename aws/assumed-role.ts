import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { toStatement } from '../lib/core/vocabulary/statement';
import { describeAwsError, StatementError } from './aws-error';
import { type CallCounter, countCalls } from './call-counter';
import { clientConfigOf } from './client-config';

/** Name of the sessions, as CloudTrail of the watched account shows it. */
const SESSION_NAME = 'bedrock-quota-watchdog';

/** Seconds of a session: the most that a role takes which a role assumes. */
const SESSION_SECONDS = 3_600;

/** Credentials are renewed so long before they end. */
const RENEWED_BEFORE_MS = 5 * 60_000;

/** Credentials of a session. */
export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** Assumes a role, once for as long as its session lasts. @throws StatementError that names role and reason. */
export type AssumeRole = (roleArn: string) => Promise<SessionCredentials>;

/** An STS client of a Region: its sessions hold in all Regions, those that are opted into too. */
export function createStsClient(region: string | undefined, counter: CallCounter): STSClient {
  const client = new STSClient(clientConfigOf(region));
  countCalls(client, 'sts', counter);
  return client;
}

async function assumeOnce(client: STSClient, roleArn: string, externalId: string | null): Promise<SessionCredentials> {
  try {
    const { Credentials } = await client.send(
      new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: SESSION_NAME,
        DurationSeconds: SESSION_SECONDS,
        ...(externalId === null ? {} : { ExternalId: externalId }),
      }),
    );
    const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
    if (!AccessKeyId || !SecretAccessKey || !SessionToken) throw new Error(`no credentials came for ${roleArn}`);
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: Expiration ?? new Date(Date.now() + SESSION_SECONDS * 1000),
    };
  } catch (error) {
    const why = describeAwsError('sts:AssumeRole', error);
    throw new StatementError(toStatement('onRole', why, roleArn), { cause: error });
  }
}

/** Sessions by role, shared by all who ask at once; one that failed is tried anew at the next asking. */
export function createAssumeRole(
  client: STSClient,
  { externalId, clock = Date.now }: { readonly externalId: string | null; readonly clock?: () => number },
): AssumeRole {
  const sessions = new Map<string, Promise<SessionCredentials>>();
  const renew = (roleArn: string): Promise<SessionCredentials> => {
    const session = assumeOnce(client, roleArn, externalId);
    sessions.set(roleArn, session);
    session.catch(() => sessions.delete(roleArn));
    return session;
  };
  return async (roleArn) => {
    const session = await (sessions.get(roleArn) ?? renew(roleArn));
    return session.expiration.getTime() - clock() > RENEWED_BEFORE_MS ? session : renew(roleArn);
  };
}
