import { adviseOn } from '../../../cli/region/advice';
import { EN_COMMANDS, PT_BR_COMMANDS } from '../../../lib/language/command-words';

function named(name: string): Error {
  return Object.assign(new Error('words that are not looked at'), { name });
}

test.each([
  [named('AccessDeniedException'), null, null],
  [named('ExpiredTokenException'), 'have expired', 'credenciais expiraram'],
  [named('UnrecognizedClientException'), 'does not know these credentials', 'não conhece estas credenciais'],
  [named('TimeoutError'), 'check the network', 'verifique a rede'],
  [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'check the network', 'verifique a rede'],
  [named('InternalFailure'), 'try again', 'tente de novo'],
  ['no error at all', 'try again', 'tente de novo'],
])('%p → %s', (error, english, portuguese) => {
  const told = [adviseOn(error, EN_COMMANDS), adviseOn(error, PT_BR_COMMANDS)];
  expect(told).toEqual([english, portuguese].map((words) => words && expect.stringContaining(words)));
});
