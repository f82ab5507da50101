import type { ExplainWords } from '../words/explain';

/**
 * What an error of Bedrock says: the first five are quotas of the model or the account, of which `throttled` and
 * `serviceQuotaExceeded` name no limit. Each has a meaning in every language.
 */
export type ErrorKind = keyof ExplainWords['meanings'];

/** Every kind there is. */
const KINDS: Readonly<Record<ErrorKind, true>> = {
  tokensPerDay: true,
  tokensPerMinute: true,
  requestsPerMinute: true,
  throttled: true,
  serviceQuotaExceeded: true,
  capacity: true,
  modelNotReady: true,
  modelStreamError: true,
  onDemandNotSupported: true,
  accessDenied: true,
  invalidModelId: true,
  requestTooLong: true,
  modelTimeout: true,
  modelError: true,
  internalError: true,
  legacyModel: true,
  modelAccess: true,
  accountRestricted: true,
  concurrency: true,
  otherApi: true,
  controlPlane: true,
  increaseLimit: true,
  unrecognised: true,
};

/** The names of all kinds, for what was saved. */
export const ERROR_KINDS: ReadonlySet<string> = new Set(Object.keys(KINDS));

/** Kinds behind which a quota of tokens or requests of the model, or of the account, may be. */
const OF_MODEL_QUOTAS: ReadonlySet<ErrorKind> = new Set([
  'tokensPerDay',
  'tokensPerMinute',
  'requestsPerMinute',
  'throttled',
  'serviceQuotaExceeded',
]);

/** Kinds that say nothing of what is behind them, so that the numbers of the account must tell. */
const OPEN: ReadonlySet<ErrorKind> = new Set(['capacity', 'modelNotReady', 'unrecognised']);

/** Kinds that hang on no model: its name would add nothing to the answer. */
const WITHOUT_MODEL: ReadonlySet<ErrorKind> = new Set([
  'modelStreamError',
  'modelTimeout',
  'modelError',
  'internalError',
  'legacyModel',
  'modelAccess',
  'accountRestricted',
  'accessDenied',
  'invalidModelId',
  'requestTooLong',
  'concurrency',
  'otherApi',
  'controlPlane',
  'increaseLimit',
]);

/** Kinds that speak of a passing lack: calls refused so are throttled, by a quota or by what AWS has. */
const THROTTLES = [
  'tokensPerDay',
  'tokensPerMinute',
  'requestsPerMinute',
  'throttled',
  'serviceQuotaExceeded',
  'capacity',
  'modelNotReady',
] as const;

/** One of the kinds of throttles. */
export type ThrottleKind = (typeof THROTTLES)[number];

/** Whether calls refused so are throttled, by whosever limit. */
export function isThrottle(kind: ErrorKind): kind is ThrottleKind {
  return THROTTLES.some((one) => one === kind);
}

/** Whether calls refused so count as throttled, by a quota of the model or of the account. */
export function isOfModelQuota(kind: ErrorKind): boolean {
  return OF_MODEL_QUOTAS.has(kind);
}

/** Whether no quota of tokens or requests is behind an error, whatever the account's numbers say. */
export function isNoModelQuota(kind: ErrorKind): boolean {
  return !OF_MODEL_QUOTAS.has(kind) && !OPEN.has(kind);
}

/** Whether the answer hangs on which model was called. */
export function hangsOnModel(kind: ErrorKind): boolean {
  return !WITHOUT_MODEL.has(kind);
}

/** Errors behind which quotas of other things are: calls at the same time, agents, management, requests for more. */
const OF_OTHER_QUOTAS: ReadonlySet<ErrorKind> = new Set(['concurrency', 'otherApi', 'controlPlane', 'increaseLimit']);

/** Whether a quota is behind an error, though none of tokens or requests of a model. */
export function isOfOtherQuota(kind: ErrorKind): boolean {
  return OF_OTHER_QUOTAS.has(kind);
}
