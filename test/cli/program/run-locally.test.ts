import type { LocalSurroundings } from '../../../cli/program/run-locally';
import { startPlayedAccount } from '../../../local/scenario/played-account';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';

const ELSEWHERE = {
  AWS_PROFILE: 'production',
  AWS_ENDPOINT_URL_CLOUDWATCH: 'http://127.0.0.1:1/elsewhere',
  AWS_REGION: 'eu-central-1',
};

async function startLocal(): Promise<LocalSurroundings> {
  const { environment, clock, close } = await startPlayedAccount();
  return { environment, now: () => clock.now().getTime(), close };
}

// A day is played for each, which takes a busy machine long.
jest.setTimeout(180_000);

beforeEach(() => replaceEnvironment(ELSEWHERE));

test('--local answers from the local account at its clock, and from nowhere else', async () => {
  const { out, error, exitCode } = await runCli('check --local --json', { commands: { startLocal } });
  const document = JSON.parse(out);
  expect(exitCode).toBe(1);
  expect(document).toMatchObject({
    accountId: '111122223333',
    region: 'us-east-1',
    evaluatedAt: '2026-10-14T14:33:00Z',
    coverage: { errors: [] },
  });
  const tpm = document.findings.find(
    ({ id, quotaCode }: { id: string; quotaCode: string }) =>
      quotaCode === 'L-F4DDD3EB' && id.startsWith('utilization'),
  );
  expect(tpm).toMatchObject({ severity: 'critical', usage: { unit: 'tokens' } });
  expect(linesOf(error)).toEqual([expect.stringContaining('no AWS is called; its clock is 2026-10-14 14:33 UTC')]);
});

test('the variables of AWS are back afterwards', async () => {
  await runCli('quotas --local --json', { commands: { startLocal } });
  expect(process.env).toMatchObject(ELSEWHERE);
  expect(process.env.AWS_ENDPOINT_URL).toBeUndefined();
});

test('the account of a call is closed when the call fails', async () => {
  let isClosed = false;
  const start = async () => {
    const local = await startLocal();
    const close = async () => {
      await local.close();
      isClosed = true;
    };
    return { ...local, close };
  };
  const { exitCode } = await runCli('headroom nobody --local', { commands: { startLocal: start } });
  expect({ exitCode, isClosed }).toEqual({ exitCode: 2, isClosed: true });
});

test.each(['check', 'doctor', 'requests', 'test-alert --dry-run', 'usage all --days 3'])(
  '%s has something to show there',
  async (command) => {
    const { out, exitCode } = await runCli(`${command} --local`, { commands: { startLocal } });
    expect(exitCode).toBeLessThanOrEqual(1);
    expect(linesOf(out).length).toBeGreaterThan(0);
  },
);

test('an installed package has none: one line, exit 2', async () => {
  const missing = async () => {
    throw Object.assign(new Error("Cannot find module 'dynalite'"), { code: 'MODULE_NOT_FOUND' });
  };
  for (const commands of [{}, { startLocal: missing }]) {
    const { out, error, exitCode } = await runCli('check --local', { commands });
    expect({ out, exitCode }).toEqual({ out: '', exitCode: 2 });
    expect(linesOf(error)).toEqual([expect.stringContaining('a clone of the project only')]);
  }
});
