import { writeValue } from '../../../aws/dynamodb';
import type { LocalAccount } from '../../../local/account/local-account';
import type { LocalTrail } from '../../../local/services/trails';
import { clientsOf } from '../../local/clients';
import { PROFILE, startBusyAccount, TPM } from '../busy-account';
import { linesOf, NOW, replaceEnvironment, runCli } from '../captured-io';

const BASE = PROFILE.replace('us.', '');
const STACK = 'BedrockQuotaWatchdog';

let busy: LocalAccount;
beforeEach(async () => {
  busy = await startBusyAccount();
  replaceEnvironment(busy.environment);
});
afterEach(() => busy.close());

async function doctor(args = '') {
  const { out, error, exitCode } = await runCli(`doctor ${args}`);
  return { out, error: error.replace(/^reading.*\n/gm, ''), exitCode };
}

interface Row {
  readonly id: string;
  readonly status: string;
  readonly done: boolean;
  readonly text: string;
  readonly command: string | null;
}

async function doctorJson(args = '') {
  const { out, exitCode } = await doctor(`${args} --json`);
  const document = JSON.parse(out);
  const rowOf = (list: readonly Row[], id: string) => list.find((one) => one.id === id);
  return {
    document,
    exitCode,
    check: (id: string) => rowOf(document.checks, id),
    step: (id: string) => rowOf(document.checklist, id),
  };
}

const minuteOf = (minutesAgo: number) => Math.floor(Date.parse(NOW) / 60_000) - minutesAgo;

/** A deployed watchdog that ran some minutes ago, with its two topics' subscriptions. */
async function deploy({ lastRun = 4, email = true } = {}): Promise<void> {
  const topicArn = await busy.createTopic('alerts');
  await busy.createTable('watchdog');
  busy.stacks.set(STACK, {
    outputs: { AlertTopicArn: topicArn, RulesParameterName: `/bedrock-quota-watchdog/${STACK}/rules` },
    resources: {
      Limits: { type: 'AWS::SSM::Parameter', physicalId: `/bedrock-quota-watchdog/${STACK}/limits` },
      Failed: { type: 'AWS::CloudWatch::Alarm', physicalId: `${STACK}-Failed` },
      Table: { type: 'AWS::DynamoDB::GlobalTable', physicalId: 'watchdog' },
      Stale: { type: 'AWS::CloudWatch::Alarm', physicalId: `${STACK}-Stale` },
      WatchdogEveryMinuteDeadLetters707F6840: {
        type: 'AWS::SQS::Queue',
        physicalId: 'https://sqs.us-east-1.amazonaws.com/111122223333/dead',
      },
    },
  });
  busy.parameters.set(`/bedrock-quota-watchdog/${STACK}/limits`, { value: '{"schemaVersion":1}' });
  busy.alarms.set(`${STACK}-Failed`, 'OK').set(`${STACK}-Stale`, 'OK');
  const own = { namespace: 'BedrockQuotaWatchdog', name: 'CoverageErrors', dimensions: { Watchdog: STACK } };
  busy.record(own, { minute: minuteOf(lastRun), sum: 0 });
  if (email) await subscribe(topicArn, 'lambda', 'arn:aws:lambda:us-east-1:111122223333:function:pager');
}

async function subscribe(topicArn: string, protocol: string, endpoint: string): Promise<void> {
  const body = new URLSearchParams({ Action: 'Subscribe', TopicArn: topicArn, Protocol: protocol, Endpoint: endpoint });
  await fetch(busy.url, { method: 'POST', body });
}

test('before a deployment: checks, checklist and the bill, each open step with its command', async () => {
  const { document, exitCode, check, step } = await doctorJson();
  expect(exitCode).toBe(1);
  expect(document).toMatchObject({ schemaVersion: 1, accountId: '111122223333', region: 'us-east-1', examinedAt: NOW });
  expect(Object.keys(document)).toEqual(
    expect.arrayContaining(['schemaVersion', 'checks', 'checklist', 'monthlyBill']),
  );
  expect(check('credentials')).toMatchObject({ status: 'ok', text: 'account 111122223333, Region us-east-1' });
  expect(check('quotas/unmappedUsage')).toMatchObject({ status: 'wrong', text: expect.stringContaining('.model') });
  expect(check('quotas/belowDefault')?.text).toContain(TPM);
  expect(check('models/access')).toMatchObject({ status: 'ok' });
  expect(check('watchdog/stack')).toMatchObject({ status: 'ok', text: expect.stringContaining(STACK) });
  expect(step('askAdjustable')).toMatchObject({ done: false, command: `quota-watchdog request ${TPM}` });
  expect(step('watch')).toMatchObject({ done: false, command: 'npx cdk deploy -c alertEmail=ops@example.com' });
  expect(step('fallback')).toMatchObject({ done: false, command: `quota-watchdog headroom ${BASE}` });
  expect(step('retries')).toMatchObject({ done: true, command: null });
  expect(document.monthlyBill).toMatchObject({ currency: 'USD', priceRegion: 'us-east-1' });
  expect(document.monthlyBill.beforeFreeTier).toBeGreaterThan(document.monthlyBill.afterFreeTier);
});

test('every command that it names is one that the program takes', async () => {
  const { document } = await doctorJson();
  const commands: string[] = [...document.checks, ...document.checklist].flatMap(({ command }: Row) => command ?? []);
  const own = commands.filter((command) => command.startsWith('quota-watchdog '));
  expect(own.length).toBeGreaterThan(3);
  for (const command of own) {
    const args = command
      .replace('quota-watchdog ', '')
      .replace(/ P$/, ' 60')
      .replace(/^request/, 'request --dry-run');
    expect((await runCli(args)).exitCode).not.toBe(2);
  }
});

test('a missing permission is named, and hides nothing else', async () => {
  busy.faults.add({
    service: 'servicequotas',
    operation: 'ListAWSDefaultServiceQuotas',
    kind: 'accessDenied',
    times: 99,
  });
  const { exitCode, check } = await doctorJson();
  expect(exitCode).toBe(1);
  expect(check('call/servicequotas:ListAWSDefaultServiceQuotas')).toMatchObject({
    status: 'wrong',
    text: expect.stringContaining('allow the action servicequotas:ListAWSDefaultServiceQuotas'),
  });
  expect(check('call/cloudwatch:ListMetrics')).toMatchObject({ status: 'ok' });
  expect(check('quotas/mapped')).toMatchObject({ status: 'ok' });
});

test('what cannot be read makes the steps that hang on it open, not done', async () => {
  busy.faults.add({ service: 'cloudwatch', operation: 'ListMetrics', kind: 'accessDenied', times: 99 });
  const { check, step, document } = await doctorJson();
  expect(check('models/traffic')).toMatchObject({ status: 'unknown' });
  expect(step('retries')).toMatchObject({ done: false });
  expect(step('fewerTokens')).toMatchObject({ done: false, text: expect.stringContaining('unknown') });
  expect(document.monthlyBill).toBeNull();
});

test('an account that cannot be read is exit 3, with the advice of its failures once', async () => {
  for (const service of ['servicequotas', 'cloudwatch', 'bedrock'] as const)
    busy.faults.add({ service, kind: 'serverError', times: 999 });
  const { out, exitCode } = await doctor();
  expect(exitCode).toBe(3);
  expect(out).toContain('and also');
  expect(out).not.toContain('Nothing is wrong');
});

test('models that may not be called are named; one that is called is wrong', async () => {
  busy.unauthorizedModels.add('amazon.nova-lite-v1:0');
  const idle = await doctorJson();
  expect(idle.check('models/access')).toMatchObject({
    status: 'ok',
    text: expect.stringContaining('amazon.nova-lite-v1:0 (authorization NOT_AUTHORIZED, agreement NOT_AVAILABLE)'),
  });
  busy.unauthorizedModels.add(BASE);
  const called = await doctorJson();
  expect(called.check('models/access')).toMatchObject({
    status: 'wrong',
    text: expect.stringContaining(`nevertheless: ${BASE}`),
  });
});

test('access that may not be asked for is unknown, after five calls and not a hundred', async () => {
  busy.faults.add({
    service: 'bedrock',
    operation: 'GetFoundationModelAvailability',
    kind: 'accessDenied',
    times: 999,
  });
  const { check } = await doctorJson();
  expect(check('models/access')).toMatchObject({ status: 'unknown' });
  expect(check('call/bedrock:GetFoundationModelAvailability')).toMatchObject({ status: 'wrong' });
  expect(busy.calls.get('bedrock:GetFoundationModelAvailability')).toBe(5);
});

test('a legacy model with traffic is named with its last day', async () => {
  busy.legacyModels.set('amazon.nova-lite-v1:0', new Date('2027-01-31T00:00:00Z'));
  expect((await doctorJson()).check('models/lifecycle')).toMatchObject({ status: 'ok' });
  busy.legacyModels.set(BASE, new Date('2027-01-31T00:00:00Z'));
  expect((await doctorJson()).check('models/lifecycle')).toMatchObject({
    status: 'wrong',
    text: `${BASE} is legacy, ends 2027-01-31`,
  });
});

describe('after a deployment', () => {
  test('a healthy watchdog is all ok, and there is no bill to expect', async () => {
    await deploy();
    const { check, step, document } = await doctorJson();
    for (const id of ['stack', 'lastRun', 'alarms', 'emails', 'rules', 'deadLetters', 'outbox'])
      expect(check(`watchdog/${id}`)).toMatchObject({ status: 'ok' });
    expect(check('watchdog/lastRun')?.text).toBe('last evaluation 4 minutes ago');
    expect(step('watch')).toMatchObject({ done: true, command: null });
    expect(document.monthlyBill).toBeNull();
  });

  test('a run too long ago is wrong', async () => {
    await deploy({ lastRun: 16 });
    expect((await doctorJson()).check('watchdog/lastRun')).toMatchObject({ status: 'wrong' });
  });

  test('no run at all is wrong', async () => {
    await deploy({ lastRun: 2000 });
    const { check } = await doctorJson();
    expect(check('watchdog/lastRun')).toMatchObject({ status: 'wrong', text: 'no run in the last 3 hours' });
  });

  test('an alarm, an unconfirmed address, rules that do not parse and dead letters are wrong', async () => {
    await deploy({ email: false });
    const topicArn = busy.stacks.get(STACK)?.outputs.AlertTopicArn ?? '';
    await subscribe(topicArn, 'email', 'ops@example.com');
    busy.alarms.set(`${STACK}-Failed`, 'ALARM');
    busy.parameters.set(`/bedrock-quota-watchdog/${STACK}/rules`, { value: '{"mute": 3}' });
    const queue = {
      namespace: 'AWS/SQS',
      name: 'ApproximateNumberOfMessagesVisible',
      dimensions: { QueueName: 'dead' },
    };
    busy.record(queue, { minute: minuteOf(5), sum: 3 });
    const { check, exitCode } = await doctorJson();
    expect(exitCode).toBe(1);
    expect(check('watchdog/alarms')).toMatchObject({ status: 'wrong', text: `in ALARM: ${STACK}-Failed` });
    expect(check('watchdog/emails')).toMatchObject({
      status: 'wrong',
      text: expect.stringContaining('ops@example.com'),
    });
    expect(check('watchdog/rules')).toMatchObject({ status: 'wrong', text: expect.stringContaining('mute') });
    expect(check('watchdog/deadLetters')).toMatchObject({
      status: 'wrong',
      text: expect.stringContaining('did not accept them: 3'),
    });
  });

  test('messages that wait, and those that were refused for good, are wrong', async () => {
    await deploy();
    const table = { client: clientsOf(busy.url).dynamoDb, tableName: 'watchdog', partition: 'us-east-1' };
    const [old, fresh] = ['2026-10-14T13:33:00Z', '2026-10-14T14:32:00Z'];
    await writeValue(table, 'state', { outbox: [{ id: fresh, isMailed: true, refused: [{}] }] }, 0);
    await writeValue(table, 'outbox-aside', [{ id: '2026-10-01T00:00:00Z', subject: 'CRITICAL', why: 'too long' }], 0);
    expect((await doctorJson()).check('watchdog/outbox')).toEqual({
      id: 'watchdog/outbox',
      status: 'ok',
      text: 'nothing is waiting; 1 set aside, the latest "CRITICAL": too long',
      command: null,
    });
    await writeValue(table, 'outbox-aside', [{ id: old, subject: 'CRITICAL', why: 'too long' }], 1);
    expect((await doctorJson()).check('watchdog/outbox')).toMatchObject({ status: 'wrong' });
    await writeValue(table, 'outbox-aside', [], 2);
    await writeValue(table, 'state', { outbox: [{ id: old }, { id: fresh, isMailed: true, chat: [{}] }] }, 1);
    expect((await doctorJson()).check('watchdog/outbox')).toMatchObject({
      status: 'wrong',
      text: 'runs whose messages are waiting: 2, for 60 min',
      command: 'quota-watchdog test-alert',
    });
    await writeValue(table, 'state', { schema: 2 }, 2);
    expect((await doctorJson()).check('watchdog/outbox')).toMatchObject({
      status: 'unknown',
      text: expect.stringContaining('the item state of the table watchdog cannot be read'),
    });
    busy.faults.add({ service: 'dynamodb', operation: 'GetItem', kind: 'accessDenied' });
    expect((await doctorJson()).check('watchdog/outbox')).toMatchObject({
      status: 'unknown',
      text: expect.stringContaining('allow the action dynamodb:GetItem'),
    });
  });

  describe('with evidence of refusals', () => {
    const QUEUE = {
      WatchdogRefusalsQueue906828F7: {
        type: 'AWS::SQS::Queue',
        physicalId: 'https://sqs.us-east-1.amazonaws.com/111122223333/refusals',
      },
    };

    beforeEach(async () => {
      await deploy();
      const stack = busy.stacks.get(STACK);
      busy.stacks.set(STACK, { outputs: stack?.outputs ?? {}, resources: { ...stack?.resources, ...QUEUE } });
    });

    const management = (ReadWriteType: string) => ({
      EventSelectors: [{ ReadWriteType, IncludeManagementEvents: true }],
    });

    test.each<[string, LocalTrail, 'ok' | 'wrong', string]>([
      ['a trail', { name: 'a' }, 'ok', 'the trail a records refused calls'],
      ['one of all Regions', { name: 'a', homeRegion: 'eu-west-1', isMultiRegion: true }, 'ok', 'the trail a'],
      ['one of another Region', { name: 'a', homeRegion: 'eu-west-1' }, 'wrong', 'there is none here'],
      ["the organisation's", { name: 'a', isOrganization: true }, 'ok', 'the trail a'],
      ['one that reads', { name: 'a', selectors: management('ReadOnly') }, 'ok', 'the trail a'],
      ['one that does not', { name: 'a', selectors: management('WriteOnly') }, 'wrong', 'a leaves out calls of models'],
      ['one that is stopped', { name: 'a', isLogging: false }, 'wrong', 'a does not log'],
    ])('%s', async (_, trail, status, words) => {
      busy.configuredTrails.push(trail);
      expect((await doctorJson()).check('watchdog/trail')).toMatchObject({
        status,
        text: expect.stringContaining(words),
      });
    });

    test('one that picks by something else is open', async () => {
      const FieldSelectors = [
        { Field: 'eventCategory', Equals: ['Management'] },
        { Field: 'userIdentity.arn', Equals: ['x'] },
      ];
      busy.configuredTrails.push({ name: 'a', selectors: { AdvancedEventSelectors: [{ FieldSelectors }] } });
      expect((await doctorJson()).check('watchdog/trail')).toMatchObject({
        status: 'unknown',
        text: expect.stringContaining('the trail a records some management events'),
      });
    });

    test.each(['DescribeTrails', 'GetTrailStatus', 'GetEventSelectors'])(
      'without %s it is unknown',
      async (operation) => {
        busy.configuredTrails.push({ name: 'a', selectors: management('All') });
        busy.faults.add({ service: 'cloudtrail', operation, kind: 'accessDenied', times: 9 });
        expect((await doctorJson()).check('watchdog/trail')).toMatchObject({
          status: 'unknown',
          text: expect.stringContaining(`allow the action cloudtrail:${operation}`),
        });
      },
    );

    test('one good trail is enough, whatever is not known of others', async () => {
      busy.configuredTrails.push({ name: 'a', selectors: management('All') }, { name: 'b' });
      busy.faults.add({ service: 'cloudtrail', operation: 'GetEventSelectors', kind: 'accessDenied', times: 9 });
      expect((await doctorJson()).check('watchdog/trail')).toMatchObject({ status: 'ok' });
    });

    test('refused calls that wait are no dead letters', async () => {
      const name = 'ApproximateNumberOfMessagesVisible';
      busy.record(
        { namespace: 'AWS/SQS', name, dimensions: { QueueName: 'refusals' } },
        { minute: minuteOf(5), sum: 3 },
      );
      expect((await doctorJson()).check('watchdog/deadLetters')).toMatchObject({ status: 'ok' });
    });
  });

  test('without evidence of refusals no trail is asked for', async () => {
    await deploy();
    expect((await doctorJson()).check('watchdog/trail')).toBeUndefined();
    expect(busy.calls.get('cloudtrail:DescribeTrails')).toBeUndefined();
  });

  test('what may not be read of it is unknown', async () => {
    await deploy();
    busy.faults.add({ service: 'cloudformation', operation: 'ListStackResources', kind: 'accessDenied', times: 9 });
    const { check } = await doctorJson();
    expect(check('watchdog/alarms')).toMatchObject({
      status: 'unknown',
      text: expect.stringContaining('cloudformation:ListStackResources'),
    });
    expect(check('watchdog/lastRun')).toMatchObject({ status: 'ok' });
  });
});

test('without Region there is one finding, which says what to do', async () => {
  replaceEnvironment({ AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
  const { out, error, exitCode } = await doctor();
  expect({ error, exitCode }).toEqual({ error: '', exitCode: 1 });
  expect(out).toMatch(/wrong +credentials +no AWS Region/);
  const { document } = await doctorJson();
  expect(document).toMatchObject({
    checks: [{ id: 'credentials', status: 'wrong' }],
    checklist: [],
    monthlyBill: null,
  });
});

test('without credentials too', async () => {
  replaceEnvironment({ AWS_REGION: 'us-east-1' });
  const { out, exitCode } = await doctor();
  expect(exitCode).toBe(1);
  expect(out).toMatch(/wrong +credentials +no AWS credentials/);
});

test.each(['en', 'pt-BR'])('reads well in 100 columns in %s', async (language) => {
  await deploy();
  const { out } = await doctor(`--language ${language}`);
  const wide = linesOf(out).filter((line) => line.length > 100 && !/^ +quota-watchdog /.test(line));
  expect(wide).toEqual([]);
  expect(out).toContain(language === 'en' ? 'Next weeks' : 'Próximas semanas');
});

test.each([
  [null, 'ok', 'CloudTrail records whose calls were refused, and with which error'],
  ['accessDenied', 'wrong', 'allow the action cloudtrail:LookupEvents'],
  ['serverError', 'unknown', 'cloudtrail:LookupEvents failed'],
] as const)('whether refused calls can be read: %s is %s', async (kind, status, words) => {
  if (kind !== null) busy.faults.add({ service: 'cloudtrail', operation: 'LookupEvents', kind });
  const { check } = await doctorJson();
  expect(check('refusals/recorded')).toMatchObject({
    status,
    text: expect.stringContaining(words),
    command: status === 'ok' ? 'quota-watchdog explain --recent' : null,
  });
});
