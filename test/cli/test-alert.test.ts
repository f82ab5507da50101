import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { type LocalAccount, startLocalAccount } from '../../local/local-account';
import { ServiceError } from '../../local/service-error';
import { ENGLISH, ours } from '../core/language/brazilian';
import { linesOf, NOW, replaceEnvironment, runCli } from './captured-io';
import { type QueryStandIn, startQueryStandIn } from './query-stand-in';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:alerts';
const CHAT_TOPIC = 'arn:aws:sns:us-east-1:111122223333:chat';
const DASHBOARD = 'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#dashboards/dashboard/X';

let account: LocalAccount;
/** CloudFormation, which the local account does not have: some stacks, and one that is not let be read. */
let stacks: QueryStandIn;

const toOutputs = (outputs: Readonly<Record<string, string>>) =>
  Object.entries(outputs).map(([key, value]) => ({ OutputKey: key, OutputValue: value }));

const STACKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  odd: { AlertTopicArn: 'alerts' },
  BedrockQuotaWatchdog: { AlertTopicArn: TOPIC, ChatTopicArn: CHAT_TOPIC, DashboardUrl: DASHBOARD },
  'mail-only': { AlertTopicArn: TOPIC },
  another: { BucketName: 'some-bucket' },
};

beforeAll(async () => {
  stacks = await startQueryStandIn({
    DescribeStacks: (parameters) => {
      const name = parameters.get('StackName') ?? '';
      if (name === 'forbidden') throw new ServiceError('AccessDenied', 'User is not authorized', 403);
      const outputs = STACKS[name];
      if (!outputs) throw new ServiceError('ValidationError', `Stack with id ${name} does not exist`);
      const times = { CreationTime: '2026-10-01T00:00:00Z', StackStatus: 'CREATE_COMPLETE' };
      return { Stacks: [{ StackName: name, ...times, Outputs: toOutputs(outputs) }] };
    },
  });
});

afterAll(() => stacks.close());

beforeEach(async () => {
  account = await startLocalAccount({ now: new Date(NOW), quotas: [] });
  for (const name of ['alerts', 'chat']) await account.createTopic(name);
  replaceEnvironment({ ...account.environment, AWS_ENDPOINT_URL_CLOUDFORMATION: stacks.url });
});

afterEach(() => account.close());

async function subscribe(topicArn: string, protocol: string, endpoint: string): Promise<void> {
  const client = new SNSClient({});
  await client.send(new SubscribeCommand({ TopicArn: topicArn, Protocol: protocol, Endpoint: endpoint }));
  client.destroy();
}

describe('what subscribers get', () => {
  test('is marked as a test in subject, text and id, and keeps shape and attributes of an alert', async () => {
    expect((await runCli('test-alert')).exitCode).toBe(0);
    const [mail] = account.messages;
    expect(mail).toMatchObject({
      topicArn: TOPIC,
      subject: 'TEST CRITICAL 97% tokens/min: EXAMPLE, cross-Region, us-east-1',
      attributes: {
        severity: 'critical',
        accountId: '111122223333',
        region: 'us-east-1',
        events: ['opened'],
        kinds: ['utilization'],
        models: ['example.no-such-model-v1:0'],
      },
    });
    for (const protocol of ['default', 'email']) {
      expect(linesOf(mail?.message[protocol] ?? '')[0]).toBe(
        'This is a test, nothing is wrong: sent by quota-watchdog test-alert from account 111122223333, us-east-1, at 2026-10-14T14:33:00Z.',
      );
    }
    expect(mail?.message.email).toContain(`Dashboard   ${DASHBOARD}`);
    expect(mail?.message.email).not.toContain('user/local');
    for (const protocol of ['lambda', 'sqs', 'http', 'https']) {
      expect(JSON.parse(mail?.message[protocol] ?? '')).toMatchObject({
        schemaVersion: 1,
        accountId: '111122223333',
        region: 'us-east-1',
        at: '2026-10-14T14:33:00Z',
        findings: [{ event: 'opened', finding: { id: 'test/example', quotaCode: 'L-00000000', severity: 'critical' } }],
      });
    }
  });

  test('a chat gets a notification of its own, marked too', async () => {
    await runCli('test-alert');
    expect(account.messages.map(({ topicArn }) => topicArn)).toEqual([TOPIC, CHAT_TOPIC]);
    const notification = JSON.parse(account.messages[1]?.message.default ?? '');
    expect(notification).toMatchObject({ version: '1.0', source: 'custom' });
    expect(notification.content.title).toMatch(/^TEST CRITICAL 97%/);
    expect(notification.content.description).toMatch(/^This is a test, nothing is wrong/);
    expect(notification.metadata.summary).toMatch(/^TEST /);
  });

  test.each([
    ['', 'critical', 'TEST CRITICAL 97%'],
    ['--severity critical', 'critical', 'TEST CRITICAL 97%'],
    ['--severity warning', 'warning', 'TEST WARNING 85%'],
  ])('test-alert %s has the severity %s', async (flags, severity, subject) => {
    await runCli(`test-alert --stack mail-only ${flags}`);
    expect(account.messages).toHaveLength(1);
    expect(account.messages[0]?.attributes.severity).toBe(severity);
    expect(account.messages[0]?.subject).toContain(subject);
  });

  test('the Region of --topic-arn counts, not that of the surroundings', async () => {
    replaceEnvironment({ ...account.environment, AWS_REGION: 'eu-west-1' });
    const { exitCode } = await runCli(`test-alert --topic-arn ${TOPIC}`);
    expect(exitCode).toBe(0);
    expect(account.messages[0]?.attributes.region).toBe('us-east-1');
  });
});

describe('what the caller is told', () => {
  test('MessageIds, and each subscription with its state and what comes there', async () => {
    await subscribe(TOPIC, 'email', 'ops@example.com');
    await subscribe(TOPIC, 'sqs', 'arn:aws:sqs:us-east-1:111122223333:queue');
    await subscribe(CHAT_TOPIC, 'https', 'https://example.com/chat');
    const { exitCode, out, error } = await runCli('test-alert');
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
    expect(out).toContain(`Alert topic ${TOPIC}\n  sent, MessageId message-1\n`);
    expect(out).toContain(`Chat topic ${CHAT_TOPIC}\n  sent, MessageId message-2\n`);
    expect(out).toMatch(/email +ops@example.com +pending +nothing yet: confirm it by the link in the mail of AWS/);
    expect(out).toMatch(/sqs +arn:\S+:queue +confirmed +JSON, findings\[0\]\.finding\.id is test\/example/);
    expect(out).toMatch(/https +https:\S+ +pending +nothing yet: its endpoint must confirm it/);
    expect(out).toContain('policies are not read');
  });

  test('all subscriptions, however many pages', async () => {
    for (let index = 0; index < 101; index++)
      await subscribe(TOPIC, 'sqs', `arn:aws:sqs:us-east-1:111122223333:q${index}`);
    const { out } = await runCli('test-alert --stack mail-only --json');
    expect(JSON.parse(out).topics[0].subscriptions).toHaveLength(101);
  });

  test('that nobody is subscribed', async () => {
    expect((await runCli('test-alert --stack mail-only')).out).toContain('Nobody is subscribed: it reaches no one.');
  });

  test('that the subscriptions could not be read: it was sent all the same', async () => {
    account.faults.add({ service: 'sns', operation: 'ListSubscriptionsByTopic', kind: 'accessDenied' });
    const { exitCode, out, error } = await runCli('test-alert --stack mail-only');
    expect(exitCode).toBe(0);
    expect(out).toContain('Its subscriptions could not be read.');
    expect(linesOf(error)).toEqual([expect.stringContaining('allow the action sns:ListSubscriptionsByTopic')]);
  });

  test('--json: one document', async () => {
    await subscribe(TOPIC, 'email', 'ops@example.com');
    const { out } = await runCli('test-alert --stack mail-only --json');
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      accountId: '111122223333',
      region: 'us-east-1',
      at: '2026-10-14T14:33:00Z',
      isDryRun: false,
      topics: [
        {
          channel: 'alert',
          topicArn: TOPIC,
          messageIds: ['message-1'],
          subscriptions: [{ protocol: 'email', endpoint: 'ops@example.com', state: 'pending' }],
        },
      ],
      message: { alert: { subject: expect.stringMatching(/^TEST /) }, chat: [] },
    });
  });

  test('--dry-run: the message, and nothing is sent', async () => {
    const { exitCode, out } = await runCli('test-alert --dry-run');
    expect(exitCode).toBe(0);
    expect(account.messages).toEqual([]);
    expect(account.calls.get('sns:Publish')).toBeUndefined();
    for (const words of [
      'not sent (dry run)',
      'Subject: TEST CRITICAL',
      'nothing is wrong',
      '"id":"test/example"',
      '"source":"custom"',
    ])
      expect(out).toContain(words);
  });
});

describe('in pt-BR', () => {
  test('the mail and the chat are marked, and have no English left; JSON and attributes are the same', async () => {
    await runCli('test-alert');
    const { exitCode, error } = await runCli('test-alert --language pt-BR');
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' });
    const [mail, , translated, chat] = account.messages;
    const email = translated?.message.email ?? '';
    expect(translated?.subject).toBe('TESTE CRITICO 97% tokens/min: EXEMPLO, entre Regioes, us-east-1');
    expect(linesOf(email)[0]).toBe(
      'Isto é um teste, não há nada de errado: enviado por quota-watchdog test-alert (conta 111122223333, us-east-1) em 2026-10-14T14:33:00Z.',
    );
    expect(email).toContain('usou 970.000 de 1.000.000 tokens em um minuto.');
    expect(email).toContain('1 Nada; o estado real das cotas é mostrado por');
    expect(ours(email.replace(/quota-watchdog.*/g, ''))).not.toMatch(ENGLISH);
    expect(translated?.message.sqs).toBe(mail?.message.sqs);
    expect(translated?.attributes).toEqual(mail?.attributes);
    const { content, metadata } = JSON.parse(chat?.message.default ?? '');
    expect(content.title).toMatch(/^TESTE CRÍTICO 97%/);
    expect(metadata.summary).toMatch(/^TESTE /);
    expect(ours(content.description.replace(/quota-watchdog.*/g, ''))).not.toMatch(ENGLISH);
  });

  test('the sender is told in it', async () => {
    await subscribe(TOPIC, 'email', 'ops@example.com');
    await subscribe(TOPIC, 'sqs', 'arn:aws:sqs:us-east-1:111122223333:queue');
    await subscribe(CHAT_TOPIC, 'https', 'https://example.com/chat');
    const { out } = await runCli('test-alert --language pt-BR');
    expect(out).toContain(`Tópico de alertas ${TOPIC}\n  enviado, MessageId message-1\n`);
    expect(out).toMatch(/email +ops@example.com +pendente +nada ainda: confirme-a pelo link no e-mail da AWS/);
    expect(out).toMatch(/sqs +arn:\S+:queue +confirmada +JSON, findings\[0\]\.finding\.id é test\/example/);
    expect(ours(out.replace(/^ {2}(\{.*|sqs.*)$/gm, ''))).not.toMatch(ENGLISH);
    expect((await runCli('test-alert --stack mail-only --dry-run --language pt-BR')).out).toContain(
      'Assunto: TESTE CRITICO',
    );
  });
});

describe('complaints in pt-BR', () => {
  test.each([
    [
      '--stack nowhere',
      2,
      'não há stack "nowhere" em us-east-1; indique-a com --stack ou a Região dela com --region, ou informe o tópico com --topic-arn',
    ],
    [
      '--stack another',
      2,
      'a stack "another" em us-east-1 não tem a saída AlertTopicArn; indique a stack do watchdog com --stack, ou informe o tópico com --topic-arn',
    ],
    [
      '--topic-arn arn:aws:sns:us-east-1:111122223333:gone',
      2,
      'não há tópico arn:aws:sns:us-east-1:111122223333:gone; use o ARN da saída AlertTopicArn da stack do watchdog',
    ],
    ['--stack forbidden', 3, expect.stringMatching(/^us-east-1: .*; ou informe o tópico com --topic-arn$/)],
  ])('test-alert %s', async (flags, code, complaint) => {
    const { exitCode, out, error } = await runCli(`test-alert ${flags} --language pt-BR`);
    expect({ exitCode, out }).toEqual({ exitCode: code, out: '' });
    expect(linesOf(error).map((line) => line.replace('quota-watchdog: ', ''))).toEqual([complaint]);
  });

  test('a topic that may not be published to', async () => {
    account.faults.add({ service: 'sns', operation: 'Publish', kind: 'accessDenied' });
    const { error } = await runCli('test-alert --language pt-BR');
    expect(linesOf(error)).toEqual([expect.stringMatching(/sns:Publish.*, para arn:aws:sns:us-east-1:\S+:alerts$/)]);
    expect(ours(error)).not.toMatch(/, for |allow the action/);
  });

  test('an output that is no topic', async () => {
    const { error } = await runCli('test-alert --stack odd --language pt-BR');
    expect(error).toContain('a saída AlertTopicArn é "alerts", que não é um tópico');
  });
});

describe('a wrong call is exit 2 with one line, and nothing is sent', () => {
  test.each([
    ['--stack nowhere', 'there is no stack "nowhere" in us-east-1'],
    ['--stack another', 'the stack "another" in us-east-1 has no output AlertTopicArn'],
    ['--topic-arn alerts', '--topic-arn is "alerts", which is no topic'],
    ['--topic-arn arn:aws:sqs:us-east-1:111122223333:alerts', 'which is no topic'],
    ['--topic-arn arn:aws:sns:us-east-1:111122223333:alerts:1234', 'which is no topic'],
    [`--topic-arn ${TOPIC}.fifo`, 'is a FIFO topic'],
    [`--topic-arn ${TOPIC} --region eu-west-1`, 'is a topic of us-east-1 and --region says eu-west-1'],
    [
      '--topic-arn arn:aws:sns:us-east-1:111122223333:gone',
      'there is no topic arn:aws:sns:us-east-1:111122223333:gone',
    ],
    ['--region us-east-1 --region us-west-2', 'several Regions are given'],
    ['--severity ok', 'Allowed choices are warning, critical'],
  ])('test-alert %s', async (flags, words) => {
    const { exitCode, out, error } = await runCli(`test-alert ${flags}`);
    expect({ exitCode, out, sent: account.messages.length }).toEqual({ exitCode: 2, out: '', sent: 0 });
    expect(linesOf(error)).toEqual([expect.stringContaining(words)]);
  });
});

describe('what AWS refuses is exit 3, with the permission', () => {
  test('the stack may not be read', async () => {
    const { exitCode, out, error } = await runCli('test-alert --stack forbidden');
    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
    expect(linesOf(error)).toEqual([
      expect.stringMatching(/allow the action cloudformation:DescribeStacks; or give the topic by --topic-arn$/),
    ]);
  });

  test('the topic may not be published to', async () => {
    account.faults.add({ service: 'sns', operation: 'Publish', kind: 'accessDenied' });
    const { exitCode, out, error } = await runCli('test-alert');
    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
    expect(linesOf(error)).toEqual([expect.stringContaining('allow the action sns:Publish, for arn:aws:sns:')]);
  });

  test('the key of the topic may not be used', async () => {
    const sns = await startQueryStandIn({
      Publish: () => {
        throw new ServiceError('KMSAccessDenied', 'User is not authorized to perform: kms:GenerateDataKey');
      },
    });
    process.env.AWS_ENDPOINT_URL_SNS = sns.url;
    const { exitCode, error } = await runCli('test-alert');
    await sns.close();
    expect(exitCode).toBe(3);
    expect(linesOf(error)).toEqual([
      expect.stringContaining('allow the actions kms:GenerateDataKey and kms:Decrypt on that key'),
    ]);
  });

  test('the chat topic refuses after the mail went out: both are told', async () => {
    account.faults.add({ service: 'sns', operation: 'Publish', kind: 'accessDenied', skip: 1 });
    const { exitCode, out, error } = await runCli('test-alert');
    expect(exitCode).toBe(3);
    expect(out).toContain('sent, MessageId message-1');
    expect(linesOf(error)).toEqual([expect.stringContaining(`for ${CHAT_TOPIC}`)]);
  });

  test('an answer of STS is not needed', async () => {
    account.faults.add({ service: 'sts', kind: 'accessDenied' });
    expect((await runCli('test-alert --stack mail-only')).exitCode).toBe(0);
    expect(account.messages[0]?.message.email).toContain('from an account that AWS did not name, us-east-1');
  });
});
