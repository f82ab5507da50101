import { NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { BedrockQuotaWatchdog } from '../../../lib';
import { createApp } from './fixtures';

const nameIn = (scope: Construct, id = 'Watchdog') =>
  new BedrockQuotaWatchdog(scope, id, { dashboard: false }).watchdogName;

test.each<[string, (stack: Stack) => string, string | RegExp]>([
  ['right in a stack', (stack) => nameIn(stack), 'ChatbotPlatform-Watchdog'],
  [
    'in a construct of it',
    (stack) => nameIn(new Construct(stack, 'Monitoring')),
    'ChatbotPlatform-Monitoring-Watchdog',
  ],
  [
    'in a nested stack, whose own name comes with the deployment',
    (stack) => nameIn(new NestedStack(stack, 'Monitoring')),
    'ChatbotPlatform-Monitoring-Watchdog',
  ],
  [
    'with other letters in its id',
    (stack) => nameIn(stack, 'Our watchdog'),
    /^ChatbotPlatform-Ourwatchdog-[0-9A-F]{8}$/,
  ],
  ['with a long path', (stack) => nameIn(stack, 'W'.repeat(60)), /^[\w-]{1,64}$/],
])('%s it is readable, or at least a name', (_, create, name) => {
  expect(create(new Stack(createApp(), 'ChatbotPlatform'))).toEqual(
    typeof name === 'string' ? name : expect.stringMatching(name),
  );
});

test("a stage is part of the stack's name", () => {
  expect(nameIn(new Stack(new Stage(createApp(), 'Prod'), 'Chatbot'))).toBe('Prod-Chatbot-Watchdog');
});
