import type { JsonObject } from '../wire/aws-json';
import { hash } from './hash';

/** Who makes calls. */
export interface TrailCaller {
  readonly role: string;
  readonly session: string;
  readonly userAgent: string;
}

/** A call that was refused. */
export interface TrailEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `Converse`. */
  readonly operation: string;
  /** As the caller wrote it. */
  readonly modelId: string;
  /** `ThrottlingException`. */
  readonly errorCode: string;
  readonly errorMessage: string;
}

/** Where a record is made, and what makes it different from all others. */
export interface TrailStamp {
  readonly accountId: string;
  readonly region: string;
  readonly caller: TrailCaller;
  /** Of this the ids of event and request are made: the same gives the same. */
  readonly id: string;
}

/** Who calls where a scenario names nobody. */
export const DEFAULT_CALLER: TrailCaller = {
  role: 'Application',
  session: 'main',
  userAgent: 'aws-sdk-js/3.1164.0 ua/2.1 os/linux lang/js md/nodejs#22.21.0 api/bedrock-runtime#3.1164.0',
};

function toUuid(text: string): string {
  const hex = [0, 1, 2, 3].map((part) => hash(`${part} ${text}`).toString(16).padStart(8, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

/**
 * A refused call as CloudTrail records it: a management event, to the second.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html, 2026-10
 */
export function toTrailRecord(entry: TrailEntry, { accountId, region, caller, id }: TrailStamp): JsonObject {
  const { role, session, userAgent } = caller;
  const principalId = `AROA${hash(role).toString(36).toUpperCase().padStart(8, '0')}EXAMPLE`;
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `${principalId}:${session}`,
      arn: `arn:aws:sts::${accountId}:assumed-role/${role}/${session}`,
      accountId,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId,
          arn: `arn:aws:iam::${accountId}:role/${role}`,
          accountId,
          userName: role,
        },
      },
    },
    eventTime: new Date(entry.at).toISOString().replace(/\.\d+Z$/, 'Z'),
    eventSource: 'bedrock.amazonaws.com',
    eventName: entry.operation,
    awsRegion: region,
    sourceIPAddress: '192.0.2.10',
    userAgent,
    errorCode: entry.errorCode,
    errorMessage: entry.errorMessage,
    requestParameters: { modelId: entry.modelId },
    responseElements: null,
    requestID: toUuid(`request ${id}`),
    eventID: toUuid(`event ${id}`),
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: accountId,
    eventCategory: 'Management',
    tlsDetails: { clientProvidedHostHeader: `bedrock-runtime.${region}.amazonaws.com` },
  };
}
