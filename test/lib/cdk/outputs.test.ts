import { CfnParameter, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps } from '../../../lib';
import { WatchdogStack, type WatchdogStackProps } from '../../../lib/cdk/watchdog-stack';
import { OUTPUTS } from '../../../lib/contract';
import { EN_STACK } from '../../../lib/language/en/stack';
import { PT_BR_STACK } from '../../../lib/language/pt-br/stack';
import { createApp } from './fixtures';
import { WHOLE_FLEET } from './fleet/fixtures';

const FLEET_OUTPUTS: readonly string[] = [
  'DispatcherFunctionName',
  'TargetQueueUrl',
  'ReaderRoleName',
  'ReaderTrustedRoleArns',
  'ReaderExternalId',
  'ReaderCommand',
];

type Outputs = Record<string, { Value: unknown; Description: string }>;

function outputsOf(stack: Stack): Outputs {
  return Template.fromStack(stack).toJSON().Outputs ?? {};
}

const stockOutputs = (props: WatchdogStackProps = {}, id = 'BedrockQuotaWatchdog') =>
  outputsOf(new WatchdogStack(createApp(), id, props));

function ownOutputs(props: BedrockQuotaWatchdogProps = {}): Outputs {
  const stack = new Stack(createApp(), 'Chatbot');
  new BedrockQuotaWatchdog(stack, 'Watchdog', props);
  return outputsOf(stack);
}

const ALL = { ...WHOLE_FLEET, alertEmails: ['a@b.co'], chatNotifications: true };

test('the stock stack has each by its name alone, with a description', () => {
  const outputs = stockOutputs(ALL);
  expect(Object.keys(outputs).sort()).toEqual([...OUTPUTS].sort());
  for (const [name, { Description }] of Object.entries(outputs)) {
    expect([name, Description]).toEqual([name, EN_STACK.outputs[name as keyof typeof EN_STACK.outputs]]);
  }
});

test('without chat, addresses and fleet these are missing, without a dashboard its link', () => {
  const missing = ['ChatTopicArn', 'EmailsToConfirm', 'DashboardUrl', ...FLEET_OUTPUTS];
  expect(Object.keys(stockOutputs({ dashboard: false })).sort()).toEqual(
    OUTPUTS.filter((name) => !missing.includes(name)).sort(),
  );
});

test('a stack of your own has them too, each by the path of the construct', () => {
  const names = Object.keys(ownOutputs(ALL)).map((id) => id.replace(/^Watchdog(.*)[0-9A-F]{8}$/, '$1'));
  expect(names.sort()).toEqual([...OUTPUTS].sort());
});

test('outputs that are not wanted are not made', () => {
  expect(ownOutputs({ ...ALL, outputs: false })).toEqual({});
});

test('their descriptions are in the language, and no two tongues say the same', () => {
  const outputs = stockOutputs({ ...ALL, language: 'pt-BR' });
  for (const [name, { Description }] of Object.entries(outputs)) {
    const key = name as keyof typeof PT_BR_STACK.outputs;
    expect([name, Description]).toEqual([name, PT_BR_STACK.outputs[key]]);
    expect([name, Description]).not.toEqual([name, EN_STACK.outputs[key]]);
  }
});

test('addresses that wait for a person are told, each once', () => {
  expect(stockOutputs({ alertEmails: ['a@b.co', 'a@b.co', 'c@d.co'] }).EmailsToConfirm?.Value).toBe('a@b.co, c@d.co');
  const stack = new Stack(createApp(), 'Host');
  const alertEmails = new CfnParameter(stack, 'Emails', { type: 'CommaDelimitedList' }).valueAsList;
  new BedrockQuotaWatchdog(stack, 'Watchdog', { alertEmails });
  const [told] = Object.entries(outputsOf(stack)).filter(([id]) => id.includes('EmailsToConfirm'));
  expect(told?.[1].Value).toEqual({ 'Fn::Join': [', ', { Ref: 'Emails' }] });
});

const REGION = { Ref: 'AWS::Region' };
const CALL = 'npx quota-watchdog test-alert --region ';

test('the next command can be pasted as it is', () => {
  expect(stockOutputs().NextCommand?.Value).toEqual({ 'Fn::Join': ['', [CALL, REGION]] });
  expect(stockOutputs({ stackName: 'quotas', language: 'pt-BR' }).NextCommand?.Value).toEqual({
    'Fn::Join': ['', [CALL, REGION, ' --stack quotas --language pt-BR']],
  });
  expect(stockOutputs({ env: { region: 'eu-west-1' } }).NextCommand?.Value).toBe(`${CALL}eu-west-1`);
});

test('in a nested stack it names that stack', () => {
  const nested = new NestedStack(new Stack(createApp(), 'Host'), 'Nested');
  new BedrockQuotaWatchdog(nested, 'Watchdog');
  const [command] = Object.entries(outputsOf(nested)).filter(([id]) => id.includes('NextCommand'));
  expect(JSON.stringify(command?.[1].Value)).toMatch(/ --stack .*{"Ref":"AWS::Stack(?:Id|Name)"}/);
});
