import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type LocalAccount, startLocalAccount } from '../../local/account/local-account';
import { codeBlocks } from '../docs/code-blocks';
import { ROOT } from '../lib/cdk/fixtures';
import { findMissingMoto, MOTO_PYTHON } from './moto';

/** What `play` of the runner tells. */
interface Played {
  readonly outcomes: readonly string[];
  readonly seconds: number;
  readonly slept: readonly number[];
}

const MODEL = 'us.amazon.nova-lite-v1:0';
const TOKENS = 'L-7C42E72A';
const REQUESTS = 'L-89F8391A';
const DAY = 'L-45E0AD92';
/** Of a call of the runner: 100 characters are 29 tokens to it, 25 to the account, which answers with 200. */
const MAX_TOKENS = 300;

const missing = findMissingMoto();
if (missing) process.stderr.write(`the Python of the docs is not run: ${missing}\n`);
const testWithPython = missing ? test.skip : test;

let account: LocalAccount;
let control: Server;

/** Tells the account's time in seconds, after it has moved it on. */
function startControl(): Promise<Server> {
  const server = createServer(({ url = '' }, reply) => {
    const seconds = Number(new URL(url, 'http://control').searchParams.get('seconds'));
    const at = account.clock.now().getTime() + Math.ceil(seconds * 1000);
    account.clock.set(new Date(at));
    reply.end(String(at / 1000));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function runPython(plan: object): Promise<string> {
  const { port } = control.address() as AddressInfo;
  const runner = join(__dirname, 'bedrock_quotas_runner.py');
  const { stdout } = await promisify(execFile)(MOTO_PYTHON, [runner, JSON.stringify(plan)], {
    env: {
      ...process.env,
      ...account.environment,
      AWS_DEFAULT_REGION: account.region,
      CONTROL_URL: `http://127.0.0.1:${port}`,
    },
  });
  return stdout;
}

async function play(tokensPerMinute: number, calls: number): Promise<Played> {
  return JSON.parse(await runPython({ modelId: MODEL, maxTokens: MAX_TOKENS, tokensPerMinute, calls })) as Played;
}

beforeEach(async () => {
  account = await startLocalAccount({ now: new Date('2026-10-14T12:00:00Z'), minuteForm: 'sliding' });
  account.quotas.set(TOKENS, 1_500);
  account.quotas.set(REQUESTS, 1_000);
  account.quotas.set(DAY, 1_000_000);
  control = await startControl();
});
afterEach(async () => {
  control.closeAllConnections();
  await new Promise((resolve) => control.close(resolve));
  await account.close();
});

testWithPython('calls that are paced by the true limit are never refused, and lose little of it', async () => {
  const { outcomes, seconds } = await play(1_500, 30);
  expect(outcomes).toEqual(Array(30).fill('end_turn'));
  expect(account.traffic.refusals).toEqual([]);
  // 30 calls of 225 tokens are 4.5 minutes' worth.
  expect(seconds).toBeGreaterThan(3 * 60);
  expect(seconds).toBeLessThan(6 * 60);
});

testWithPython('a throttle of the minute waits until its tokens can have come back, 60 seconds at most', async () => {
  const { outcomes, slept } = await play(15_000, 12);
  expect(outcomes).toEqual(Array(12).fill('end_turn'));
  const refused = account.traffic.refusals.length;
  expect(refused).toBeGreaterThan(0);
  expect(slept).toHaveLength(refused);
  const refill = (60 * 329) / 15_000;
  for (const seconds of slept) {
    expect(seconds).toBeGreaterThanOrEqual(refill);
    expect(seconds).toBeLessThanOrEqual(60);
  }
});

testWithPython('a quota of 0 fails at once, with one request a call', async () => {
  account.quotas.set(TOKENS, 0);
  const { outcomes, slept } = await play(1_500, 2);
  expect(outcomes).toEqual(['DailyQuotaExhausted', 'DailyQuotaExhausted']);
  expect(account.traffic.refusals).toHaveLength(2);
  expect(slept).toEqual([]);
});

testWithPython('a call that is larger than a minute is told, and never sent', async () => {
  const { outcomes } = await play(300, 1);
  expect(outcomes).toEqual(['ValueError']);
  expect(account.calls.get('bedrock-runtime:Converse')).toBeUndefined();
});

testWithPython('AWS short of capacity is tried again by boto, in its own attempts', async () => {
  let attempts = 0;
  account.traffic.runShort(() => ++attempts < 3);
  const { outcomes, slept } = await play(1_500, 1);
  expect(outcomes).toEqual(['end_turn']);
  expect(attempts).toBe(3);
  expect(slept).toEqual([]);
});

testWithPython("the page's own lines run", async () => {
  account.quotas.set(TOKENS, 400_000);
  const [, lines = ''] = codeBlocks(readFileSync(join(ROOT, 'docs/other-languages.md'), 'utf8'), 'python');
  expect(await runPython({ code: lines })).toContain('This is the local account.');
});
