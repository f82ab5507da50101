import { adviseOn } from '../../cli/advice';

function named(name: string): Error {
  return Object.assign(new Error('words that are not looked at'), { name });
}

test.each([
  [named('AccessDeniedException'), null],
  [named('ExpiredTokenException'), 'have expired'],
  [named('UnrecognizedClientException'), 'does not know these credentials'],
  [named('TimeoutError'), 'check the network'],
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'check the network'],
  [named('InternalFailure'), 'try again'],
  ['no error at all', 'try again'],
])('%p → %s', (error, words) => {
  const advice = adviseOn(error);
  expect(advice).toEqual(words === null ? null : expect.stringContaining(words));
});
