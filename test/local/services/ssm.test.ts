import { GetParameterCommand, GetParametersCommand, PutParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { LocalAccount } from '../../../local/account/local-account';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { startNoonAccount } from '../noon-account';

const start = closedAfterEach(startNoonAccount);
let account: LocalAccount;
let client: SSMClient;

beforeEach(async () => {
  account = await start();
  client = clientsOf(account.url).ssm;
});

const get = (names: string[], withDecryption = false) =>
  client.send(new GetParametersCommand({ Names: names, WithDecryption: withDecryption }));

it('gives what exists, and lists what does not', async () => {
  account.parameters.set('/a', { value: '{}' });
  const reply = await get(['/a', '/b']);
  expect(reply.Parameters).toEqual([{ Name: '/a', Type: 'String', Value: '{}', Version: 1 }]);
  expect(reply.InvalidParameters).toEqual(['/b']);
  expect(account.calls.get('ssm:GetParameters')).toBe(1);
});

it.each([
  [false, 'AQICAHhlocal'],
  [true, 'clear'],
])('a SecureString asked for with decryption %s', async (withDecryption, value) => {
  account.parameters.set('/a', { value: 'clear', type: 'SecureString' });
  expect((await get(['/a'], withDecryption)).Parameters?.[0]).toMatchObject({ Type: 'SecureString', Value: value });
});

it.each([0, 11])('refuses %d names', async (count) => {
  await expect(get(Array.from({ length: count }, (_, index) => `/${index}`))).rejects.toMatchObject({
    name: 'ValidationException',
  });
});

it('fails as it is told', async () => {
  account.faults.add({ service: 'ssm', operation: 'GetParameters', kind: 'accessDenied' });
  await expect(get(['/a'])).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

const put = (value: string, overwrite = true) =>
  client.send(new PutParameterCommand({ Name: '/a', Value: value, Type: 'String', Overwrite: overwrite }));

it('keeps what is put, and counts the writes', async () => {
  expect(await put('one')).toMatchObject({ Version: 1 });
  expect(await put('two')).toMatchObject({ Version: 2 });
  const { Parameter } = await client.send(new GetParameterCommand({ Name: '/a' }));
  expect(Parameter).toEqual({ Name: '/a', Type: 'String', Value: 'two', Version: 2 });
});

it('replaces nothing unless it is told to', async () => {
  await put('one', false);
  await expect(put('two', false)).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
});

it('holds 4,096 bytes', async () => {
  await put('x'.repeat(4_096));
  await expect(put('é'.repeat(2_049))).rejects.toMatchObject({ name: 'ValidationException' });
});

it('fails of one that does not exist', async () => {
  await expect(client.send(new GetParameterCommand({ Name: '/b' }))).rejects.toMatchObject({
    name: 'ParameterNotFound',
  });
});
