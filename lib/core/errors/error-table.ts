import type { ErrorKind } from './kinds';

/** A text of AWS, and what it says. */
export interface ErrorTextRow {
  readonly kind: ErrorKind;
  /** Held against lower case, single spaces, straight quotes and plain hyphens. */
  readonly pattern: RegExp;
}

/**
 * Texts by kind, the more specific first ("tokens per day" holds "tokens"). Sources, read up to 2026-11: the API reference of
 * bedrock-runtime, AWS's page "Troubleshooting Amazon Bedrock API error codes", the API reference of Service Quotas, and
 * texts that SDKs printed.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 */
export const ERROR_TEXTS: readonly ErrorTextRow[] = [
  {
    kind: 'increaseLimit',
    pattern:
      /only one open service quota increase request|quota increase requests? (?:is|are) (?:already )?open|exceeded the (?:number of )?open requests|maximum number of open (?:quota )?requests/,
  },
  { kind: 'tokensPerDay', pattern: /tokens per day|daily tokens? (?:limit|quota)/ },
  {
    kind: 'onDemandNotSupported',
    pattern: /on-demand throughput (?:isn't|is not) supported|(?:doesn't|does not) support on-demand/,
  },
  {
    kind: 'legacyModel',
    pattern:
      /as legacy\b|legacy model|end[- ]of[- ](?:its )?life|model (?:version )?(?:has been|is) (?:deprecated|retired)|reached the end of/,
  },
  {
    kind: 'modelAccess',
    pattern:
      /payment_instrument|payment instrument|aws[- ]marketplace|use[- ]case details|use[- ]case form|ftuformnotfilled|model access is denied|have access to the model|not available for (?:this|your) account|(?:model|end user license) agreement|subscribe to (?:the|this) model/,
  },
  {
    kind: 'concurrency',
    pattern:
      /concurrent (?:requests|invocations|calls|invokemodel)|too many concurrent|concurrency (?:limit|quota)|async(?:hronous)? (?:invocations?|requests?|inference) (?:limit|quota)/,
  },
  {
    kind: 'requestTooLong',
    pattern:
      /too many input tokens|(?:input|prompt) is too long|exceeds? the (?:model limit|maximum (?:number of )?(?:input )?tokens)|maximum context length/,
  },
  { kind: 'tokensPerMinute', pattern: /too many tokens|tokens per minute/ },
  { kind: 'requestsPerMinute', pattern: /too many requests|request rate is too high|requests per minute/ },
  {
    kind: 'accountRestricted',
    pattern:
      /operation not allowed|your account is not authorized|account is not authorized to invoke|please create a support case|account (?:is|has been) (?:restricted|suspended)/,
  },
  { kind: 'invalidModelId', pattern: /model identifier is invalid|could not resolve the foundation model/ },
  {
    kind: 'accessDenied',
    pattern:
      /(?:is )?not authorized to perform|no identity-based policy|explicit deny|security token included in the request is invalid/,
  },
  { kind: 'modelNotReady', pattern: /model is not ready/ },
  { kind: 'modelTimeout', pattern: /took too long to process|processing time exceeded the model timeout/ },
  {
    kind: 'capacity',
    pattern:
      /too many connections|unable to process your request|\boverloaded\b|overloaded_error|insufficient capacity|does not have (?:enough )?capacity/,
  },
  { kind: 'serviceQuotaExceeded', pattern: /exceeds the service quota/ },
  { kind: 'throttled', pattern: /rate exceeded|rate limit|request was throttled|throttl(?:ed|ing)\b/ },
];

/** An exception: what it says where its text says nothing known, and what its texts may say. */
export interface ExceptionRow {
  readonly kind: ErrorKind;
  readonly mayBe: readonly ErrorKind[];
}

const QUOTA_KINDS: readonly ErrorKind[] = [
  'tokensPerDay',
  'tokensPerMinute',
  'requestsPerMinute',
  'concurrency',
  'throttled',
  'serviceQuotaExceeded',
  'capacity',
  'accountRestricted',
];

const ACCESS_KINDS: readonly ErrorKind[] = ['accessDenied', 'modelAccess', 'accountRestricted', 'legacyModel'];

const REQUEST_KINDS: readonly ErrorKind[] = [
  'onDemandNotSupported',
  'invalidModelId',
  'requestTooLong',
  'accountRestricted',
  'legacyModel',
  'modelAccess',
  // Token texts come as ValidationException as well, in older SDKs.
  'tokensPerDay',
  'tokensPerMinute',
];

/** Names of exceptions in lower case; those of SDKs and gateways that wrap them stand for the same. */
export const EXCEPTIONS: ReadonlyMap<string, ExceptionRow> = new Map([
  ['throttlingexception', { kind: 'throttled', mayBe: QUOTA_KINDS }],
  ['throttling', { kind: 'throttled', mayBe: QUOTA_KINDS }],
  ['toomanyrequestsexception', { kind: 'throttled', mayBe: QUOTA_KINDS }],
  ['ratelimiterror', { kind: 'throttled', mayBe: QUOTA_KINDS }],
  ['servicequotaexceededexception', { kind: 'serviceQuotaExceeded', mayBe: QUOTA_KINDS }],
  ['serviceunavailableexception', { kind: 'capacity', mayBe: ['capacity', 'modelNotReady'] }],
  ['serviceunavailableerror', { kind: 'capacity', mayBe: ['capacity', 'modelNotReady'] }],
  ['overloaded_error', { kind: 'capacity', mayBe: [] }],
  ['overloadederror', { kind: 'capacity', mayBe: [] }],
  ['modelnotreadyexception', { kind: 'modelNotReady', mayBe: [] }],
  ['modelstreamerrorexception', { kind: 'modelStreamError', mayBe: [] }],
  ['modeltimeoutexception', { kind: 'modelTimeout', mayBe: [] }],
  ['modelerrorexception', { kind: 'modelError', mayBe: [] }],
  ['internalserverexception', { kind: 'internalError', mayBe: [] }],
  ['internalservererror', { kind: 'internalError', mayBe: [] }],
  ['quotaexceededexception', { kind: 'increaseLimit', mayBe: [] }],
  ['ftuformnotfilled', { kind: 'modelAccess', mayBe: [] }],
  ['accessdeniedexception', { kind: 'accessDenied', mayBe: ACCESS_KINDS }],
  ['accessdenied', { kind: 'accessDenied', mayBe: ACCESS_KINDS }],
  ['unauthorizedoperation', { kind: 'accessDenied', mayBe: ACCESS_KINDS }],
  ['validationexception', { kind: 'unrecognised', mayBe: REQUEST_KINDS }],
  ['badrequesterror', { kind: 'unrecognised', mayBe: REQUEST_KINDS }],
  ['resourcenotfoundexception', { kind: 'unrecognised', mayBe: ['legacyModel', 'modelAccess', 'invalidModelId'] }],
  ['resourcealreadyexistsexception', { kind: 'unrecognised', mayBe: ['increaseLimit'] }],
]);

/** HTTP statuses that say something where nothing else does. 403 may be IAM or access to a model, and says neither. */
export const STATUSES: ReadonlyMap<number, ErrorKind> = new Map([
  [408, 'modelTimeout'],
  [424, 'modelError'],
  [429, 'throttled'],
  [500, 'internalError'],
  [503, 'capacity'],
  [529, 'capacity'],
]);

/** Operations of bedrock-runtime that call a model: the quotas of tokens and requests are theirs. */
export const INFERENCE_OPERATIONS: ReadonlySet<string> = new Set([
  'InvokeModel',
  'InvokeModelWithResponseStream',
  'InvokeModelWithBidirectionalStream',
  'Converse',
  'ConverseStream',
  'StartAsyncInvoke',
]);

/** Operations of agents, flows, knowledge bases and guardrails, which have quotas of their own. */
export const OTHER_OPERATIONS: ReadonlySet<string> = new Set([
  'Retrieve',
  'RetrieveAndGenerate',
  'RetrieveAndGenerateStream',
  'InvokeAgent',
  'InvokeInlineAgent',
  'InvokeFlow',
  'Rerank',
  'GenerateQuery',
  'OptimizePrompt',
  'ApplyGuardrail',
]);
