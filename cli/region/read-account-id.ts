import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { boundBy } from '../../aws/bound';

const IDENTITY_TIMEOUT_MS = 2_000;

/** The account of the credentials; `null` when STS does not say, for nothing hangs on it. */
export async function readAccountId(region: string): Promise<string | null> {
  const requestHandler = {
    requestTimeout: IDENTITY_TIMEOUT_MS,
    connectionTimeout: IDENTITY_TIMEOUT_MS,
    throwOnRequestTimeout: true,
  };
  const client = new STSClient({ region, maxAttempts: 1, requestHandler });
  const bound = boundBy(client, () => AbortSignal.timeout(IDENTITY_TIMEOUT_MS), 'noAnswer');
  try {
    return (await bound.send(new GetCallerIdentityCommand({}))).Account ?? null;
  } catch {
    return null;
  } finally {
    client.destroy();
  }
}
