import type { FaultKind } from './faults';
import { ServiceError } from './service-error';

/** Faults that are errors of the service, not of the connection. */
const ERROR_FAULTS = ['throttle', 'serverError', 'accessDenied', 'invalid', 'keyDisabled', 'gone'] as const;

type ErrorFault = (typeof ERROR_FAULTS)[number];

type ErrorShape = readonly [code: string, status: number];

/** Codes and statuses of most services (AwsJson). */
const USUAL: Readonly<Record<ErrorFault, ErrorShape>> = {
  throttle: ['ThrottlingException', 400],
  serverError: ['InternalFailure', 500],
  accessDenied: ['AccessDeniedException', 400],
  invalid: ['ValidationException', 400],
  keyDisabled: ['KMSDisabledException', 400],
  gone: ['ResourceNotFoundException', 400],
};

/** Where a service answers otherwise: REST by status, AwsQuery by codes of its own. Source: API references, 2026. */
const OWN: Readonly<Record<string, Partial<Record<ErrorFault, ErrorShape>>>> = {
  bedrock: { throttle: ['ThrottlingException', 429], accessDenied: ['AccessDeniedException', 403] },
  'bedrock-runtime': { throttle: ['ThrottlingException', 429], accessDenied: ['AccessDeniedException', 403] },
  dynamodb: { serverError: ['InternalServerError', 500] },
  sns: {
    throttle: ['Throttled', 429],
    serverError: ['InternalError', 500],
    accessDenied: ['AuthorizationError', 403],
    invalid: ['InvalidParameter', 400],
    keyDisabled: ['KMSDisabled', 400],
    gone: ['NotFound', 404],
  },
  sts: { throttle: ['Throttling', 400], accessDenied: ['AccessDenied', 403] },
};

const MESSAGES: Readonly<Record<ErrorFault, string>> = {
  throttle: 'Rate exceeded',
  serverError: 'The local account was told to fail',
  accessDenied: 'User is not authorized to perform this action',
  invalid: 'Invalid parameter: Message too long',
  keyDisabled: 'The key is disabled',
  gone: 'It does not exist',
};

/** The error a fault stands for in a service; `null` when the fault is none of the service's errors. */
export function toFaultError(kind: FaultKind, service: string): ServiceError | null {
  const fault = ERROR_FAULTS.find((one) => one === kind);
  if (!fault) return null;
  const [code, status] = OWN[service]?.[fault] ?? USUAL[fault];
  return new ServiceError(code, MESSAGES[fault], status);
}
