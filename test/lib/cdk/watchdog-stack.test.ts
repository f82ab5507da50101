import { Match, Template } from 'aws-cdk-lib/assertions';
import { readWatchdogContext } from '../../../lib/cdk/watchdog-context';
import { WatchdogStack } from '../../../lib/cdk/watchdog-stack';
import { createApp, resourcesOf } from './fixtures';

function synthesiseStock(context: Record<string, unknown>) {
  const app = createApp(context);
  const stack = new WatchdogStack(app, 'BedrockQuotaWatchdog', readWatchdogContext(app.node));
  return { stack, template: Template.fromStack(stack) };
}

test('the shipped stack', () => {
  const { template } = synthesiseStock({ alertEmail: 'ops@example.com' });
  const text = JSON.stringify(template.toJSON()).replace(/[0-9a-f]{64}/g, 'ASSET');
  expect(JSON.parse(text)).toMatchSnapshot();
});

test('the context becomes properties', () => {
  const context = { alertEmail: 'a@x.io, b@y.io,', warningPercent: '60', criticalPercent: 90, stackName: 'quotas' };
  const { stack, template } = synthesiseStock(context);
  expect([stack.stackName, stack.watchdog.watchdogName]).toEqual(['quotas', 'quotas']);
  const endpoints = resourcesOf(template, 'AWS::SNS::Subscription').map(([, { Properties }]) => Properties.Endpoint);
  expect(endpoints).toEqual(['a@x.io', 'b@y.io']);
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { WATCHDOG_WARNING_PERCENT: '60', WATCHDOG_CRITICAL_PERCENT: '90' } },
  });
});

test('nothing in the context is a watchdog with all defaults', () => {
  const { stack } = synthesiseStock({});
  expect([stack.stackName, stack.watchdog.watchdogName]).toEqual(['BedrockQuotaWatchdog', 'BedrockQuotaWatchdog']);
});

test.each([
  [{}, [false, false]],
  [{ chat: 'false', events: false }, [false, false]],
  [{ chat: 'true' }, [true, false]],
  [{ events: true }, [false, true]],
])('the context %j switches the chat topic and the events on or off', (context, expected) => {
  const { stack, template } = synthesiseStock(context);
  const { chatTopic, eventBus } = stack.watchdog;
  expect([chatTopic !== undefined, eventBus !== undefined]).toEqual(expected);
  expect(Object.keys(template.findOutputs('ChatTopicArn'))).toHaveLength(chatTopic ? 1 : 0);
});

test('the language of the context is that of poller and widget; without one none is told', () => {
  const languagesOf = (context: Record<string, unknown>) =>
    resourcesOf(synthesiseStock(context).template, 'AWS::Lambda::Function').map(
      ([, { Properties }]) => Properties.Environment?.Variables?.WATCHDOG_LANGUAGE,
    );
  expect(languagesOf({ language: 'pt-BR' }).filter((one) => one === 'pt-BR')).toHaveLength(2);
  expect(languagesOf({}).filter((one) => one !== undefined)).toEqual([]);
  expect(() => synthesiseStock({ language: 'pt' })).toThrow('context language is "pt"; one of en, pt-BR is needed');
});

test('a switch that is neither true nor false is refused', () => {
  expect(() => synthesiseStock({ chat: 'slack' })).toThrow('context chat is "slack"; true or false is needed');
});

test('a percentage that is no number is refused', () => {
  expect(() => synthesiseStock({ warningPercent: 'high' })).toThrow(
    'context warningPercent is "high"; a number of percent such as 80 is needed',
  );
});

test.each([
  ['JSON, as after -c', '{"L-21800074":["amazon.nova-2-omni-v1:0"]}'],
  ['an object, as in cdk.json', { 'L-21800074': ['amazon.nova-2-omni-v1:0'] }],
])('overrides may be %s', (_what, modelOverrides) => {
  const { template } = synthesiseStock({ modelOverrides });
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { WATCHDOG_MODEL_OVERRIDES: '{"L-21800074":["amazon.nova-2-omni-v1:0"]}' } },
  });
});

test.each([
  ['{', 'context modelOverrides is "{", which is not JSON; an object of quota codes and lists of base model ids'],
  [7, 'context modelOverrides is 7; an object of quota codes and lists of base model ids'],
  [{ Haiku: ['a.b'] }, 'a key of context modelOverrides is "Haiku"; a quota code such as L-F4DDD3EB is needed'],
  [{ 'L-21800074': 'a.b' }, 'context modelOverrides, L-21800074, is "a.b"; a list of base model ids is needed'],
  [{ 'L-21800074': ['global.a.b'] }, 'an id of context modelOverrides, L-21800074, is "global.a.b"; a base model id'],
])('the overrides %j are refused', (modelOverrides, message) => {
  expect(() => synthesiseStock({ modelOverrides })).toThrow(message);
});

test('an address that is none is refused', () => {
  expect(() => synthesiseStock({ alertEmail: 'a@x.io,nonsense' })).toThrow(/alertEmails\[1\] is "nonsense"/);
});

test.each([
  'DashboardUrl',
  'AlertTopicArn',
  'AlarmTopicArn',
  'PollerFunctionName',
  'ServiceQuotasUrl',
  'ConfirmEmails',
  'Runbook',
])('the output %s says what to do with it', (name) => {
  const { template } = synthesiseStock({});
  template.hasOutput(name, { Value: Match.anyValue(), Description: Match.stringLikeRegexp('.{20,}') });
});
