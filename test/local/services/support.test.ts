import {
  AddCommunicationToCaseCommand,
  CreateCaseCommand,
  DescribeCasesCommand,
  DescribeServicesCommand,
  SupportClient,
} from '@aws-sdk/client-support';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';

let account: LocalAccount;
let support: SupportClient;
beforeEach(async () => {
  account = await startLocalAccount({ now: new Date('2026-10-14T12:00:00Z'), pageSizes: { cases: 1 } });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  support = new SupportClient({ region: 'us-east-1', endpoint: account.url, credentials, maxAttempts: 1 });
});
afterEach(async () => {
  support.destroy();
  await account.close();
});

const create = (communicationBody: string, categoryCode = 'amazon-bedrock') =>
  support.send(new CreateCaseCommand({ subject: 's', communicationBody, categoryCode }));

test('opens cases, lists them in pages, and keeps what is added, newest first', async () => {
  const { caseId } = await create('one');
  await create('two');
  await support.send(new AddCommunicationToCaseCommand({ caseId, communicationBody: 'more' }));
  const first = await support.send(new DescribeCasesCommand({}));
  expect(first.cases?.[0]?.recentCommunications?.communications?.map(({ body }) => body)).toEqual(['more', 'one']);
  const second = await support.send(new DescribeCasesCommand({ nextToken: first.nextToken }));
  expect(second.cases).toHaveLength(1);
  expect(second.nextToken).toBeUndefined();
});

test('resolved cases are listed only when they are asked for', async () => {
  await create('one');
  for (const one of account.support.cases) one.isResolved = true;
  expect((await support.send(new DescribeCasesCommand({}))).cases).toEqual([]);
  expect((await support.send(new DescribeCasesCommand({ includeResolvedCases: true }))).cases).toHaveLength(1);
});

test('refuses without a plan, too long a text, an unknown category and an unknown case', async () => {
  await expect(create('x'.repeat(8_001))).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(create('x', 'none')).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(
    support.send(new AddCommunicationToCaseCommand({ caseId: 'none', communicationBody: 'x' })),
  ).rejects.toMatchObject({ name: 'CaseIdNotFound' });
  account.support.hasPlan = false;
  await expect(support.send(new DescribeServicesCommand({}))).rejects.toMatchObject({
    name: 'SubscriptionRequiredException',
  });
});
