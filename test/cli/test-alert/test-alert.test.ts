import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { writeValue } from '../../../aws/dynamodb';
import { ENGLISH, ours } from '../../lib/language/brazilian';
import { clientsOf } from '../../local/clients';
import { linesOf, replaceEnvironment, runCli } from '../captured-io';
import { CHAT_TOPIC, DASHBOARD, RUNBOOK_PAGE, TABLE, TOPIC, useDeployedTopics } from './deployed-topics';

const account = useDeployedTopics();

async function subscribe(topicArn: string, protocol: string, endpoint: string): Promise<void> {
  const client = new SNSClient({});
  await client.send(new SubscribeCommand({ TopicArn: topicArn, Protocol: protocol, Endpoint: endpoint }));
  client.destroy();
}

describe('what subscribers get', () => {
  test('is marked as a test in subject, text and id, and keeps shape and attributes of an alert', async () => {
    expect((await runCli('test-alert')).exitCode).toBe(0);
    const [mail] = account().messages;
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
    expect(mail?.message.email).toContain(`Runbook     ${RUNBOOK_PAGE}#utilization`);
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
    expect(account().messages.map(({ topicArn }) => topicArn)).toEqual([TOPIC, CHAT_TOPIC]);
    const notification = JSON.parse(account().messages[1]?.message.default ?? '');
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
    expect(account().messages).toHaveLength(1);
    expect(account().messages[0]?.attributes.severity).toBe(severity);
    expect(account().messages[0]?.subject).toContain(subject);
  });

  test('the Region of --topic-arn counts, not that of the surroundings', async () => {
    replaceEnvironment({ ...account().environment, AWS_REGION: 'eu-west-1' });
    const { exitCode } = await runCli(`test-alert --topic-arn ${TOPIC}`);
    expect(exitCode).toBe(0);
    expect(account().messages[0]?.attributes.region).toBe('us-east-1');
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
    expect(out).toMatch(/email +pending +ops@example.com\n +nothing yet: confirm it with the link in AWS's e-mail/);
    expect(out).toMatch(/sqs +confirmed +arn:\S+:queue\n +JSON, findings\[0\]\.finding\.id is test\/example/);
    expect(out).toMatch(/https +pending +https:\S+\n +nothing yet: its endpoint must confirm it/);
    expect(out).toMatch(/policies\s+are\s+not\s+read/);
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
    account().faults.add({ service: 'sns', operation: 'ListSubscriptionsByTopic', kind: 'accessDenied' });
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
    expect(account().messages).toEqual([]);
    expect(account().calls.get('sns:Publish')).toBeUndefined();
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
    const [mail, , translated, chat] = account().messages;
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
    expect(out).toMatch(/email +pendente +ops@example.com\n +nada ainda: confirme-a pelo link no e-mail da AWS/);
    expect(out).toMatch(/sqs +confirmada +arn:\S+:queue\n +JSON, findings\[0\]\.finding\.id é test\/example/);
    expect(ours(out.replace(/^ {2}(\{.*|sqs.*)$/gm, ''))).not.toMatch(ENGLISH);
    expect((await runCli('test-alert --stack mail-only --dry-run --language pt-BR')).out).toContain(
      'Assunto: TESTE CRITICO',
    );
  });
});

describe('what the watchdog itself could not say', () => {
  const stuckLine = (out: string) =>
    /^The watchdog's own outbox: [\s\S]*?\.\n/m.exec(out)?.[0].replace(/\s+/g, ' ').trim();
  const table = () => ({ client: clientsOf(account().url).dynamoDb, tableName: TABLE, partition: 'us-east-1' });

  test('nothing, of a watchdog that never ran', async () => {
    const { out } = await runCli('test-alert');
    expect(stuckLine(out)).toBe("The watchdog's own outbox: nothing is waiting.");
    expect(JSON.parse((await runCli('test-alert --json')).out).outbox).toEqual({
      waiting: 0,
      since: null,
      aside: 0,
      lastAside: null,
    });
  });

  test('what waits, and what is set aside', async () => {
    await writeValue(table(), 'state', { outbox: [{ id: '2026-10-14T13:33:00Z' }] }, 0);
    await writeValue(
      table(),
      'outbox-aside',
      [{ id: '2026-10-14T13:30:00Z', subject: 'CRITICAL', why: 'too long' }],
      0,
    );
    const { out, exitCode } = await runCli('test-alert');
    expect(exitCode).toBe(0);
    expect(stuckLine(out)).toBe(
      'The watchdog\'s own outbox: runs whose messages are waiting: 1, for 60 min; 1 set aside, the latest "CRITICAL": too long.',
    );
    expect(JSON.parse((await runCli('test-alert --json')).out).outbox).toEqual({
      waiting: 1,
      since: '2026-10-14T13:33:00Z',
      aside: 1,
      lastAside: { at: '2026-10-14T13:30:00Z', subject: 'CRITICAL', why: 'too long' },
    });
  });

  test('that it may not be read is told, and the example goes out', async () => {
    account().faults.add({ service: 'dynamodb', kind: 'accessDenied' });
    const { out, exitCode } = await runCli('test-alert');
    expect(exitCode).toBe(0);
    expect(stuckLine(out)).toContain('allow the action dynamodb:GetItem');
    expect(account().messages).toHaveLength(2);
    expect(JSON.parse((await runCli('test-alert --json')).out).outbox).toBeNull();
  });

  test.each(['--stack mail-only', `--topic-arn ${TOPIC}`])('with %s there is no table to look at', async (flags) => {
    const before = account().calls.get('dynamodb:GetItem');
    expect(stuckLine((await runCli(`test-alert ${flags}`)).out)).toBeUndefined();
    expect(account().calls.get('dynamodb:GetItem')).toBe(before);
  });
});

test.each([
  [true, '\r\u001b[Kasking the watchdog of us-east-1 …\r\u001b[Kasking the watchdog of us-east-1\n'],
  [false, ''],
])('a terminal is told what is waited for: %s', async (isTerminal, told) => {
  expect((await runCli('test-alert', { isTerminal })).error).toBe(told);
});
