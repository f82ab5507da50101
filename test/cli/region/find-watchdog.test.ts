import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { findWatchdog, isOf } from '../../../cli/region/find-watchdog';
import { BedrockQuotaWatchdog } from '../../../lib';
import { WatchdogStack } from '../../../lib/cdk/watchdog-stack';
import { OUTPUTS, STACK_NAME } from '../../../lib/contract';
import { EN_COMMANDS } from '../../../lib/language/command-words';
import { type LocalAccount, startLocalAccount } from '../../../local/account/local-account';
import type { LocalStack } from '../../../local/services/cloudformation';
import { createApp } from '../../lib/cdk/fixtures';
import { NOW, replaceEnvironment, runCli } from '../captured-io';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:alerts';

let account: LocalAccount;

beforeEach(async () => {
  account = await startLocalAccount({ now: new Date(NOW), quotas: [], pageSizes: { stacks: 1 } });
  await account.createTopic('alerts');
  replaceEnvironment(account.environment);
});

afterEach(() => account.close());

/** A synthesised stack as it stands in an account once deployed: outputs and resources under the names CDK gives them. */
function toDeployed(stack: Stack): LocalStack {
  const { Outputs = {}, Resources } = Template.fromStack(stack).toJSON();
  const outputs = Object.entries<{ Value: unknown }>(Outputs).map(([key, { Value }]) => {
    if (key.includes('AlertTopicArn')) return [key, TOPIC] as const;
    return [key, typeof Value === 'string' ? Value : 'deployed'] as const;
  });
  const resources = Object.entries<{ Type: string }>(Resources).map(
    ([id, { Type }]) => [id, { type: Type, physicalId: id }] as const,
  );
  return { outputs: Object.fromEntries(outputs), resources: Object.fromEntries(resources) };
}

/** Deploys a stack with a watchdog for each id. */
function deployHost(name: string, ids: readonly string[]): Stack {
  const stack = new Stack(createApp(), name);
  for (const id of ids) new BedrockQuotaWatchdog(stack, id, { chatNotifications: true });
  account.stacks.set(name, toDeployed(stack));
  return stack;
}

const find = (stack: string = STACK_NAME) => findWatchdog({ stack, region: 'us-east-1', words: EN_COMMANDS });

const PLAIN = OUTPUTS.filter((name) => !/^(Dispatcher|TargetQueue|Reader|EmailsToConfirm)/.test(name)).sort();

test('the stock stack is found by its name, and its outputs are as they are', async () => {
  const stack = new WatchdogStack(createApp(), STACK_NAME, { chatNotifications: true });
  account.stacks.set(STACK_NAME, toDeployed(stack));
  deployHost('Other', ['Watchdog']);
  const found = await find();
  expect(found).toMatchObject({ stack: STACK_NAME, name: STACK_NAME, prefix: '' });
  expect([...(found?.outputs.keys() ?? [])].sort()).toEqual(PLAIN);
});

test('where there is no stock stack the one there is is found in any stack, by all pages', async () => {
  account.stacks.set('Unrelated', { outputs: { BucketName: 'b' }, resources: {} });
  deployHost('Chatbot', ['Watchdog']);
  const found = await find();
  expect(found).toMatchObject({ stack: 'Chatbot', name: 'Chatbot-Watchdog', prefix: 'Watchdog' });
  expect([...(found?.outputs.keys() ?? [])].sort()).toEqual(PLAIN);
});

test.each(['Chatbot', 'Chatbot-Watchdog'])('it is found by its stack and by its name: %s', async (name) => {
  deployHost('Chatbot', ['Watchdog']);
  deployHost('Search', ['Watchdog']);
  expect(await find(name)).toMatchObject({ stack: 'Chatbot', name: 'Chatbot-Watchdog' });
});

test('there is none of a name that nothing has, and none where there is none', async () => {
  expect(await find()).toBeNull();
  deployHost('Chatbot', ['Watchdog']);
  expect(await find('nowhere')).toBeNull();
});

test('of several one must be named', async () => {
  deployHost('Chatbot', ['Watchdog', 'Watchdog2']);
  const complaint =
    'there are several watchdogs in us-east-1: Chatbot-Watchdog (stack Chatbot), Chatbot-Watchdog2 (stack Chatbot); name one by --stack';
  await expect(find()).rejects.toThrow(complaint);
  await expect(find('Chatbot')).rejects.toThrow(complaint);
  expect(await find('Chatbot-Watchdog2')).toMatchObject({ name: 'Chatbot-Watchdog2', prefix: 'Watchdog2' });
});

test("resources of others are none of the watchdog's", async () => {
  const stack = deployHost('Chatbot', ['Watchdog', 'Watchdog2']);
  const ids = Object.keys(Template.fromStack(stack).toJSON().Resources);
  const ownOf = async (name: string) => {
    const found = await find(name);
    return found ? ids.filter((logicalId) => isOf(found, { logicalId })) : [];
  };
  const [first, second] = [await ownOf('Chatbot-Watchdog'), await ownOf('Chatbot-Watchdog2')];
  expect(first.length).toBeGreaterThan(20);
  expect(first.length).toBe(second.length);
  expect(first.filter((id) => id.startsWith('Watchdog2'))).toEqual([]);
});

test('a stack that tells of none is taken as it is', async () => {
  account.stacks.set('old', { outputs: { AlertTopicArn: TOPIC }, resources: {} });
  expect(await find('old')).toMatchObject({ stack: 'old', name: 'old', outputs: new Map([['AlertTopicArn', TOPIC]]) });
});

describe('commands', () => {
  test('test-alert reaches a watchdog inside any stack', async () => {
    deployHost('Chatbot', ['Watchdog']);
    const stack = account.stacks.get('Chatbot');
    account.stacks.set('Chatbot', {
      outputs: Object.fromEntries(Object.entries(stack?.outputs ?? {}).filter(([key]) => !key.includes('ChatTopic'))),
      resources: {},
    });
    const { exitCode, out } = await runCli('test-alert');
    expect({ exitCode, sent: account.messages.map(({ topicArn }) => topicArn) }).toEqual({
      exitCode: 0,
      sent: [TOPIC],
    });
    expect(out).toContain(TOPIC);
  });

  test.each([
    ['', /^quota-watchdog: there are several watchdogs in us-east-1: .*; name one by --stack\n$/],
    [' --language pt-BR', /^quota-watchdog: há vários watchdogs em us-east-1: .*; indique um com --stack\n$/],
  ])('test-alert%s says which there are where it cannot know', async (flags, complaint) => {
    deployHost('Chatbot', ['Watchdog']);
    deployHost('Search', ['Watchdog']);
    const { exitCode, error } = await runCli(`test-alert${flags}`);
    expect({ exitCode, sent: account.messages.length }).toEqual({ exitCode: 2, sent: 0 });
    expect(error).toMatch(complaint);
  });

  test('doctor examines it by its own name, and nothing else of its stack', async () => {
    deployHost('Chatbot', ['Watchdog']);
    account.alarms.set('TheirAlarm', 'ALARM');
    const stack = account.stacks.get('Chatbot');
    account.stacks.set('Chatbot', {
      outputs: stack?.outputs ?? {},
      resources: { ...stack?.resources, Theirs: { type: 'AWS::CloudWatch::Alarm', physicalId: 'TheirAlarm' } },
    });
    const own = {
      namespace: 'BedrockQuotaWatchdog',
      name: 'CoverageErrors',
      dimensions: { Watchdog: 'Chatbot-Watchdog' },
    };
    account.record(own, { minute: Math.floor(Date.parse(NOW) / 60_000) - 4, sum: 0 });
    const { out } = await runCli('doctor --json');
    const checks: { id: string; status: string; text: string }[] = JSON.parse(out).checks;
    const check = (id: string) => checks.find((one) => one.id === id);
    expect(check('watchdog/stack')).toMatchObject({ status: 'ok', text: 'stack Chatbot' });
    expect(check('watchdog/lastRun')?.status).toBe('ok');
    expect(check('watchdog/alarms')?.text).not.toContain('TheirAlarm');
  });
});
