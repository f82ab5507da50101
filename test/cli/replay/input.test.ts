import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProcessIo } from '../../../cli/terminal/process-io';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';
import { GOOD, RPM, refused, replay, TPM, toQuotaRow, toQuotasFile } from './incident';

const ok = JSON.stringify(GOOD);

beforeEach(() => replaceEnvironment({}));

describe('forms of the quota list', () => {
  const rows = [toQuotaRow(TPM, 1000), toQuotaRow(RPM, 1000)];
  const [first, second] = rows.map((row) => JSON.stringify({ Quotas: [row] }));
  test.each([
    ['one reply', JSON.stringify({ Quotas: rows })],
    ['an array of rows', JSON.stringify(rows)],
    ['pages one after the other', `\uFEFF${first}${second}`],
    ['indented pages', rows.map((row) => JSON.stringify({ Quotas: [row] }, null, 2)).join('\n')],
    ['an array of pages', `[${first},${second}]`],
  ])('%s', async (_, quotas) => {
    const { byId } = await replay({ lines: ok, quotas });
    expect(byId[`utilization/${TPM}`]).toMatchObject({ appliedValue: 1000, utilizationPercent: 50 });
    expect(byId[`utilization/${RPM}`]).toMatchObject({ utilizationPercent: 0.1 });
  });

  test.each([
    ['{', '--quotas quotas is not JSON ('],
    [`${first}oops`, '--quotas quotas is not JSON ('],
    ['{"Quotes":[]}', '--quotas quotas has no "Quotas" list; save the JSON output of: aws service-quotas list-'],
    ['{"Quotas":[]}', '--quotas quotas lists no quota; '],
    ['null', '--quotas quotas has no "Quotas" list'],
    [JSON.stringify([{ QuotaCode: 'L-1', QuotaName: 'Buckets', Value: 1 }]), 'no Region: no ARN of --quotas quotas'],
    [
      JSON.stringify([{ ...toQuotaRow(TPM, 1), QuotaName: 'Buckets' }]),
      '--quotas quotas names no Bedrock inference quota',
    ],
    [
      JSON.stringify([toQuotaRow(TPM, 1), toQuotaRow(RPM, 1, 'us-west-2:111122223333')]),
      'mixes the quotas of us-east-1 and us-west-2; give the list of one Region',
    ],
    [
      JSON.stringify([toQuotaRow(TPM, 1), toQuotaRow(RPM, 1, 'us-east-1:000000000000')]),
      'mixes the quotas of 000000000000 and 111122223333; give the list of one account',
    ],
  ])('%s is refused', async (quotas, words) => {
    expect(await refused({ lines: ok, quotas })).toContain(words);
  });

  test('--region wins over the ARNs, with a note, and serves where they name none', async () => {
    const { document, error } = await replay({ lines: ok }, '--region eu-west-1');
    expect(document).toMatchObject({ region: 'eu-west-1', accountId: '111122223333' });
    expect(linesOf(error)).toEqual(['quota-watchdog: note: --quotas quotas is of us-east-1, taken as eu-west-1']);
    const { QuotaArn: _, ...row } = toQuotaRow(TPM, 1000);
    const bare = await replay({ lines: ok, quotas: JSON.stringify([row]) }, '--region sa-east-1');
    expect(bare.document).toMatchObject({ region: 'sa-east-1', accountId: null });
    expect(bare.error).toBe('');
  });

  test('AWS_REGION is no file', async () => {
    replaceEnvironment({ AWS_REGION: 'eu-west-1' });
    expect((await replay({ lines: ok })).document.region).toBe('us-east-1');
  });
});

describe('the other lists', () => {
  test.each([
    [{ defaults: '{}' }, '--defaults defaults has no "Quotas" list'],
    [
      { defaults: JSON.stringify([toQuotaRow(TPM, 5e6, 'us-west-2:')]) },
      '--defaults defaults is of us-west-2 and --quotas quotas of us-east-1',
    ],
    [{ profiles: '[7]' }, '--profiles profiles, inferenceProfileSummaries[0] is 7, expected an object'],
    [{ profiles: '[{}]' }, 'has the inferenceProfileId missing'],
    [{ profiles: '[{"inferenceProfileId":"a"}]' }, '(a) has the type missing, expected SYSTEM_DEFINED or'],
    [{ profiles: '[{"inferenceProfileId":"a","type":"APPLICATION"}]' }, '(a) has the models missing'],
    [{ profiles: '[{"inferenceProfileId":"a","type":"APPLICATION","models":[{}]}]' }, '(a) has the models [{}]'],
    [{ models: '{"Quotas":[]}' }, '--models models has no "modelSummaries" list'],
    [{ models: '[{"modelName":"x"}]' }, '--models models, modelSummaries[0] has the modelId missing'],
    [{ models: '[{"modelId":"x.y","inferenceTypesSupported":"ALL"}]' }, '(x.y) has the inferenceTypesSupported "ALL"'],
  ])('%j is refused', async (files, words) => {
    expect(await refused({ lines: ok, ...files })).toContain(words);
  });
});

describe('bytes of a file', () => {
  const directory = mkdtempSync(join(tmpdir(), 'replay-'));
  const io = createProcessIo();
  afterAll(() => rmSync(directory, { recursive: true }));

  test.each([
    ['UTF-8', Buffer.from(ok)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${ok}`)],
    ['UTF-16 as PowerShell writes it', Buffer.from(`\uFEFF${ok}`, 'utf16le')],
  ])('%s is read', async (_, bytes) => {
    const path = join(directory, 'lines');
    writeFileSync(path, bytes);
    expect((await io.readText(path)).replace('\uFEFF', '')).toBe(ok);
  });

  test('what is no text is refused, not mended', async () => {
    const path = join(directory, 'bytes');
    writeFileSync(path, Uint8Array.of(0x7b, 0xe9, 0x7d));
    await expect(io.readText(path)).rejects.toThrow('not valid');
  });
});

describe('options that do not go together', () => {
  test.each([
    ['check --quotas q', '--quotas is for a replay; add --replay FILE, or leave --quotas out'],
    ['check --defaults d', '--defaults is for a replay'],
    ['check --profiles p', '--profiles is for a replay'],
    ['check --models m', '--models is for a replay'],
    ['check --replay r', '--replay needs the quotas of the incident; add --quotas FILE'],
    ['check --replay r --quotas q --region us-east-1 --region us-west-2', '--replay is of one Region'],
    ['check --replay - --quotas -', '--replay and --quotas cannot all be -: standard input is one file; name files'],
    ['check --replay /nonexistent/lines --quotas q', 'ENOENT'],
    ['check --replay /nonexistent/lines --quotas q', '; name a file of UTF-8 text, or - for standard input'],
  ])('%s', async (args, words) => {
    const { exitCode, out, error } = await runCli(args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(linesOf(error)).toEqual([expect.stringContaining(words)]);
  });

  test('--profile has no meaning here, and that is said', async () => {
    const { error } = await replay({ lines: ok, quotas: toQuotasFile() }, '--profile prod');
    expect(linesOf(error)).toEqual([expect.stringContaining('note: --profile is not used in a replay')]);
  });
});
