import { createParameterReader } from '../../../../lib/client/limits/read-parameter';
import { startLocalAccount } from '../../../../local/account/local-account';
import { closedAfterEach } from '../../../closed-after-each';
import { startRuntime } from '../runtime-stand-in';
import { SimulatedClock } from '../simulated-clock';
import { NOON } from './published';

const start = closedAfterEach(startLocalAccount);
const before = process.env.AWS_ENDPOINT_URL_SSM;

afterEach(() => {
  if (before === undefined) delete process.env.AWS_ENDPOINT_URL_SSM;
  else process.env.AWS_ENDPOINT_URL_SSM = before;
});

test("a client of its own has the Bedrock client's Region and credentials, and reads one parameter", async () => {
  const account = await start({ now: new Date(NOON), quotas: [] });
  process.env.AWS_ENDPOINT_URL_SSM = account.url;
  account.parameters.set('/a', { value: 'text' });
  const { client } = startRuntime(new SimulatedClock(NOON), () => ({ status: 200, body: {} }));
  const { signal } = new AbortController();
  expect(await createParameterReader({ parameterName: '/a' }, client)(signal)).toBe('text');
  expect(account.calls.get('ssm:GetParameter')).toBe(1);
  await expect(createParameterReader({ parameterName: '/b' }, client)(signal)).rejects.toMatchObject({
    name: 'ParameterNotFound',
  });
});
