import { createParameterReader, MissingSsmError } from '../../../../lib/client/limits/read-parameter';
import { startRuntime } from '../runtime-stand-in';
import { SimulatedClock } from '../simulated-clock';
import { NOON, startParameters } from './published';

jest.mock('@aws-sdk/client-ssm', () => {
  throw Object.assign(new Error("Cannot find module '@aws-sdk/client-ssm'"), { code: 'MODULE_NOT_FOUND' });
});

test('without the package of Parameter Store it says what is missing and what to do', async () => {
  const clock = new SimulatedClock(NOON);
  const { client } = startRuntime(clock, () => ({ status: 200, body: {} }));
  const read = createParameterReader({ parameterName: '/a', client: startParameters(clock).client }, client);
  const error = await read(new AbortController().signal).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MissingSsmError);
  expect(error).toMatchObject({ message: expect.stringContaining('npm install @aws-sdk/client-ssm') });
});
