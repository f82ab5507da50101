import type { CoverageError } from '../../lib/core/blind-spot-findings';

/** A value that was read, as far as it could be, and what went wrong on the way. */
export interface Read<T> {
  readonly value: T;
  readonly errors: readonly CoverageError[];
}

const ACCESS_DENIED = new Set(['AccessDeniedException', 'AccessDenied', 'UnauthorizedOperation', 'AuthorizationError']);

/** One sentence about a failed AWS call: error name, AWS's words, and the missing permission where that is the cause. */
export function describeAwsError(action: string, error: unknown): CoverageError {
  const name = error instanceof Error ? error.name : 'Error';
  const words = error instanceof Error ? error.message : String(error);
  const cause = words && words !== name ? `${name}: ${words}` : name;
  const hint = ACCESS_DENIED.has(name) ? `; allow the action ${action}` : '';
  return { source: action, message: `${action} failed (${cause.replace(/\s+/g, ' ').slice(0, 300)})${hint}` };
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
