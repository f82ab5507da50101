import { CloudWatchLogsClient, GetQueryResultsCommand, StartQueryCommand } from '@aws-sdk/client-cloudwatch-logs';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';

let account: LocalAccount;
let logs: CloudWatchLogsClient;
beforeEach(async () => {
  account = await startLocalAccount({ now: new Date('2026-10-14T12:00:00Z') });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  logs = new CloudWatchLogsClient({ region: 'us-east-1', endpoint: account.url, credentials });
});
afterEach(async () => {
  logs.destroy();
  await account.close();
});

const query = (logGroupName: string, queryString = 'stats count(*) by identity.arn, modelId') =>
  logs.send(new StartQueryCommand({ logGroupName, startTime: 0, endTime: 2_000_000_000, queryString }));

test('sums the log by principal and model once it is looked at again', async () => {
  account.invocationLog.logGroupName = 'log';
  const call = { at: 1_000_000, principal: 'ana', modelId: 'm', input: 5, output: 2 };
  account.invocationLog.invocations.push(call, call, { ...call, principal: 'ben' });
  const { queryId } = await query('log');
  expect((await logs.send(new GetQueryResultsCommand({ queryId }))).status).toBe('Running');
  const { status, results = [] } = await logs.send(new GetQueryResultsCommand({ queryId }));
  const rows = results.map((row) => Object.fromEntries(row.map(({ field, value }) => [field, value])));
  expect(status).toBe('Complete');
  expect(rows).toMatchObject([
    { 'identity.arn': 'ana', modelId: 'm', requests: '2', input: '10', output: '4' },
    { 'identity.arn': 'ben', requests: '1' },
  ]);
});

test('refuses a group that is not there, and a query of another kind', async () => {
  await expect(query('log')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  account.invocationLog.logGroupName = 'log';
  await expect(query('log', 'fields @message')).rejects.toMatchObject({ name: 'MalformedQueryException' });
});
