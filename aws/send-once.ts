import { statusOf } from './status-of';

/** Tries of what a service refused; the outbox brings it again at the next run. */
const ATTEMPTS = 3;

/** Whether the service itself said that it did not take it now; a lost answer says nothing. */
function isRefusedForNow(error: unknown): boolean {
  const { name = '' } = error as { name?: string };
  const status = statusOf(error);
  return name.includes('Throttl') || status === 429 || status >= 500;
}

/**
 * Sends what must not come twice. Only a plain refusal is tried again: after a lost answer it may be out already, and
 * each try could bring it once more. The client must not try again by itself.
 * @throws the SDK's error when it was not taken, or the service did not say so.
 */
export async function sendOnce<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (attempt === ATTEMPTS || !isRefusedForNow(error)) throw error;
    }
  }
}
