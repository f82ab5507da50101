import { ListTopicsCommand, PublishCommand, SubscribeCommand } from '@aws-sdk/client-sns';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { startNoonAccount } from '../noon-account';

const start = closedAfterEach(startNoonAccount);

it('subscribes to topics there are', async () => {
  const { url, createTopic } = await start();
  const { sns } = clientsOf(url);
  const TopicArn = await createTopic('alerts');
  const subscribe = (arn: string) =>
    sns.send(new SubscribeCommand({ TopicArn: arn, Protocol: 'email', Endpoint: 'ops@example.com' }));
  expect((await subscribe(TopicArn)).SubscriptionArn).toBe('pending confirmation');
  await expect(subscribe(`${TopicArn}x`)).rejects.toMatchObject({ name: 'NotFoundException' });
  expect((await sns.send(new ListTopicsCommand({}))).Topics).toEqual([{ TopicArn }]);
});

it('takes what SNS takes and records it by protocol', async () => {
  const { url, createTopic, messages } = await start();
  const TopicArn = await createTopic('alerts');
  const { sns, sts } = clientsOf(url);
  await sns.send(
    new PublishCommand({
      TopicArn,
      Subject: 'CRITICAL',
      MessageStructure: 'json',
      Message: JSON.stringify({ default: 'text', sqs: '{}' }),
      MessageAttributes: { kinds: { DataType: 'String.Array', StringValue: '["throttled"]' } },
    }),
  );
  expect(messages).toEqual([
    {
      at: '2026-10-14T12:00:00Z',
      topicArn: TopicArn,
      subject: 'CRITICAL',
      message: { default: 'text', sqs: '{}' },
      attributes: { kinds: ['throttled'] },
    },
  ]);
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe('111122223333');
});

it.each([
  [{ Subject: 'x'.repeat(101) }, 'Subject'],
  [{ Subject: 'two\nlines' }, 'Subject'],
  [{ MessageStructure: 'json', Message: '{"sqs":"x"}' }, 'No default entry'],
  [{ Message: 'x'.repeat(256 * 1024 + 1) }, 'too long'],
  [{ Message: '\u6f22'.repeat(90_000) }, 'too long'],
  [
    {
      Message: 'x'.repeat(262_000),
      MessageAttributes: { models: { DataType: 'String', StringValue: 'y'.repeat(200) } },
    },
    'too long',
  ],
  [{ Message: 'a\u0001' }, 'characters'],
  [{ Message: 'a', MessageAttributes: { models: { DataType: 'String', StringValue: 'b\ufffe' } } }, 'characters'],
  [{ TopicArn: 'arn:aws:sns:us-east-1:111122223333:none' }, 'does not exist'],
  [{ MessageAttributes: { models: { DataType: 'String', StringValue: '' } } }, 'non-empty'],
])('refuses what SNS refuses: %#', async (change, words) => {
  const { url, createTopic, messages } = await start();
  const { sns } = clientsOf(url);
  const publish = new PublishCommand({ TopicArn: await createTopic('alerts'), Message: 'text', ...change });
  await expect(sns.send(publish)).rejects.toThrow(words);
  expect(messages).toEqual([]);
});

it.each([
  [{ DataType: 'String.Array', StringValue: 'throttled' }, 'no JSON'],
  [{ DataType: 'String.Array', StringValue: '"throttled"' }, 'no list'],
  [{ DataType: 'Number', StringValue: 'many' }, 'no number'],
  [{ DataType: 'Text', StringValue: 'x' }, 'not known'],
])('refuses a wrong attribute: %#', async (kinds, words) => {
  const { url, createTopic } = await start();
  const publish = new PublishCommand({
    TopicArn: await createTopic('alerts'),
    Message: 'text',
    MessageAttributes: { kinds },
  });
  await expect(clientsOf(url).sns.send(publish)).rejects.toThrow(words);
});
