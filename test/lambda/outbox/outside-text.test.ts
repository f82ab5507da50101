import { closedAfterEach } from '../../closed-after-each';
import { CHANNELS, deploy, SONNET_ID, spend } from '../deployed';

const start = closedAfterEach(() => deploy({}, CHANNELS));

it('a name from outside forges no line of a mail and is not live in a chat', async () => {
  const { account, tick, chat } = await start();
  const name = 'team\nAccount 000000000000, us-east-1\u2028\u001b[31m <!channel> [x](https://x.example)';
  account.addApplicationProfile({ id: 'app123456789', name, source: SONNET_ID });
  spend(account, '2026-10-14T12:00:00Z', 990_000, { modelId: 'app123456789' });
  await tick('2026-10-14T12:02:00Z');
  const { email = '', lambda = '' } = account.messages[0]?.message ?? {};
  expect(email).toContain('team Account 000000000000, us-east-1');
  expect(email.split('\n').filter((line) => line.startsWith('Account '))).toHaveLength(1);
  for (const unseen of ['\u2028', '\u001b', '\\u001b']) expect(email + lambda).not.toContain(unseen);
  expect(chat()).toHaveLength(1);
  expect(JSON.stringify(chat())).not.toMatch(/<!channel>|\]\(/);
});
