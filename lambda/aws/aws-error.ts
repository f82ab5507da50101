import type { CoverageError } from '../../lib/core/blind-spot-findings';

/** A value that was read, as far as it could be, and what went wrong on the way. */
export interface Read<T> {
  readonly value: T;
  readonly errors: readonly CoverageError[];
}

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

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'Error';
}

/** Whether AWS refused a call for want of a permission; {@link describeAwsError} then names it. */
export function isAccessDenied(error: unknown): boolean {
  return ACCESS_DENIED.has(nameOf(error)) || KEY_DENIED.has(nameOf(error));
}

/** What must be allowed or mended; nothing where the error is of another kind. */
function hintOn(action: string, name: string): string {
  if (ACCESS_DENIED.has(name)) return `; allow the action ${action}`;
  if (KEY_DENIED.has(name)) {
    return `; the key it is encrypted with refuses: allow the actions kms:GenerateDataKey and kms:Decrypt on that key`;
  }
  return KEY_UNUSABLE.has(name) ? '; the key it is encrypted with must exist and be enabled' : '';
}

/** One sentence about a failed AWS call: error name, AWS's words, and the missing permission where that is the cause. */
export function describeAwsError(action: string, error: unknown): CoverageError {
  const name = nameOf(error);
  const words = error instanceof Error ? error.message : String(error);
  const cause = words && words !== name ? `${name}: ${words}` : name;
  const sentence = `${action} failed (${cause.replace(/\s+/g, ' ').slice(0, 300)})`;
  return { source: action, message: `${sentence}${hintOn(action, name)}` };
}

/** Collects all pages of a paged call. A page that fails ends the list; what came before is kept, with the error. */
export async function readPages<T>(
  action: string,
  readPage: (token: string | undefined) => Promise<{ items: readonly T[]; next: string | undefined }>,
): Promise<Read<T[]>> {
  const items: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  try {
    do {
      const page = await readPage(token);
      items.push(...page.items);
      token = page.next;
      if (token !== undefined && seen.has(token)) throw new Error('the same page token came twice');
      if (token !== undefined) seen.add(token);
    } while (token !== undefined);
    return { value: items, errors: [] };
  } catch (error) {
    return { value: items, errors: [describeAwsError(action, error)] };
  }
}

/** Calls that fail alike are told once. */
export function mergeErrors(errors: readonly CoverageError[]): CoverageError[] {
  return [...new Map(errors.map((error) => [error.message, error])).values()];
}
