import type { LocalAccount } from '../../../local/account/local-account';
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
  busy.stacks.set(STACK, {
    outputs: { AlertTopicArn: topicArn, RulesParameterName: `/bedrock-quota-watchdog/${STACK}/rules` },
    resources: {
      Limits: { type: 'AWS::SSM::Parameter', physicalId: `/bedrock-quota-watchdog/${STACK}/limits` },
      Failed: { type: 'AWS::CloudWatch::Alarm', physicalId: `${STACK}-Failed` },
      Stale: { type: 'AWS::CloudWatch::Alarm', physicalId: `${STACK}-Stale` },
      Queue: { type: 'AWS::SQS::Queue', physicalId: 'https://sqs.us-east-1.amazonaws.com/111122223333/dead' },
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
  expect(out).toContain('and likewise');
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
    text: expect.stringContaining(`same: ${BASE}`),
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
    for (const id of ['stack', 'lastRun', 'alarms', 'emails', 'rules', 'deadLetters'])
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
    expect(check('watchdog/deadLetters')).toMatchObject({ status: 'wrong', text: expect.stringContaining('3 runs') });
  });

  test('what may not be read of it is unknown', async () => {
    await deploy();
    busy.faults.add({ service: 'cloudformation', operation: 'DescribeStackResources', kind: 'accessDenied', times: 9 });
    const { check } = await doctorJson();
    expect(check('watchdog/alarms')).toMatchObject({
      status: 'unknown',
      text: expect.stringContaining('cloudformation:DescribeStackResources'),
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

test.each(['en', 'pt-BR'])('reads well in 80 columns in %s', async (language) => {
  await deploy();
  const { out } = await doctor(`--language ${language}`);
  const wide = linesOf(out).filter((line) => line.length > 80 && !/^ +quota-watchdog /.test(line));
  expect(wide).toEqual([]);
  expect(out).toContain(language === 'en' ? 'Next weeks' : 'Próximas semanas');
});

test.each([
  [null, 'ok', 'CloudTrail says whose calls were refused, and in which words'],
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
