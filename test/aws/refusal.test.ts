import { type RefusalKind, refusalOf } from '../../aws/refusal';

function errorOf(name: string, message = '', status = 400): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}

it.each<[RefusalKind, unknown]>([
  ['message', errorOf('InvalidParameterException', 'Invalid parameter: Message too long')],
  ['message', errorOf('InvalidParameterValueException')],
  ['message', errorOf('ValidationException')],
  ['message', errorOf('MalformedDetail')],
  ['message', errorOf('Error', 'too large', 413)],
  ['destination', errorOf('InvalidParameterException', 'Invalid parameter: TopicArn')],
  ['destination', errorOf('NotFoundException', '', 404)],
  ['destination', errorOf('AuthorizationErrorException', '', 403)],
  ['destination', errorOf('KMSDisabledException')],
  ['none', errorOf('ThrottledException', '', 429)],
  ['none', errorOf('InternalErrorException', '', 500)],
  ['none', errorOf('TimeoutError', '', 0)],
  ['none', errorOf('KMSThrottlingException')],
  ['none', 'InvalidParameter'],
])('%s: %s', (kind, error) => {
  expect(refusalOf(error)).toBe(kind);
});

it.each<[RefusalKind, string]>([
  ...(
    [
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
    ] as const
  ).map((name): [RefusalKind, string] => ['message', name]),
  ...(
    [
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
    ] as const
  ).map((name): [RefusalKind, string] => ['destination', name]),
])('%s: by its name %s alone', (kind, name) => {
  expect(refusalOf(errorOf(name))).toBe(kind);
});

it.each(['TopicArn', 'TargetArn', 'EventBusName'])('an invalid %s is the destination', (parameter) => {
  expect(refusalOf(errorOf('InvalidParameter', `Invalid parameter: ${parameter} Reason: no such`))).toBe('destination');
});
