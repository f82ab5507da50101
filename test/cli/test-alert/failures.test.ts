import { ServiceError } from '../../../local/wire/service-error';
import { ours } from '../../lib/language/brazilian';
import { linesOf, runCli } from '../captured-io';
import { CHAT_TOPIC, TOPIC, useDeployedTopics } from './deployed-topics';
import { startQueryStandIn } from './query-stand-in';

const account = useDeployedTopics();

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
    account().faults.add({ service: 'sns', operation: 'Publish', kind: 'accessDenied' });
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
    ['--topic-arn alerts', '--topic-arn is "alerts", which is not a topic'],
    ['--topic-arn arn:aws:sqs:us-east-1:111122223333:alerts', 'which is not a topic'],
    ['--topic-arn arn:aws:sns:us-east-1:111122223333:alerts:1234', 'which is not a topic'],
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
    expect({ exitCode, out, sent: account().messages.length }).toEqual({ exitCode: 2, out: '', sent: 0 });
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
    account().faults.add({ service: 'sns', operation: 'Publish', kind: 'accessDenied' });
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
    account().faults.add({ service: 'sns', operation: 'Publish', kind: 'accessDenied', skip: 1 });
    const { exitCode, out, error } = await runCli('test-alert');
    expect(exitCode).toBe(3);
    expect(out).toContain('sent, MessageId message-1');
    expect(linesOf(error)).toEqual([expect.stringContaining(`for ${CHAT_TOPIC}`)]);
  });

  test('an answer of STS is not needed', async () => {
    account().faults.add({ service: 'sts', kind: 'accessDenied' });
    expect((await runCli('test-alert --stack mail-only')).exitCode).toBe(0);
    expect(account().messages[0]?.message.email).toContain('from an account that AWS did not name, us-east-1');
  });
});
