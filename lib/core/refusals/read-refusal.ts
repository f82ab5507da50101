import { readError } from '../errors';
import { cutText, replaceUnseen } from '../vocabulary/outside-text';
import type { Refusal } from './refusal';

/** Characters of a text that are kept. */
const LONGEST_TEXT = 500;
const LONGEST_NAME = 200;

/** The service that CloudTrail names for bedrock-runtime. Source: AWS, "Monitor Amazon Bedrock API calls", 2026-10. */
const EVENT_SOURCE = 'bedrock.amazonaws.com';

/** Names of events of calls that ask a model: as {@link Refusal.operation}. Source: the same page. */
const MODEL_CALL = /^(?:InvokeModel|Converse)/;

/** What a record was: a refusal, no refusal of a call of a model, or nothing that can be read. */
export type RefusalReading =
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'other' }
  | { readonly kind: 'unreadable'; readonly reason: 'notARecord' | 'noId' | 'noTime' | 'noRegion' };

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
}

/** A text of the record in one line, without control and format characters; `null` for none. */
function textOf(value: unknown, longest = LONGEST_NAME): string | null {
  if (typeof value !== 'string') return null;
  return cutText(replaceUnseen(value, ' ').replace(/\s+/g, ' ').trim(), longest) || null;
}

/** `role/Session` of an assumed role, `user/name` of a user, else what the record names. */
function principalOf(identity: Members): string | null {
  const arn = textOf(identity.arn, 2_000);
  const assumed = arn === null ? null : /:assumed-role\/([^/]+)\/(.+)$/.exec(arn);
  if (assumed) return textOf(`${assumed[1]}/${assumed[2]}`);
  const user = arn === null ? null : /:(?:iam|sts)::\d{12}:((?:user|federated-user)\/.+|root)$/.exec(arn);
  if (user) return textOf(user[1]);
  return (
    textOf(identity.userName) ?? textOf(identity.invokedBy) ?? textOf(identity.principalId) ?? textOf(identity.type)
  );
}

/** An HTTP error code without a namespace before it or an address behind: `ThrottlingException`. */
function codeOf(value: unknown): string | null {
  return (
    textOf(value)
      ?.replace(/^.*[#.]/, '')
      .replace(/:.*$/, '') || null
  );
}

/**
 * Reads a CloudTrail record: the `detail` of an event of EventBridge, or what LookupEvents returns as a text. Members that
 * are not known are passed over, and those that are missing are `null`; only what a refusal cannot do without makes a record
 * unreadable. Never throws.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
export function readRefusal(record: unknown): RefusalReading {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return { kind: 'unreadable', reason: 'notARecord' };
  }
  const event = record as Members;
  const operation = textOf(event.eventName);
  const errorCode = codeOf(event.errorCode);
  if (operation === null) return { kind: 'unreadable', reason: 'notARecord' };
  if (event.eventSource !== EVENT_SOURCE || !MODEL_CALL.test(operation) || errorCode === null) return { kind: 'other' };
  const eventId = textOf(event.eventID);
  if (eventId === null) return { kind: 'unreadable', reason: 'noId' };
  const at = typeof event.eventTime === 'string' ? Date.parse(event.eventTime) : Number.NaN;
  if (!Number.isFinite(at)) return { kind: 'unreadable', reason: 'noTime' };
  const region = textOf(event.awsRegion);
  if (region === null) return { kind: 'unreadable', reason: 'noRegion' };
  const text = textOf(event.errorMessage, LONGEST_TEXT) ?? errorCode;
  const identity = membersOf(event.userIdentity);
  const account = textOf(event.recipientAccountId) ?? textOf(identity.accountId);
  return {
    kind: 'refusal',
    refusal: {
      eventId,
      at,
      region,
      accountId: account !== null && /^\d{12}$/.test(account) ? account : null,
      operation,
      modelId: textOf(membersOf(event.requestParameters).modelId, 2_048),
      kind: readError(`${errorCode}: ${text}`).kind,
      errorCode,
      text,
      principal: principalOf(identity),
      userAgent: textOf(event.userAgent),
    },
  };
}
