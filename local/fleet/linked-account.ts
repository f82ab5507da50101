import { type JsonObject, objectsOf, parseJsonBody, textOf } from '../wire/aws-json';
import { ServiceError } from '../wire/service-error';

/**
 * Whose metrics a call to CloudWatch asks for, where it is made in a monitoring account; `null`: its own.
 * @throws ServiceError for queries of several accounts, which the watchdog never asks at once.
 */
function sourceAccountOf(input: JsonObject): string | null {
  const listed = textOf(input, 'OwningAccount');
  const queried = objectsOf(input, 'MetricDataQueries').map((query) => textOf(query, 'AccountId') ?? null);
  const accounts = new Set(listed === undefined ? queried : [listed]);
  const [first = null] = accounts;
  if (accounts.size > 1) throw new ServiceError('InvalidParameterCombination', 'one account a call, please');
  return first;
}

/** What a call of the home account finds of another one. */
export type LinkedCall =
  | { readonly kind: 'own' }
  | { readonly kind: 'linked'; readonly accountId: string }
  /** The account shares nothing with the monitoring account, so nothing of it is found. */
  | { readonly kind: 'unlinked'; readonly reply: JsonObject };

/** Reads whose metrics a call asks for. @param sources Accounts that are linked to the home account. */
export function readLinkedCall(body: Buffer, sources: ReadonlySet<string>): LinkedCall {
  const input = parseJsonBody(body.toString('utf8'));
  const accountId = sourceAccountOf(input);
  if (accountId === null) return { kind: 'own' };
  if (sources.has(accountId)) return { kind: 'linked', accountId };
  return { kind: 'unlinked', reply: { Metrics: [], MetricDataResults: [] } };
}
