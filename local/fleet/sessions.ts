import type { QueryService } from '../wire/aws-query';
import { needParameter } from '../wire/aws-query';
import { ServiceError } from '../wire/service-error';

/** How the access keys of sessions begin; the account's id follows. */
const SESSION_KEY = 'ASIALOCAL';

/** Seconds of a session. */
const SESSION_MS = 3_600_000;

/** What a role asks for. */
export interface ReaderRoles {
  /** Accounts that have no such role, or do not trust the caller. */
  readonly denied: ReadonlySet<string>;
  /** `null`: none is asked for. */
  readonly externalId: string | null;
}

/** STS of the home account, as far as roles of other accounts are assumed. */
export function createSessions({ denied, externalId }: ReaderRoles): QueryService {
  return {
    AssumeRole: (parameters) => {
      const roleArn = needParameter(parameters, 'RoleArn');
      const accountId = roleArn.split(':')[4] ?? '';
      const isRefused = denied.has(accountId) || (externalId !== null && parameters.get('ExternalId') !== externalId);
      if (isRefused) {
        const caller = 'arn:aws:sts::111122223333:assumed-role/worker/local';
        const message = `User: ${caller} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
        throw new ServiceError('AccessDenied', message, 403);
      }
      return {
        Credentials: {
          AccessKeyId: `${SESSION_KEY}${accountId}`,
          SecretAccessKey: 'local',
          SessionToken: 'local',
          Expiration: new Date(Date.now() + SESSION_MS).toISOString(),
        },
      };
    },
  };
}

/** The account of a session's key; `null` for the keys of the home account. */
export function accountOfKey(accessKeyId: string): string | null {
  return accessKeyId.startsWith(SESSION_KEY) ? accessKeyId.slice(SESSION_KEY.length) : null;
}
