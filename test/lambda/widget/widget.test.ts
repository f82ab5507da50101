import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { RequestServiceQuotaIncreaseCommand } from '@aws-sdk/client-service-quotas';
import { ENVIRONMENT, REFUSAL_EVIDENCE_VARIABLE } from '../../../lib/contract';
import { type LambdaHost, startLambda } from '../../../local/deployed/lambda-host';
import { clientsOf } from '../../local/clients';
import { type DeployedWatchdog, deploy, SONNET_ID, spend } from '../deployed';

const ROOT = join(__dirname, '../../..');
const DRAW = { widgetContext: { theme: 'dark', width: 588 } };

const open: { kill(): void }[] = [];
let watchdog: DeployedWatchdog;

beforeEach(async () => {
  watchdog = await deploy();
});
afterEach(async () => {
  for (const host of open.splice(0)) host.kill();
  await watchdog.close();
});

/** The bundled widget on the account of the poller, with a wall clock of its own. */
function startWidget(environment: Record<string, string> = { [ENVIRONMENT.tableName]: 'watchdog' }): LambdaHost {
  const code = { codeDirectory: join(ROOT, 'dist', 'lambda', 'widget'), handler: 'index.handler', environment };
  const host = startLambda(code, watchdog.account.environment, createWriteStream('/dev/null'));
  open.push(host);
  return host;
}

async function draw(host: LambdaHost, event: unknown = DRAW): Promise<string> {
  const run = await host.invoke(event);
  return run.kind === 'returned' ? String(run.value) : `failed: ${run.message}`;
}

test('it describes itself without reading anything', async () => {
  const before = watchdog.account.calls.size;
  const text = await draw(startWidget({}), { describe: true });
  expect(text).toContain('### Widget parameters\nNone.');
  expect(watchdog.account.calls.size).toBe(before);
});

test('before the first evaluation it says so', async () => {
  expect(await draw(startWidget())).toContain('No data yet');
});

test('it shows what the poller saved, and calls nothing but the table', async () => {
  spend(watchdog.account, '2026-10-14T12:00:00Z', 970_000, { throttles: 3 });
  await watchdog.ticks('2026-10-14T12:01:00Z', '2026-10-14T12:03:00Z');
  const before = new Map(watchdog.account.calls);
  const widget = await draw(startWidget());
  expect(widget).toContain('970,000 of 1,000,000 tokens');
  expect(widget).toContain('<dt>Throttled calls</dt><dd><span class="critical">3</span>');
  expect(widget).toContain('<svg class="chart"');
  expect(widget).toContain('account 111122223333');
  const called = [...watchdog.account.calls].filter(([name, count]) => count !== (before.get(name) ?? 0));
  expect(called.map(([name]) => name).filter((name) => !name.startsWith('dynamodb:'))).toEqual([]);
});

describe('with evidence of refusals', () => {
  const QUEUE = 'refusals';
  const ON = { [ENVIRONMENT.tableName]: 'watchdog', [REFUSAL_EVIDENCE_VARIABLE]: 'true' };
  const NIGHTLY = { role: 'NightlyReport', session: 'report', userAgent: 'Boto3/1.40.0' };

  /** Throttled calls, and others of a legacy model, of which CloudTrail tells soon; of calls late in a minute it tells later. */
  async function refuse(): Promise<void> {
    await watchdog.close();
    watchdog = await deploy(
      { trail: { delaySeconds: ({ at }) => (at % 60_000 < 40_000 ? 30 : 180) } },
      { [ENVIRONMENT.refusalQueueUrl]: `https://sqs.us-east-1.amazonaws.com/111122223333/${QUEUE}` },
    );
    const { account } = watchdog;
    account.queues.set(QUEUE, []);
    account.refusalTargets.add(QUEUE);
    account.trail.callers.set('old.model', [NIGHTLY]);
    spend(account, '2026-10-14T12:01:00Z', 970_000, { throttles: 3 });
    const call = { at: Date.parse('2026-10-14T12:01:10Z'), operation: 'Converse' };
    const throttled = { errorCode: 'ThrottlingException', errorMessage: 'Too many requests, please wait.' };
    for (let index = 0; index < 3; index++) account.trail.add({ ...call, ...throttled, modelId: SONNET_ID });
    const legacy = {
      errorCode: 'ResourceNotFoundException',
      errorMessage: 'This Model is marked by provider as Legacy',
    };
    for (let index = 0; index < 6; index++) account.trail.add({ ...call, ...legacy, modelId: 'old.model' });
    await watchdog.tick('2026-10-14T12:03:00Z');
  }

  test('it judges by the words that the poller counted, and shows refusals that no metric does', async () => {
    await refuse();
    const widget = await draw(startWidget(ON));
    expect(widget).toContain('requests per minute, confirmed by AWS');
    expect(widget).toContain('Too many requests, please wait.');
    expect(widget).toContain('legacy model refused: old.model');
    expect(widget).toContain('NightlyReport');
    const mails = watchdog.account.messages.map(({ message }) => message.default).join('\n');
    expect(mails).toContain('requests per minute, confirmed by AWS');
    expect(mails).toContain('legacy model refused: old.model');
  });

  test('what came since is shown, though the function is warm', async () => {
    await refuse();
    const host = startWidget(ON);
    expect(await draw(host)).toContain('&quot;Too many requests, please wait.&quot; (3 calls)');
    const late = { at: Date.parse('2026-10-14T12:01:50Z'), operation: 'Converse', errorCode: 'ThrottlingException' };
    watchdog.account.trail.add({ ...late, modelId: SONNET_ID, errorMessage: 'Too many requests, please wait.' });
    await watchdog.tick('2026-10-14T12:05:00Z');
    expect(await draw(host)).toContain('&quot;Too many requests, please wait.&quot; (4 calls)');
  });

  test('without it nothing of the refusals that are stored is read or shown', async () => {
    await refuse();
    const widget = await draw(startWidget());
    expect(widget).not.toContain('confirmed');
    expect(widget).not.toContain('legacy model');
  });

  test('without principals no name is shown, though one is stored', async () => {
    await refuse();
    const widget = await draw(startWidget({ ...ON, [ENVIRONMENT.principals]: 'false' }));
    expect(widget).toContain('legacy model refused: old.model');
    expect(widget).not.toContain('NightlyReport');
  });
});

test('it knows the base models of custom deployments, as the poller does', async () => {
  const DEPLOYMENT = 'arn:aws:bedrock:us-east-1:111122223333:custom-model-deployment/abcdefghijkl';
  const base = 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0';
  watchdog.account.customDeployments.push({ arn: DEPLOYMENT, modelArns: [base] });
  spend(watchdog.account, '2026-10-14T12:00:00Z', 7, { modelId: DEPLOYMENT });
  await watchdog.tick('2026-10-14T12:02:00Z');
  expect(watchdog.subjects().join()).not.toContain('unknown model id');
  expect(await draw(startWidget())).not.toContain('unknown model id');
});

test('it says how old the evaluation is, by the clock it is drawn at', async () => {
  await watchdog.tick('2026-10-14T12:02:00Z');
  const host = startWidget();
  const drawnAt = async (time: string) => {
    const run = await host.invoke(DRAW, { machineTime: Date.parse(time) });
    return run.kind === 'returned' ? String(run.value) : run.message;
  };
  expect(await drawnAt('2026-10-14T12:04:00Z')).not.toContain('Stale');
  expect(await drawnAt('2026-10-14T13:02:00Z')).toContain('60 minutes ago');
});

test('it says that CloudWatch is late', async () => {
  const [from, until] = [new Date('2026-10-14T12:00:00Z'), new Date('2026-10-14T13:00:00Z')];
  watchdog.account.lateness.add({ from, until, minutes: 40 });
  await watchdog.ticks('2026-10-14T12:00:00Z', '2026-10-14T12:21:00Z');
  expect((await draw(startWidget())).replace(/<[^>]+>/g, '')).toContain(
    'CloudWatch accepted the watchdog&#39;s own point of 12:00 UTC',
  );
});

test('it names an open increase request in place of the command', async () => {
  const increase = { ServiceCode: 'bedrock', QuotaCode: 'L-F4DDD3EB', DesiredValue: 5_000_001 };
  const { serviceQuotas } = clientsOf(watchdog.account.url);
  await serviceQuotas.send(new RequestServiceQuotaIncreaseCommand(increase));
  spend(watchdog.account, '2026-10-14T12:00:00Z', 970_000);
  await watchdog.tick('2026-10-14T12:02:00Z');
  const widget = await draw(startWidget());
  expect(widget.replace(/<[^>]+>/g, '')).toContain('An increase to 5,000,001 is open since 2026-10-14');
  expect(widget).not.toContain('request-service-quota-increase');
});

test('it speaks its language about what the poller could not read, whatever the language then', async () => {
  watchdog.account.faults.add({ service: 'bedrock', operation: 'ListFoundationModels', kind: 'accessDenied' });
  await watchdog.tick('2026-10-14T12:02:00Z');
  watchdog.account.faults.clear();
  const environment = { [ENVIRONMENT.tableName]: 'watchdog', [ENVIRONMENT.language]: 'pt-BR' };
  expect(await draw(startWidget(environment))).toContain('; permita a ação bedrock:ListFoundationModels');
  watchdog.account.faults.add({ service: 'dynamodb', operation: 'GetItem', kind: 'accessDenied' });
  expect(await draw(startWidget(environment))).toMatch(
    /As cotas não podem ser mostradas: dynamodb:GetItem falhou .*permita a ação dynamodb:GetItem/,
  );
});

describe('what is stuck', () => {
  const put = (item: Record<string, AttributeValue>) =>
    clientsOf(watchdog.account.url).dynamoDb.send(new PutItemCommand({ TableName: 'watchdog', Item: item }));

  test('messages that nobody took, since when', async () => {
    spend(watchdog.account, '2026-10-14T12:00:00Z', 970_000);
    watchdog.account.faults.add({ service: 'sns', kind: 'keyDisabled' });
    await watchdog.tick('2026-10-14T12:02:00Z');
    const widget = await draw(startWidget());
    expect(widget).toContain('Messages of 1 runs wait, the oldest since');
    expect(widget).toContain('970,000 of 1,000,000 tokens');
  });

  test('a message that was refused for good', async () => {
    spend(watchdog.account, '2026-10-14T12:00:00Z', 970_000);
    watchdog.account.faults.add({ service: 'sns', kind: 'invalid', times: 1 });
    await watchdog.tick('2026-10-14T12:02:00Z');
    expect(await draw(startWidget())).toContain('was permanently refused and went to mail in a short version');
  });

  test.each(['state', 'catalog'])('a %s that cannot be read is no watchdog that never ran', async (sk) => {
    await watchdog.tick('2026-10-14T12:02:00Z');
    await put({ pk: { S: 'us-east-1' }, sk: { S: sk }, data: { S: 'by hand' } });
    const widget = await draw(startWidget());
    expect(widget).toContain(`the item ${sk} of the table watchdog cannot be read`);
    expect(widget).not.toContain('No data yet');
  });
});

test.each<[string, Record<string, string>, string]>([
  ['a table that is gone', { [ENVIRONMENT.tableName]: 'gone' }, 'dynamodb:GetItem'],
  ['a variable that is missing', {}, 'environment variable WATCHDOG_TABLE_NAME is missing'],
])('%s is a sentence, not a trace', async (_what, environment, words) => {
  const widget = await draw(startWidget(environment));
  expect(widget).toContain('The quotas cannot be shown:');
  expect(widget).toContain(words);
  expect(widget).not.toMatch(/\bat \S+:\d+|node_modules/);
});
