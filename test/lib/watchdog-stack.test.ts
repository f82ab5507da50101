import { Match, Template } from 'aws-cdk-lib/assertions';
import { readWatchdogContext } from '../../lib/watchdog-context';
import { WatchdogStack } from '../../lib/watchdog-stack';
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

test('a percentage that is no number is refused', () => {
  expect(() => synthesiseStock({ warningPercent: 'high' })).toThrow(
    'context warningPercent is "high"; a number of percent such as 80 is needed',
  );
});

test('an address that is none is refused', () => {
  expect(() => synthesiseStock({ alertEmail: 'a@x.io,nonsense' })).toThrow(/alertEmails\[1\] is "nonsense"/);
});

test.each(['DashboardUrl', 'AlertTopicArn', 'AlarmTopicArn', 'ServiceQuotasUrl', 'ConfirmEmails', 'Runbook'])(
  'the output %s says what to do with it',
  (name) => {
    const { template } = synthesiseStock({});
    template.hasOutput(name, { Value: Match.anyValue(), Description: Match.stringLikeRegexp('.{20,}') });
  },
);
