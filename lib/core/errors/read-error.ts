import { ERROR_TEXTS, EXCEPTIONS, INFERENCE_OPERATIONS, OTHER_OPERATIONS, STATUSES } from './error-table';
import { type ErrorFacts, readFacts } from './facts';
import type { ErrorKind } from './kinds';
import { normalize, unwrap } from './unwrap';

/** An error as far as its text tells. */
export interface ErrorReading extends ErrorFacts {
  /** What refused the call; `unknown` when no known text says it. */
  readonly kind: ErrorKind;
  /** As it was given. */
  readonly text: string;
  /** As it stands there: `ThrottlingException`; `null` where none that is known does. */
  readonly exceptionName: string | null;
}

/** Characters of one message that are looked at. */
const LONGEST_MESSAGE = 600;

/** Where a message stands behind its label; what else a log prints, a prompt say, stands in other places. */
const MESSAGES: readonly RegExp[] = [
  /["'](?:error_?)?message["']\s*[:=]\s*["'](?!\s*["'])(.{1,600}?)["'](?=\s*[,}\])]|$)/gi,
  /an error occurred \(\w+\) when calling the \w+ operation[^:]{0,60}: (.{1,600})/gi,
  /\b\w*(?:exception|error)\b["']?\s*[:>]\s+(?!["'{[])(.{1,600})/gi,
];

function messagesOf(text: string): string[] {
  return MESSAGES.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, message = '']) => message.slice(0, LONGEST_MESSAGE)),
  );
}

function kindOfText(normalized: string, mayBe: readonly ErrorKind[] | null): ErrorKind | null {
  const rows = ERROR_TEXTS.filter(({ kind }) => mayBe === null || mayBe.includes(kind));
  return rows.find(({ pattern }) => pattern.test(normalized))?.kind ?? null;
}

const EXCEPTION_NAME = new RegExp(`(?<![a-z])(${[...EXCEPTIONS.keys()].join('|')})(?![a-z])`, 'gi');

/** Names under which gateways wrap any refusal. */
const WRAPPERS: ReadonlySet<string> = new Set(['ratelimiterror', 'badrequesterror', 'internalservererror']);

/** The known exception a text names: the one AWS raised before that of a gateway. */
function findException(text: string): string | null {
  const names = [...text.matchAll(EXCEPTION_NAME)].map(([name]) => name);
  return names.find((name) => !WRAPPERS.has(name.toLowerCase())) ?? names[0] ?? null;
}

/** A refusal for the rate of an operation that calls no model is of that operation's own quotas. */
function moveToOperation(kind: ErrorKind, { operation }: ErrorFacts): ErrorKind {
  const isRate = kind === 'requestsPerMinute' || kind === 'throttled' || kind === 'serviceQuotaExceeded';
  if (!isRate || operation === null || INFERENCE_OPERATIONS.has(operation)) return kind;
  return OTHER_OPERATIONS.has(operation) ? 'otherApi' : 'controlPlane';
}

function findKind(text: string, exceptionName: string | null, { status }: ErrorFacts): ErrorKind {
  const exception = exceptionName === null ? undefined : EXCEPTIONS.get(exceptionName.toLowerCase());
  const mayBe = exception?.mayBe ?? null;
  for (const message of messagesOf(text)) {
    const kind = kindOfText(normalize(message), mayBe);
    if (kind !== null) return kind;
  }
  const anywhere = kindOfText(normalize(text), mayBe);
  if (anywhere !== null) return anywhere;
  const ofStatus = status === null ? undefined : STATUSES.get(status);
  const isWrapper = exceptionName !== null && WRAPPERS.has(exceptionName.toLowerCase());
  return (isWrapper ? ofStatus : undefined) ?? exception?.kind ?? ofStatus ?? 'unrecognised';
}

/**
 * Reads an error: of botocore, the SDKs, a JSON body, a record of CloudTrail, an event of a stream, or only its words. The
 * message counts before other words around it, and the name of the exception where no known text stands.
 * Never throws; the text is from outside and is not to be trusted.
 */
export function readError(text: string): ErrorReading {
  const unwrapped = unwrap(text);
  const facts = readFacts(unwrapped);
  const exceptionName = findException(unwrapped);
  return { ...facts, kind: moveToOperation(findKind(unwrapped, exceptionName, facts), facts), text, exceptionName };
}
