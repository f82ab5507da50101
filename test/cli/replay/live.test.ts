import type { LocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount } from '../busy-account';
import { NOW, replaceEnvironment, runCli } from '../captured-io';
import { runReplay, toLine, toLines } from './incident';

let busy: LocalAccount;
beforeAll(async () => {
  busy = await startBusyAccount();
});
afterAll(() => busy.close());

/** What the busy account's metrics hold, as lines. */
function exportLines(): string {
  const lines = Array.from({ length: 116 }, (_, index) => {
    const ago = index + 4;
    const clock = new Date(Date.parse(NOW) - ago * 60_000).toISOString().slice(11, 16);
    return toLine(clock, PROFILE, { invocations: 40, estimatedTpm: ago === 4 ? 970_412 : 500_000 });
  });
  return toLines([...lines, toLine('14:23', '<img src=x>.model', { invocations: 1 })]);
}

/** What the busy account's quota lists hold, as replies of the AWS CLI. */
function exportQuotas(pick: (row: ReturnType<LocalAccount['quotas']['rows']>[number]) => number | null): string {
  const Quotas = busy.quotas.rows().flatMap((row) => {
    const Value = pick(row);
    const QuotaArn = `arn:aws:servicequotas:us-east-1:111122223333:bedrock/${row.quotaCode}`;
    const { quotaCode: QuotaCode, quotaName: QuotaName, adjustable: Adjustable } = row;
    return Value === null ? [] : [{ QuotaArn, QuotaCode, QuotaName, Value, Adjustable }];
  });
  return JSON.stringify({ Quotas });
}

test('a replay of what AWS holds is the very document of check at that moment', async () => {
  replaceEnvironment(busy.environment);
  const live = await runCli(`check --json --at ${NOW}`);
  replaceEnvironment({});
  const files = {
    lines: exportLines(),
    quotas: exportQuotas((row) => row.appliedValue),
    defaults: exportQuotas((row) => row.defaultValue),
  };
  const replayed = await runReplay(files, `--json --at ${NOW}`);
  expect(live.exitCode).toBe(1);
  expect(JSON.parse(replayed.out)).toEqual(JSON.parse(live.out));
  expect(replayed).toEqual(live);
});
