import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { type AlertRulesInput, BedrockQuotaWatchdog, type BedrockQuotaWatchdogProps } from '../../../../lib';
import { createApp, resourceNamed, resourcesOf, synthesise } from '../fixtures';

const MATCH = { quotaCode: 'L-F4DDD3EB' };

/** A stack with one watchdog whose other properties need the stack. */
function hosted(toProps: (stack: Stack) => BedrockQuotaWatchdogProps) {
  const stack = new Stack(createApp(), 'Host');
  const watchdog = new BedrockQuotaWatchdog(stack, 'Watchdog', { watchdogName: 'mine', ...toProps(stack) });
  return { stack, watchdog, template: Template.fromStack(stack) };
}

function statementOf(template: Template, sid: string) {
  const [statement] = resourcesOf(template, 'AWS::IAM::Policy')
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .filter(({ Sid }) => Sid === sid);
  return statement;
}

function errorOf(rules: unknown): string {
  try {
    synthesise({ rules: rules as AlertRulesInput });
    return 'no error';
  } catch (error) {
    return (error as Error).message;
  }
}

test('rules go by units and tags of accounts where an organisation is looked up, and nowhere else', () => {
  const rules: AlertRulesInput = { mutes: [{ match: { accountTag: 'stage=sandbox' }, reason: 'x' }] };
  expect(errorOf(rules)).toMatch(/^BedrockQuotaWatchdog: rules: mutes\[0\]\.match\.accountTag is "stage=sandbox"; /);
  expect(() => synthesise({ rules, organization: { all: true } })).not.toThrow();
});

describe('rules that are wrong', () => {
  test('are refused with all that is wrong at once', () => {
    const wrong = {
      mutes: [{ match: MATCH, reason: 'x', until: '2027-01-31T00:00' }],
      thresholds: [{ match: MATCH, warningPercent: 99 }],
      quiethours: [],
    };
    const message = errorOf(wrong);
    expect(message).toMatch(/^BedrockQuotaWatchdog: rules: /);
    expect(message.split('\n')).toHaveLength(3);
    for (const words of ['mutes[0].until is "2027-01-31T00:00"', 'thresholds[0]', 'quiethours'])
      expect(message).toContain(words);
  });

  test.each([
    ['a FIFO topic', { owners: [{ match: MATCH, topicArn: 'arn:aws:sns:us-east-1:111122223333:t.fifo' }] }, /standard/],
    [
      'more than a parameter holds',
      { mutes: Array(60).fill({ match: MATCH, reason: 'x'.repeat(50) }) },
      /at most 4096/,
    ],
    [
      'a warning above the thresholds in force',
      { thresholds: [{ match: MATCH, warningPercent: 95 }] },
      /thresholds\[0\]/,
    ],
  ])('%s is refused', (_, rules, words) => {
    expect(errorOf(rules)).toMatch(words);
  });

  test('a rule is judged by the thresholds that are given beside it', () => {
    const rules = { thresholds: [{ match: MATCH, warningPercent: 98 }] };
    expect(() => synthesise({ rules, thresholds: { criticalPercent: 120 } })).not.toThrow();
  });
});

test('the rules are in a parameter of the stack, tokens and all', () => {
  const { template, stack } = hosted((host) => {
    const topic = new Topic(host, 'Owner');
    return { rules: { owners: [{ match: { model: 'anthropic.*' }, topicArn: topic.topicArn }] } };
  });
  const { Name, Type, Value } = resourceNamed(template, 'AWS::SSM::Parameter', 'Rules').Properties;
  expect([Name, Type]).toEqual(['/bedrock-quota-watchdog/mine/stack-rules', 'String']);
  const topicId = stack.getLogicalId(stack.node.findChild('Owner').node.defaultChild as never);
  expect(Value).toEqual({
    'Fn::Join': ['', ['{"owners":[{"match":{"model":"anthropic.*"},"topicArn":"', { Ref: topicId }, '"}]}']],
  });
  expect(statementOf(template, 'PublishAlerts').Resource).toContainEqual({ Ref: topicId });
});

test('without rules there is no parameter, and the one of the user is looked for', () => {
  const { template, watchdog } = hosted(() => ({}));
  expect(resourcesOf(template, 'AWS::SSM::Parameter').filter(([id]) => id.includes('Rules'))).toEqual([]);
  const { Variables } = resourceNamed(template, 'AWS::Lambda::Function', 'Poller').Properties.Environment;
  expect(watchdog.rulesParameterName).toBe('/bedrock-quota-watchdog/mine/rules');
  expect(Variables.WATCHDOG_RULES_PARAMETER).toBe('/bedrock-quota-watchdog/mine/rules');
  expect(Variables.WATCHDOG_STACK_RULES_PARAMETER).toBeUndefined();
  const { Action, Resource } = statementOf(template, 'ReadRules');
  expect(Action).toBe('ssm:GetParameters');
  expect(JSON.stringify(Resource)).toMatch(/:parameter\/bedrock-quota-watchdog\/mine\/rules"\]\]}$/);
});

test('a name that is known at deployment only makes a parameter all the same', () => {
  const { template } = hosted((stack) => ({ watchdogName: new CfnParameter(stack, 'Name').valueAsString, rules: {} }));
  expect(resourceNamed(template, 'AWS::SSM::Parameter', 'Rules').Properties.Name).toEqual({
    'Fn::Join': ['', ['/bedrock-quota-watchdog/', { Ref: 'Name' }, '/stack-rules']],
  });
});

describe('topics of owners', () => {
  test('may be published to, with their keys', () => {
    const { template, stack } = hosted((host) => {
      const topics = [new Topic(host, 'Plain'), new Topic(host, 'Secret', { masterKey: new Key(host, 'TheirKey') })];
      return { ownerTopics: topics };
    });
    const idOf = (name: string) => stack.getLogicalId(stack.node.findChild(name).node.defaultChild as never);
    const { Resource } = statementOf(template, 'PublishAlerts');
    expect(Resource).toHaveLength(3);
    for (const name of ['Plain', 'Secret']) expect(Resource).toContainEqual({ Ref: idOf(name) });
    expect(statementOf(template, 'EncryptAlerts').Resource).toContainEqual({ 'Fn::GetAtt': [idOf('TheirKey'), 'Arn'] });
  });

  test('must not be FIFO', () => {
    expect(() => hosted((stack) => ({ ownerTopics: [new Topic(stack, 'Queue', { fifo: true })] }))).toThrow(
      'ownerTopics[0] is a FIFO topic; a standard topic is needed',
    );
  });
});
