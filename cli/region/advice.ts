import { isAccessDenied } from '../../aws/aws-error';
import type { CommandWords } from '../../lib/language/command-words';

/** Error names by which AWS says that it does not know the caller. */
const UNKNOWN_CALLER = new Set([
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'MissingAuthenticationTokenException',
]);

const EXPIRED = new Set(['ExpiredTokenException', 'ExpiredToken', 'RequestExpired', 'TokenRefreshRequired']);

const NETWORK_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH']);

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** What a person does about a failed AWS call, by the kind of error, never by its words; `null` when that is said. */
export function adviseOn(error: unknown, words: CommandWords): string | null {
  const { expired, unknownCaller, network, again } = words.complaints.advice;
  const name = error instanceof Error ? error.name : '';
  // The sentence of the failure names the permission.
  if (isAccessDenied(error)) return null;
  if (EXPIRED.has(name)) return expired;
  if (UNKNOWN_CALLER.has(name)) return unknownCaller;
  return name === 'TimeoutError' || NETWORK_CODES.has(codeOf(error)) ? network : again;
}
