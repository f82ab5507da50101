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
