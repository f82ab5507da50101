import { closedAfterEach } from '../../closed-after-each';
import { CHANNELS, deploy, spend } from '../deployed';

const start = closedAfterEach(() => deploy({}, CHANNELS));
const startWithMailOnly = closedAfterEach(() => deploy());

it('an incident is one thread in the chat and one event of each kind, beside its mails', async () => {
  const { account, tick, subjects, chat } = await start();
  spend(account, '2026-10-14T12:00:00Z', 850_000);
  spend(account, '2026-10-14T12:03:00Z', 970_000);
  await tick('2026-10-14T12:02:00Z');
  await tick('2026-10-14T12:05:00Z');
  for (const minute of [10, 20, 25, 30, 40, 45]) {
    spend(account, `2026-10-14T12:${minute - 2}:00Z`, 10_000);
    await tick(`2026-10-14T12:${minute}:00Z`);
  }
  expect(subjects().map((subject) => subject.split(' ').slice(0, 2).join(' '))).toEqual([
    'WARNING 85%',
    'now CRITICAL',
    'RECOVERED 1%',
  ]);
  expect(chat().map(({ content }) => content.title)).toEqual(subjects());
  expect(new Set(chat().map(({ metadata }) => metadata.threadId)).size).toBe(1);
  expect(chat().map(({ metadata }) => metadata.eventType)).toEqual(account.events.map(({ detailType }) => detailType));
  expect(account.events.map(({ detailType }) => detailType)).toEqual([
    'Bedrock Quota Alert Opened',
    'Bedrock Quota Alert Escalated',
    'Bedrock Quota Alert Recovered',
  ]);
  expect(account.events[1]).toMatchObject({
    source: 'bedrock-quota-watchdog',
    detail: {
      schemaVersion: 1,
      accountId: '111122223333',
      region: 'us-east-1',
      event: 'escalated',
      finding: { id: 'utilization/L-F4DDD3EB', utilizationPercent: 97 },
    },
    resources: ['arn:aws:servicequotas:us-east-1:111122223333:bedrock/L-F4DDD3EB'],
  });
});

it('EventBridge that refuses fails the run, and mail and chat go out once', async () => {
  const { account, tick, subjects, chat } = await start();
  spend(account, '2026-10-14T12:00:00Z', 850_000);
  account.faults.add({ service: 'events', kind: 'accessDenied' });
  for (const minute of ['02', '03']) {
    expect(await tick(`2026-10-14T12:${minute}:00Z`)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('allow the action events:PutEvents'),
    });
  }
  expect([subjects().length, chat().length, account.events.length]).toEqual([1, 1, 0]);
  account.faults.clear();
  expect(await tick('2026-10-14T12:04:00Z')).toMatchObject({ kind: 'returned' });
  expect([subjects().length, chat().length, account.events.length]).toEqual([1, 1, 1]);
  expect(account.events[0]?.at).toBe('2026-10-14T12:02:00Z');
});

it('without the channels nothing but the mail is said', async () => {
  const { account, tick, subjects } = await startWithMailOnly();
  spend(account, '2026-10-14T12:00:00Z', 850_000);
  await tick('2026-10-14T12:02:00Z');
  expect(subjects()).toHaveLength(1);
  expect([account.messages.length, account.events.length]).toEqual([1, 0]);
});
