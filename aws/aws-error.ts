import type { BlindSpot, Read } from '../lib/core/vocabulary/blind-spot';
import { cleanText } from '../lib/core/vocabulary/outside-text';
import {
  type Clauses,
  type Sentence,
  type Statement,
  spellStatement,
  toStatement,
} from '../lib/core/vocabulary/statement';
import { EN } from '../lib/language/en';

/** Names by which AWS says that the caller may not; the SDK calls SNS's `AuthorizationError` by the last one. */
const ACCESS_DENIED = new Set([
  'AccessDeniedException',
  'AccessDenied',
  'UnauthorizedOperation',
  'NotAuthorized',
  'AuthorizationError',
  'AuthorizationErrorException',
]);

/** The caller may publish, but not use the key that the topic is encrypted with. */
const KEY_DENIED = new Set(['KMSAccessDenied', 'KMSAccessDeniedException']);

/** The key itself cannot serve. */
const KEY_UNUSABLE = new Set(['KMSDisabledException', 'KMSInvalidStateException', 'KMSNotFoundException']);

/** Characters that are told of an error's own words. */
const LONGEST_ERROR = 300;

/** An error of our own, which has words in every language; its message is English, for logs. */
export class StatementError extends Error {
  constructor(
    readonly statement: Statement,
    options?: ErrorOptions,
  ) {
    super(spellStatement(statement, EN), options);
  }
}

/** What an error says: in every language if it is of our own, else in its own words. */
export function statementOf(error: unknown): Statement {
  if (error instanceof StatementError) return error.statement;
  return { message: cleanText(error instanceof Error ? error.message : String(error), LONGEST_ERROR) };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}

/** Whether AWS refused a call for want of a permission; {@link describeAwsError} then names it. */
export function isAccessDenied(error: unknown): boolean {
  return ACCESS_DENIED.has(nameOf(error)) || KEY_DENIED.has(nameOf(error));
}

/** What must be allowed or mended; nothing where the error is of another kind. */
function hintOn(action: string, name: string): readonly Sentence[] {
  if (ACCESS_DENIED.has(name)) return [toStatement('allow', action)];
  if (KEY_DENIED.has(name)) return [toStatement('allowKey')];
  return KEY_UNUSABLE.has(name) ? [toStatement('enableKey')] : [];
}

/** The error's name and AWS's words, which are the same in every language. */
function quote(error: unknown): string {
  const name = nameOf(error);
  const words = error instanceof Error ? error.message : String(error);
  const said = words && words !== name ? `${name}: ${words}` : name;
  return cleanText(said.replace(/\s+/g, ' '), LONGEST_ERROR);
}

/** A failed AWS call: what the error says, and the missing permission where that is the cause. */
export function describeAwsError(action: string, error: unknown): BlindSpot & Clauses {
  const said = error instanceof StatementError ? error.statement : quote(error);
  return { source: action, clauses: [toStatement('call', action, said), ...hintOn(action, nameOf(error))] };
}

/**
 * Pages of one list: Bedrock's 1,162 quotas are 12 of them, and 50,000 metrics 100. A list that is longer does not end, or
 * nobody could read it in time.
 */
const MOST_PAGES = 200;

/** Collects all pages of a paged call. A page that fails ends the list; what came before is kept, with the error. */
export async function readPages<T>(
  action: string,
  readPage: (token: string | undefined) => Promise<{ items: readonly T[]; next: string | undefined }>,
): Promise<Read<T[]>> {
  const items: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  let pages = 0;
  try {
    do {
      if (++pages > MOST_PAGES) throw new StatementError(toStatement('endless', `${MOST_PAGES}`));
      const page = await readPage(token);
      for (const item of page.items) items.push(item);
      token = page.next;
      if (token !== undefined && seen.has(token)) throw new StatementError(toStatement('samePage'));
      if (token !== undefined) seen.add(token);
    } while (token !== undefined);
    return { value: items, blindSpots: [] };
  } catch (error) {
    return { value: items, blindSpots: [describeAwsError(action, error)] };
  }
}

/** Calls that fail alike are told once. */
export function mergeBlindSpots(blindSpots: readonly BlindSpot[]): BlindSpot[] {
  return [...new Map(blindSpots.map((error) => [spellStatement(error, EN), error])).values()];
}
