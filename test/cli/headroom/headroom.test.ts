import type { LocalAccount } from '../../../local/account/local-account';
import { PROFILE, startBusyAccount } from '../busy-account';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';

const GLOBAL = PROFILE.replace('us.', 'global.');

let busy: LocalAccount;
beforeEach(async () => {
  busy = await startBusyAccount();
  replaceEnvironment(busy.environment);
});
afterEach(() => busy.close());

async function headroom(args: string) {
  const { out, error, exitCode } = await runCli(`headroom ${args}`);
  return { out, error: error.replace(/^reading.*\n/gm, ''), exitCode };
}

test('prints every way to call a model, and the best by name', async () => {
  const { out, exitCode } = await headroom(PROFILE);
  expect(exitCode).toBe(0);
  expect(linesOf(out)).toEqual([
    `Room for ${PROFILE}, after the busiest minute of the look-back`,
    '',
    expect.stringMatching(/^REGION +SCOPE +STATE +FREE TPM +FREE RPM$/),
    'us-east-1  on-demand       not offered',
    expect.stringMatching(/^us-east-1 {2}cross-Region +ok +29,588 +999,999,960$/),
    `  ${PROFILE}`,
    '    L-F4DDD3EB, applied 1,000,000, peak 970,412, data may leave the Region',
    expect.stringMatching(/^us-east-1 {2}global +ok +1,000,000,000( +[\d,]+)?$/),
    `  ${GLOBAL}`,
    expect.stringMatching(/^ {4}L-[0-9A-F]{8}, applied 1,000,000,000, peak 0, data may leave the geography$/),
    'us-east-1  bedrock-mantle  not offered',
    '',
    `Most room: call ${GLOBAL} in us-east-1: 1,000,000,000`,
    'tokens/min free',
  ]);
});

test('is one JSON document over several Regions; one that cannot be read is a row that says why', async () => {
  busy.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied', times: 1 });
  const { out, error, exitCode } = await headroom(`${PROFILE} --regions us-east-1,us-west-2 --json`);
  const document = JSON.parse(out);
  expect(exitCode).toBe(0);
  expect(Object.keys(document)).toEqual(['schemaVersion', 'model', 'evaluatedAt', 'rows', 'best']);
  const unread = document.rows.filter(({ state }: { state: string }) => state === 'unreadable');
  expect(unread).toMatchObject([{ reason: expect.stringContaining('ListServiceQuotas'), modelId: null }]);
  expect(document.rows).toHaveLength(5);
  expect(document.best).toMatchObject({ modelId: GLOBAL, headroomTokensPerMinute: 1_000_000_000 });
  expect(error).toContain('ListServiceQuotas');
});

test('is exit 3 where no Region could be read, 1 where nothing has room', async () => {
  for (const row of busy.quotas.rows()) busy.quotas.set(row.quotaCode, 0);
  expect(await headroom(PROFILE)).toMatchObject({
    exitCode: 1,
    out: expect.stringContaining('It has room in no scope and no Region that was read.'),
  });
  expect((await headroom(`${PROFILE} --language pt-BR`)).out).toContain(
    'Não há folga em nenhum escopo nem Região dos que foram lidos.',
  );
  busy.faults.add({ service: 'servicequotas', operation: 'ListServiceQuotas', kind: 'accessDenied', times: 9 });
  expect((await headroom(PROFILE)).exitCode).toBe(3);
});

test.each([
  ['nobody', 'no model to look for: nobody is not a known model'],
  [`${PROFILE} --regions us-east-1,moon`, 'Give Region names with commas between them, or all'],
  ['', "missing required argument 'model'"],
])('headroom %s is a wrong call, in one line', async (args, complaint) => {
  const { out, error, exitCode } = await headroom(args);
  expect({ out, exitCode, lines: linesOf(error).length }).toEqual({ out: '', exitCode: 2, lines: 1 });
  expect(error).toContain(complaint);
});
