import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { linesOf, NOW, replaceEnvironment, runCli } from '../captured-io';

let account: LocalAccount;
beforeAll(async () => {
  account = await startLocalAccount({ now: new Date(NOW) });
});
afterAll(() => account.close());
beforeEach(() => replaceEnvironment(account.environment));

const OMNI = { quotaName: expect.stringContaining('Nova 2 Omni') };
const GOOD = JSON.stringify({ 'L-21800074': ['amazon.nova-2-omni-v1:0'] });

describe('--overrides', () => {
  test('beat all else in quotas', async () => {
    const { exitCode, out, error } = await runCli('quotas --json --overrides own.json', {
      texts: { 'own.json': GOOD },
    });
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
    const document = JSON.parse(out);
    expect(document.counts.unmapped).toBe(16);
    expect(document.quotas.filter(({ mapping }: { mapping: string }) => mapping === 'override')).toEqual([
      expect.objectContaining({ quotaCode: 'L-21800074', modelIds: ['amazon.nova-2-omni-v1:0'], ...OMNI }),
    ]);
  });

  test('of a code that the Region does not list are a warning in quotas and a coverage finding in check', async () => {
    const texts = { 'own.json': JSON.stringify({ 'L-FFFFFFFF': ['amazon.nova-pro-v1:0'] }) };
    const quotas = await runCli('quotas --unmapped --overrides own.json', { texts });
    expect(quotas.exitCode).toBe(0);
    expect(quotas.error).toContain('The override of L-FFFFFFFF names no inference quota');
    const check = await runCli('check --json --overrides own.json', { texts });
    const findings: { id: string }[] = JSON.parse(check.out).findings;
    expect(findings.map(({ id }) => id)).toContain('coverage/quotaList');
  });

  test.each([
    ['no file', undefined, /--overrides own.json cannot be read .*name a JSON file/],
    ['no JSON', '{', /--overrides own.json is "\{", which is not JSON; an object of quota codes/],
    ['a list', '[]', /--overrides own.json is \[\]; an object of quota codes/],
    ['a name for a code', '{"Haiku":["a.b"]}', /a key of --overrides own.json is "Haiku"; a quota code such as L-/],
    ['no list of ids', '{"L-21800074":"a.b"}', /--overrides own.json, L-21800074, is "a.b"; a list of base model ids/],
    ['no id', '{"L-21800074":[]}', /--overrides own.json, L-21800074, is \[\]; a list of base model ids/],
    ['a number', '{"L-21800074":[7]}', /an id of --overrides own.json, L-21800074, is 7; a base model id/],
    ['a profile', '{"L-21800074":["us.amazon.nova-pro-v1:0"]}', /is "us.amazon.nova-pro-v1:0"; a base model id/],
  ])('that are %s end both commands with one line and exit code 2', async (_what, text, message) => {
    for (const command of ['quotas', 'check']) {
      const { exitCode, out, error } = await runCli(`${command} --overrides own.json`, {
        texts: text === undefined ? {} : { 'own.json': text },
      });
      expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
      expect(linesOf(error)).toEqual([expect.stringMatching(message)]);
    }
  });
});

test('quotas --unmapped says why, and what to do', async () => {
  const { out } = await runCli('quotas --unmapped');
  expect(out).toContain('Amazon Nova 2 Omni (unmapped: no model of this name is listed)');
  expect(out).toContain('--overrides FILE');
});
