import { toMinute } from '../../../lib/core/vocabulary/time';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { NOW, replaceEnvironment, runCli } from '../captured-io';

let account: LocalAccount;
afterEach(() => account.close());

/** An account in which so many ids had a call; each has one metric. */
async function start(ids: number): Promise<void> {
  account = await startLocalAccount({ now: new Date(NOW) });
  replaceEnvironment(account.environment);
  for (let index = 0; index < ids; index++) {
    const identity = { namespace: 'AWS/Bedrock', name: 'Invocations', dimensions: { ModelId: `id${index}` } };
    account.record(identity, { minute: toMinute(NOW) - 5, sum: 1 });
  }
}

test.each(['check', 'usage all'])('%s says what a reading of more than a cent costs, before it', async (command) => {
  await start(1_001);
  const { error } = await runCli(`${command} --json`);
  expect(error).toMatch(/us-east-1: .*1,001 metrics.*\$0\.01/);
});

test.each(['check', 'usage all'])('%s says nothing of a cent and less', async (command) => {
  await start(1_000);
  expect((await runCli(`${command} --json`)).error).not.toContain('metrics');
});
