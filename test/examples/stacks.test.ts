import { Match, Template } from 'aws-cdk-lib/assertions';
import { stack as chat } from '../../examples/chat/app';
import { stack as inside } from '../../examples/inside-another-stack/app';
import { stack as minimal } from '../../examples/minimal/app';
import { stack as organization } from '../../examples/organization/app';
import { stack as rules } from '../../examples/rules/app';
import { stack as regions } from '../../examples/several-regions/app';
import { resourceNamed, resourcesOf } from '../lib/cdk/fixtures';

/** What a dispatcher is told to watch. */
function targetsOf(template: Template): unknown {
  const { Environment } = resourceNamed(template, 'AWS::Lambda::Function', 'Dispatcher').Properties;
  return JSON.parse(Environment.Variables.WATCHDOG_TARGETS);
}

test('minimal: one function polls, one address is mailed, nine alarms', () => {
  const template = Template.fromStack(minimal);
  template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'ops@example.com' });
  template.resourceCountIs('AWS::CloudWatch::Alarm', 9);
  template.resourcePropertiesCountIs('AWS::Scheduler::Schedule', { ScheduleExpression: 'rate(1 minute)' }, 1);
});

test('several Regions: the dispatcher knows the three, each has four alarms with its name', () => {
  const template = Template.fromStack(regions);
  const watched = ['us-east-1', 'us-west-2', 'eu-central-1'];
  expect(targetsOf(template)).toMatchObject({ regions: watched, organization: null });
  const names = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties.AlarmName);
  expect(names).toHaveLength(9 + 4 * watched.length);
  for (const region of watched) expect(names.filter((name) => name.endsWith(`-${region}`))).toHaveLength(4);
  expect(names).toContain('BedrockQuotas-Watchdog-Throttles-us-west-2');
});

test('organization: a StackSet makes the role in the accounts of both units but one, and takes it away', () => {
  const template = Template.fromStack(organization);
  template.hasResourceProperties('AWS::CloudFormation::StackSet', {
    PermissionModel: 'SERVICE_MANAGED',
    CallAs: 'DELEGATED_ADMIN',
    AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
    StackInstancesGroup: [
      {
        DeploymentTargets: {
          OrganizationalUnitIds: ['ou-ab12-11112222', 'ou-ab12-33334444'],
          AccountFilterType: 'DIFFERENCE',
          Accounts: ['111122223333'],
        },
      },
    ],
    Parameters: Match.arrayWith([
      {
        ParameterKey: 'TrustedRoleArns',
        ParameterValue: { 'Fn::Join': Match.arrayWith([Match.arrayWith([Match.stringLikeRegexp('role/Operator')])]) },
      },
    ]),
  });
  expect(targetsOf(template)).toMatchObject({ organization: { exclude: ['111122223333'] } });
});

test('chat: the channel gets the chat topic, the queue what is critical', () => {
  const template = Template.fromStack(chat);
  const [chatId] = resourcesOf(template, 'AWS::SNS::Topic')
    .map(([id]) => id)
    .filter((id) => id.includes('ChatTopic'));
  template.hasResourceProperties('AWS::Chatbot::SlackChannelConfiguration', { SnsTopicArns: [{ Ref: chatId }] });
  template.hasResourceProperties('AWS::Events::Rule', {
    EventPattern: { source: ['bedrock-quota-watchdog'], detail: { finding: { severity: ['critical'] } } },
  });
});

test('rules: they are stored, and the poller may publish to the topic of the team', () => {
  const template = Template.fromStack(rules);
  const [team] = resourcesOf(template, 'AWS::SNS::Topic')
    .map(([id]) => id)
    .filter((id) => id.startsWith('AssistantTeam'));
  const stored = JSON.stringify(resourceNamed(template, 'AWS::SSM::Parameter', 'Rules').Properties.Value);
  for (const words of ['anthropic.*', 'quietHours', team]) expect(stored).toContain(words);
  const policies = resourcesOf(template, 'AWS::IAM::Policy').flatMap(([, { Properties }]) =>
    Properties.PolicyDocument.Statement.filter(({ Action }: { Action: unknown }) => Action === 'sns:Publish'),
  );
  expect(JSON.stringify(policies)).toContain(JSON.stringify({ Ref: team }));
});

test('inside another stack: no alarm warns, the hook gets critical messages only, an alarm opens a ticket', () => {
  const template = Template.fromStack(inside);
  template.resourceCountIs('AWS::CloudWatch::Alarm', 8);
  template.hasResourceProperties('AWS::SNS::Subscription', { FilterPolicy: { severity: ['critical'] } });
  const [tickets] = Object.keys(template.findResources('AWS::SNS::Topic')).filter((id) => id.startsWith('Tickets'));
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    AlarmName: 'ChatbotPlatform-Watchdog-UtilizationCritical',
    AlarmActions: Match.arrayWith([{ Ref: tickets }]),
  });
});
