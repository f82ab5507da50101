import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalAccount } from '../../local/account/local-account';
import { closedAfterEach } from '../closed-after-each';
import { runClientProgram } from '../docs/run-client-program';
import { ROOT } from '../lib/cdk/fixtures';

const PROGRAM = readFileSync(join(ROOT, 'examples/client-with-fallback/call.ts'), 'utf8');
/** Tokens and requests a minute, tokens a day, of Nova Lite; and of Claude Sonnet 4.5, all of which a new account has at 0. */
const NOVA = ['L-7C42E72A', 'L-89F8391A', 'L-45E0AD92'];
const SONNET = ['L-F4DDD3EB', 'L-4A6BFAB1', 'L-381AD9EE'];

const start = closedAfterEach(startLocalAccount);

/** Runs the example in an account in which some quotas are above 0. */
async function runExample(codes: readonly string[]) {
  const account = await start({ now: new Date('2026-10-14T12:00:00Z') });
  for (const code of codes) account.quotas.set(code, 1_000_000);
  const printed = (await runClientProgram(PROGRAM, account)).trim().split('\n');
  const events = printed.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  return { events, last: printed.at(-1), refused: account.traffic.refusals.map(({ modelId }) => modelId) };
}

const [sonnet, nova] = ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'us.amazon.nova-lite-v1:0'];

test('the best model answers where it has quota', async () => {
  const { events, last, refused } = await runExample([...SONNET, ...NOVA]);
  expect(events.map(({ type, modelId }) => [type, modelId])).toEqual([
    ['admitted', sonnet],
    ['settled', sonnet],
  ]);
  expect([last, refused]).toEqual(['This is the local account.', []]);
});

test('the other model answers where both Regions refuse the first', async () => {
  const { events, last, refused } = await runExample(NOVA);
  expect(events.filter(({ type }) => type === 'settled').map(({ modelId }) => modelId)).toEqual([nova]);
  expect([last, refused]).toEqual(['This is the local account.', [sonnet, sonnet]]);
});

test('where none has, it says until when', async () => {
  const { last } = await runExample([]);
  expect(last).toMatch(/^\S+ is used up, try again at \d{4}-\d\d-\d\dT[\d:.]+Z$/);
});
