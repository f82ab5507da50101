import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { LocalAccountOptions } from '../../../local/account/account-options';
import { closedAfterEach } from '../../closed-after-each';
import { clientsOf } from '../clients';
import { startNoonAccount, toNumberedRow } from '../noon-account';

const start = closedAfterEach(startNoonAccount);
const row = toNumberedRow(1);

it.each<[Partial<LocalAccountOptions>, string]>([
  [{ accountId: '42' }, 'accountId must be twelve digits, not "42"'],
  [{ region: 'virginia' }, 'region must be like us-east-1'],
  [{ port: 70_000 }, 'port must be from 0 to 65535'],
  [{ pageSizes: { quotas: 0 } }, 'pageSizes.quotas must be 1 or more, not 0'],
  [{ quotas: [row, row] }, 'twice'],
  [{ quotas: [{ ...row, appliedValue: Number.NaN }] }, 'must be 0 or more'],
  [{ answer: { seconds: -1 } }, 'answer.seconds must be 0 or more, not -1'],
  [{ now: new Date(Number.NaN) }, 'a valid time'],
])('refuses %j', async (options, words) => {
  await expect(start(options)).rejects.toThrow(words);
});

it('takes the account id and the Region it is given', async () => {
  const { url, createTopic } = await start({ accountId: '000000000000', region: 'eu-west-1' });
  expect(await createTopic('alerts')).toBe('arn:aws:sns:eu-west-1:000000000000:alerts');
  expect((await clientsOf(url).sts.send(new GetCallerIdentityCommand({}))).Account).toBe('000000000000');
});
