import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import { NOW, type RunOptions, replaceEnvironment, runCli } from '../captured-io';

const TPM = 'L-F4DDD3EB';

let account: LocalAccount;
beforeEach(async () => {
  account = await startLocalAccount({ now: new Date(NOW), pageSizes: { cases: 1 } });
  replaceEnvironment(account.environment);
});
afterEach(() => account.close());

const open = (args = '', options: RunOptions = {}) => runCli(`ticket ${TPM} --open ${args}`, options);

function addCase(subject: string, isResolved = false): void {
  const number = account.support.cases.length + 1;
  account.support.cases.push({
    caseId: `case-${number}`,
    displayId: `${number}00`,
    subject,
    serviceCode: 'service-limit-increase',
    categoryCode: 'amazon-bedrock',
    severityCode: 'low',
    communications: ['hello'],
    isResolved,
  });
}

test.each([
  ['y', '', 1, 0],
  ['n', '', 0, 1],
  ['', '', 0, 1],
  [undefined, '--yes', 1, 0],
  [undefined, '', 0, 2],
])('answered %p with "%s": %d cases', async (answer, args, cases, code) => {
  const { exitCode, error } = await open(args, answer === undefined ? {} : { answer });
  expect({ exitCode, cases: account.support.cases.length }).toEqual({ exitCode: code, cases });
  if (cases > 0) expect(error).toContain('case 1000000001 is opened');
});

test('the case has the text, category and severity', async () => {
  const { out } = await open('--yes --json');
  const { body, subject, case: opened } = JSON.parse(out);
  expect(opened).toEqual({ id: '1000000001', state: 'opened' });
  expect(account.support.cases).toMatchObject([
    { subject, categoryCode: 'amazon-bedrock', severityCode: 'low', communications: [body.trim()] },
  ]);
  expect(body).not.toContain('[Describe');
});

test.each([
  ['y', 2, 0],
  ['n', 1, 1],
])('a case about the same on a later page is added to or left: %s', async (answer, texts, code) => {
  for (const subject of ['billing', `${TPM} in eu-west-1`, `about ${TPM}`]) addCase(subject);
  const { error, exitCode } = await open('', { answer });
  expect(error).toContain('Case 300 about the same is open. Append to it?');
  expect(exitCode).toBe(code);
  expect(account.support.cases.map(({ communications }) => communications.length)).toEqual([1, 1, texts]);
});

test('a resolved case does not count', async () => {
  addCase(`about ${TPM}`, true);
  expect((await open('--yes')).exitCode).toBe(0);
  expect(account.support.cases).toHaveLength(2);
});

test('without a plan it says so, and the text is there', async () => {
  account.support.hasPlan = false;
  const { out, error, exitCode } = await open('--yes');
  expect(exitCode).toBe(1);
  expect(out).toContain('Desired value');
  expect(error).toContain('needs a paid plan');
  expect(error).toContain('/support/home#/case/create');
});

test('without a category for Bedrock nothing is opened', async () => {
  account.support.categories = [{ code: 'ec2', name: 'EC2' }];
  const { error, exitCode } = await open('--yes');
  expect({ exitCode, cases: account.support.cases }).toEqual({ exitCode: 1, cases: [] });
  expect(error).toContain('no category for Amazon Bedrock');
});

test.each(['DescribeCases', 'DescribeServices', 'DescribeSeverityLevels', 'CreateCase'])(
  'a denied %s names the action',
  async (operation) => {
    account.faults.add({ service: 'support', operation, kind: 'accessDenied' });
    const { error, exitCode } = await open('--yes');
    expect(exitCode).toBe(3);
    expect(error).toContain(`support:${operation}`);
    expect(account.support.cases).toEqual([]);
  },
);

test('a text that is too long for one communication is sent whole, in parts', async () => {
  const long = ['ticket', TPM, '--open', '--yes', '--use-case', 'word '.repeat(3_000)];
  expect((await runCli(long)).exitCode).toBe(0);
  const [one] = account.support.cases;
  expect(one?.communications.length).toBeGreaterThan(1);
  expect(one?.communications.join(' ').match(/word/g)).toHaveLength(3_000);
});

test('what was opened is told when the rest of the text fails', async () => {
  account.faults.add({ service: 'support', operation: 'AddCommunicationToCase', kind: 'accessDenied' });
  const { error, exitCode } = await runCli(['ticket', TPM, '--open', '--yes', '--use-case', 'word '.repeat(3_000)]);
  expect(exitCode).toBe(3);
  expect(error).toContain('case 1000000001 has only a part of the text');
});

test('speaks Portuguese around the text', async () => {
  const { error } = await open('--language pt-BR', { answer: 's' });
  expect(error).toContain('Abrir um caso de suporte sobre us-east-1 com este texto? [s/N]');
  expect(error).toContain('o caso 1000000001 foi aberto');
});

test('another partition has no such API, and that is said before anything is shown', async () => {
  const { out, error, exitCode } = await open('--yes --region us-gov-west-1');
  expect({ out, exitCode, cases: account.support.cases }).toEqual({ out: '', exitCode: 2, cases: [] });
  expect(error).toContain('--open works in the aws partition only');
});
