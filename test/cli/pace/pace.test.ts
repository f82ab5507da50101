import type { LocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount } from '../busy-account';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';

let busy: LocalAccount;
beforeAll(async () => {
  busy = await startBusyAccount();
});
afterAll(() => busy.close());
beforeEach(() => replaceEnvironment(busy.environment));

test('a number of tokens needs no account', async () => {
  replaceEnvironment({});
  const { out, error, exitCode } = await runCli('pace --tokens-per-day 100000 --tokens-per-request 500');
  expect({ error, exitCode }).toEqual({ error: '', exitCode: 0 });
  expect(linesOf(out)).toEqual([
    '100,000 tokens per day',
    '  spread evenly: 69 per minute, 1.15 per second',
    '  at 500 tokens per request',
    '  safe: 0.13 requests/min, 0 requests/s',
    '  one request every 432 seconds',
  ]);
});

test('a model is paced by its quotas and the mean of its requests', async () => {
  const { out, exitCode } = await runCli(`pace ${PROFILE} --json`);
  expect(exitCode).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    schemaVersion: 1,
    model: PROFILE,
    region: 'us-east-1',
    quotaCode: 'L-F4DDD3EB',
    tokensPerMinute: 1_000_000,
    tokensPerRequest: 58_470_412 / (40 * 116),
  });
  expect((await runCli(`pace ${PROFILE} --language pt-BR`)).out).toContain(
    'distribuídos por igual: 1.000.000 por minuto',
  );
});

test.each([
  ['pace', 'give either a model or --tokens-per-day'],
  [`pace ${PROFILE} --tokens-per-day 5`, 'give either a model or --tokens-per-day'],
  ['pace nobody', 'no model to plan for: nobody is not a known model'],
  ['pace --tokens-per-day many', "'many' is invalid. Give a whole number above 0"],
  ['pace amazon.nova-canvas-v1:0', 'no token quota is known for amazon.nova-canvas-v1:0'],
])('%s is a wrong call, in one line', async (call, complaint) => {
  const { out, error, exitCode } = await runCli(call);
  expect({ out, exitCode, lines: linesOf(error.replace(/^reading.*\n/gm, '')).length }).toEqual({
    out: '',
    exitCode: 2,
    lines: 1,
  });
  expect(error).toContain(complaint);
});
