import { statusOf } from './status-of';

/**
 * Who refused for good. `message`: what was sent is at fault, and will be refused again; `destination`: topic, key, bus or
 * permission are, whatever is sent; `none`: it may be taken the next time.
 */
export type RefusalKind = 'message' | 'destination' | 'none';

/**
 * Names of errors as SNS, EventBridge and the SDK spell them; what is in neither list may pass.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html (read 2026-11)
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html (read 2026-11)
 */
const OF_MESSAGE: ReadonlySet<string> = new Set([
  'InvalidParameter',
  'InvalidParameterException',
  'InvalidParameterValue',
  'InvalidParameterValueException',
  'ParameterValueInvalid',
  'ValidationError',
  'ValidationException',
  'InvalidMessageContents',
  'RequestEntityTooLarge',
  'RequestEntityTooLargeException',
  'MalformedDetail',
  'InvalidArgument',
]);

const OF_DESTINATION: ReadonlySet<string> = new Set([
  'NotFound',
  'NotFoundException',
  'ResourceNotFoundException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'AccessDenied',
  'AccessDeniedException',
  'InvalidSecurity',
  'InvalidSecurityException',
  'NotAuthorizedForSourceException',
  'KMSAccessDenied',
  'KMSAccessDeniedException',
  'KMSDisabled',
  'KMSDisabledException',
  'KMSInvalidState',
  'KMSInvalidStateException',
  'KMSNotFound',
  'KMSNotFoundException',
  'KMSOptInRequired',
  'KMSOptInRequiredException',
]);

/** `Invalid parameter: TopicArn`: SNS blames the address with the name it has for a message. */
const BLAMES_ADDRESS = /\b(?:TopicArn|TargetArn|EventBusName)\b/;

/** Too large: HTTP has a status of its own for it. */
const TOO_LARGE = 413;

/** Whether an error says that the same will be refused again, and whose fault it is. */
export function refusalOf(error: unknown): RefusalKind {
  if (!(error instanceof Error)) return 'none';
  if (OF_DESTINATION.has(error.name)) return 'destination';
  if (!OF_MESSAGE.has(error.name)) return statusOf(error) === TOO_LARGE ? 'message' : 'none';
  return BLAMES_ADDRESS.test(error.message) ? 'destination' : 'message';
}
