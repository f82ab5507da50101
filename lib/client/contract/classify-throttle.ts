import { type ErrorKind, readError } from '../../core/errors';

/** What refuses a call, as far as an error tells. */
export type ThrottleKind =
  | 'requestsPerMinute'
  | 'tokensPerMinute'
  /** The day's tokens are used up, or a quota is 0: AWS uses the same words for both. */
  | 'tokensPerDay'
  /** A limit that the error does not name. */
  | 'throttled'
  /** Shared capacity of AWS, no quota of the caller. */
  | 'capacity'
  | 'modelNotReady';

const KINDS: Readonly<Partial<Record<ErrorKind, ThrottleKind>>> = {
  requestsPerMinute: 'requestsPerMinute',
  tokensPerMinute: 'tokensPerMinute',
  tokensPerDay: 'tokensPerDay',
  throttled: 'throttled',
  serviceQuotaExceeded: 'throttled',
  concurrency: 'throttled',
  capacity: 'capacity',
  modelNotReady: 'modelNotReady',
};

/** The fields of an SDK's error that say something: of a wrapped one as much as of a plain object. */
interface ErrorLike {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: unknown };
  readonly originalStatusCode?: unknown;
}

/** Errors that wrap one another are followed this far. */
const DEEPEST_CAUSE = 5;

function textOf({ name, message, $metadata }: ErrorLike): string {
  const status = $metadata?.httpStatusCode;
  const told = typeof name === 'string' ? `${name}: ` : '';
  return `${told}${typeof message === 'string' ? message : ''}${typeof status === 'number' ? ` (HTTP ${status})` : ''}`;
}

/** Exceptions inside a stream come as an event with one member, the exception by its name. */
function unwrapEvent(error: object): object {
  const [entry, ...others] = Object.entries(error);
  if (!entry || others.length > 0) return error;
  const [name, value] = entry;
  return /exception$/i.test(name) && typeof value === 'object' && value !== null ? { name, ...value } : error;
}

/**
 * What refused a call; `null`: the error is no throttle. By AWS's words, and by the type of the error where they are not
 * known. Takes errors of the SDK, those inside streams, errors that wrap them, and texts; never throws.
 */
export function classifyThrottle(error: unknown): ThrottleKind | null {
  let one: unknown = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && one !== undefined && one !== null; depth++) {
    const isObject = typeof one === 'object';
    const read = isObject ? unwrapEvent(one as object) : null;
    const kind = KINDS[readError(read ? textOf(read) : String(one)).kind];
    if (kind) return kind;
    one = read && 'cause' in read ? read.cause : undefined;
  }
  return null;
}
